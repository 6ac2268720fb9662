// The simulation itself: it repeats, it finds mistakes that are put in on purpose, it makes them small, and clocks have
// no say in it.

import { describe, expect, test } from 'vitest';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { drawScript } from './draw-script.ts';
import { changesInLog } from './invariants-at-rest.ts';
import { runScript } from './run-script.ts';
import { shrinkScript } from './shrink-script.ts';
import type { World, WorldOptions } from './sim/world.ts';

function firstBroken(options: WorldOptions, seeds: number): { readonly seed: number; readonly promise: string } | null {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { broken } = runScript(drawScript(seed), options);
    if (broken !== null) return { seed, promise: broken.promise };
  }
  return null;
}

function headsOf(world: World): readonly string[] {
  return [...world.centre.data.logs.values()].map(({ head }) => `${head.seq} ${head.chain}`);
}

/** What each scope shows, without the ids that hold the authors' clocks. */
function shownIn(world: World): readonly string[] {
  return world.scopes.flatMap((scope) =>
    [...(world.centre.data.logs.get(scope)?.places.keys() ?? [])].toSorted().flatMap((record) => {
      const changes = changesInLog(world, scope, record);
      if (changes.length === 0) return [];
      const { conflicts, values, generation } = mergeRecord(changes);
      const disputed = new Set(conflicts.map(({ path }) => path));
      const settled = [...values].filter(
        ([path]) => ![...disputed].some((other) => path === other || path.startsWith(`${other}/`)),
      );
      const sides = conflicts.map(
        ({ path, versions }) =>
          `${path}: ${versions
            .map(({ value }) => String(value))
            .toSorted()
            .join(' | ')}`,
      );
      return [`${scope} ${record} ${changes.length} ${generation} ${JSON.stringify(settled)} ${sides.join('; ')}`];
    }),
  );
}

describe('the simulation', () => {
  test('[S38] gives the same run for the same seed', () => {
    for (const seed of [3, 17, 40]) {
      const [first, second] = [runScript(drawScript(seed)), runScript(drawScript(seed))];
      expect(headsOf(first.world)).toEqual(headsOf(second.world));
      expect(first.counts).toEqual(second.counts);
    }
  });

  test.each([
    ['saves the cursor before the changes', { sabotage: 'cursor_first' }],
    ['takes an error for success', { sabotage: 'trust_status' }],
    ['only reads on after another log was found', { sabotage: 'forget_reoffer' }],
    ['has a disk that loses what it called saved', { lyingDisk: true }],
  ] as const)('[S12, S17] finds out a desk that %s', (_, options) => {
    expect(firstBroken(options, 400)).not.toBe(null);
  });

  test('[S38] makes a failing script smaller without losing the failure', () => {
    const options = { lyingDisk: true };
    const found = firstBroken(options, 100);
    const script = drawScript(found?.seed ?? 0);
    const small = shrinkScript(script, options, 80);
    expect(runScript(small, options).broken?.promise).toBe(found?.promise);
    expect(small.actions.length).toBeLessThan(script.actions.length);
  });

  test('[S35] shows the same whatever the clocks say', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const script = { ...drawScript(seed), cuts: 0, trouble: 0 };
      const shifted = runScript(script, { clockShift: 40 * 365 * 24 * 3_600_000 });
      expect(shownIn(shifted.world)).toEqual(shownIn(runScript(script).world));
    }
  });
});
