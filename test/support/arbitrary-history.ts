// Random histories of one record as real desks would make them: each desk edits what it knows and hears of the others
// now and then, so that there are lines, forks, joins and desks that were away for long.

import * as fc from 'fast-check';
import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import { chainStart, tipAfter } from '../../src-shared/history/chain-tip.ts';
import type { Change, Operation } from '../../src-shared/history/change.ts';
import { buildGraph } from '../../src-shared/history/graph.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { makeChange } from '../../src-shared/history/make-change.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { deskOfRow, drawnIncarnation, drawnRecord, drawnScope } from './draw-history.ts';
import { okValue } from './ok-value.ts';
import { createSeededCryptography } from './seeded-cryptography.ts';

type Edit = {
  readonly step: 'edit';
  readonly desk: number;
  readonly at: number;
  readonly writes: readonly Operation[];
};
type Hear = { readonly step: 'hear'; readonly desk: number; readonly from: number };
export type Step = Edit | Hear;

const desks = 4;
const elements = ['items/a', 'items/b', 'items/a/parts/x', 'purpose/daily'];
const fields = ['name', 'phone', 'items/a/name', 'items/b/name', 'items/b/order', 'items/a/parts/x/name'];

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ path: fc.constantFrom(...elements), value: fc.constantFrom<Scalar[]>(true, true, false, false, null) }),
  fc.record({ path: fc.constantFrom(...fields), value: fc.constantFrom<Scalar[]>('1', '2', '3', 1, null, '') }),
);
/** What one save writes: up to four paths. */
export const arbitraryWrites: fc.Arbitrary<readonly Operation[]> = fc.uniqueArray(operation, {
  selector: ({ path }) => path,
  minLength: 0,
  maxLength: 4,
});
const edit: fc.Arbitrary<Step> = fc.record({
  step: fc.constant('edit' as const),
  desk: fc.nat(desks - 1),
  // Clocks that jump between 1970 and 2106: they must not matter.
  at: fc.nat(0xffff_ffff).map((seconds) => seconds * 1000),
  writes: arbitraryWrites,
});
const hear: fc.Arbitrary<Step> = fc.record({
  step: fc.constant('hear' as const),
  desk: fc.nat(desks - 1),
  from: fc.nat(desks - 1),
});

const creation: Step = {
  step: 'edit',
  desk: 0,
  at: 0,
  writes: [
    { path: 'items/a', value: true },
    { path: 'items/a/name', value: '1' },
    { path: 'name', value: '1' },
  ],
};
const creationHeard: readonly Step[] = [1, 2, 3].map((desk) => ({ step: 'hear', desk, from: 0 }));

/** @param length most steps in one history */
export function arbitraryHistory(length = 24): fc.Arbitrary<readonly Change[]> {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: edit }, { weight: 2, arbitrary: hear }), {
    maxLength: length,
    size: 'max',
  });
  return fc.tuple(fc.boolean(), steps).map(([isKnownToAll, rest]) => {
    const all = [creation, ...(isKnownToAll ? creationHeard : []), ...rest];
    return readable(playSteps(all), all);
  });
}

/** A failing case is printed as the steps that lead to it and not as bytes. */
function readable(changes: readonly Change[], steps: readonly Step[]): readonly Change[] {
  const lines = steps.map((step) =>
    step.step === 'hear'
      ? `desk ${step.desk} hears desk ${step.from}`
      : `desk ${step.desk} writes ${step.writes.map(({ path, value }) => `${path}=${JSON.stringify(value)}`).join(' ')}`,
  );
  return Object.defineProperty([...changes], fc.toStringMethod, { value: () => lines.join('\n') });
}

/** The changes that the desks make, in the order in which they make them. */
export function playSteps(steps: readonly Step[]): readonly Change[] {
  const crypto = createSeededCryptography('arbitrary');
  const known = Array.from({ length: desks }, () => new Map<ChangeId, Change>());
  const tips = Array.from(
    { length: desks },
    (_, desk): ChainTip => chainStart(drawnScope, deskOfRow(desk), drawnIncarnation),
  );
  const made: Change[] = [];
  for (const step of steps) {
    const own = known[step.desk] ?? new Map();
    if (step.step === 'hear') for (const [id, change] of known[step.from] ?? []) own.set(id, change);
    else {
      const tip = tips[step.desk];
      if (tip === undefined) continue;
      const input = {
        kind: 'found_item',
        record: drawnRecord,
        at: step.at,
        by: `person-${step.desk}`,
        ops: step.writes,
      };
      const change = okValue(makeChange({ ...input, parents: toParents(buildGraph(own.values()).heads) }, tip, crypto));
      tips[step.desk] = tipAfter(change);
      own.set(change.id, change);
      made.push(change);
    }
  }
  return made;
}

/** A history, and the same changes in another order with some of them twice. */
export function historyAndArrival(length = 24): fc.Arbitrary<readonly [readonly Change[], readonly Change[]]> {
  return arbitraryHistory(length).chain((history) =>
    fc.tuple(
      fc.constant(history),
      fc
        .tuple(fc.shuffledSubarray([...history], { minLength: history.length }), fc.subarray([...history]))
        .map(([all, again]) => [...again, ...all]),
    ),
  );
}
