// Runs a script: trouble, then healing, then rest; and says which promise was broken, if any.

import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { alwaysChecks } from './invariants-always.ts';
import { changesInLog, isAtRest, restChecks } from './invariants-at-rest.ts';
import { playAction } from './play-action.ts';
import type { Script } from './script.ts';
import { troubledTime } from './script.ts';
import { forkedIncarnations } from './sim/centre-store.ts';
import type { WorldOptions } from './sim/world.ts';
import { World } from './sim/world.ts';

export type Outcome = {
  /** Null when every promise was kept. */
  readonly broken: { readonly promise: string; readonly details: readonly string[] } | null;
  readonly counts: ReadonlyMap<string, number>;
  readonly world: World;
};

/** ms of virtual time that healing may take: slow pauses included, and far less than a person would notice as stuck. */
const healingTime = 60 * 60_000;
/** ms: the longest pause of a lane, and a request that was never answered. */
const longestSilence = 7 * 60_000;

class Broken extends Error {
  readonly promise: string;
  readonly details: readonly string[];

  constructor(promise: string, details: readonly string[]) {
    super(promise);
    this.promise = promise;
    this.details = details;
  }
}

export function runScript(script: Script, options: WorldOptions = {}): Outcome {
  const world = new World(script, options);
  for (const action of script.actions) world.agenda.after(action.at, () => playAction(world, action));
  try {
    world.runTrouble(() => checkAll(world, alwaysChecks));
    world.heal();
    runToRest(world);
    checkAll(world, alwaysChecks);
    checkAll(world, restChecks);
    countWhatCameOfIt(world);
    restsQuietly(world);
    return { broken: null, counts: world.counts, world };
  } catch (problem) {
    const broken = problem instanceof Broken ? problem : new Broken('no error', [String(problem), stackOf(problem)]);
    return { broken: { promise: broken.promise, details: broken.details.slice(0, 8) }, counts: world.counts, world };
  }
}

/** Misfortune that only shows in what it leaves behind. */
function countWhatCameOfIt(world: World): void {
  for (const [scope, { places }] of world.centre.data.logs)
    for (const record of places.keys())
      if (mergeRecord(changesInLog(world, scope, record)).conflicts.length > 0) world.seen('conflict');
  for (const { data } of world.desks) {
    if (forkedIncarnations(world.centre.data, data.device).length > 0) world.seen('fork');
    if ([...data.outbox.values()].some(({ aside }) => aside !== null)) world.seen('refused');
  }
}

/** Nobody is at rest before he has heard from the centre again, which the longest pause can put off. */
function runToRest(world: World): void {
  const until = troubledTime + healingTime;
  while (world.agenda.step(troubledTime + longestSilence));
  for (let steps = 0; world.agenda.step(until); steps += 1) if (steps % 20 === 0 && isAtRest(world)) return;
}

/** I16: at rest desks only ask whether there is something new. */
function restsQuietly(world: World): void {
  const ask = () =>
    [...world.network.calls].filter(([call]) => call !== 'poll' && call !== 'upload').map(([, count]) => count);
  const settle = world.agenda.now + 3 * 60_000;
  while (world.agenda.step(settle));
  const before = ask().join();
  const until = settle + 10 * 60_000;
  const waiting = world.desks.some(({ data }) => [...data.outbox.values()].some(({ aside }) => aside === null));
  while (world.agenda.step(until));
  if (before !== ask().join() && !waiting) throw new Broken('I16', ['desks at rest ask for more than what is new']);
}

function checkAll(world: World, checks: typeof alwaysChecks): void {
  for (const [promise, check] of Object.entries(checks)) {
    const details = check(world);
    if (details.length > 0) throw new Broken(promise, details);
  }
}

function stackOf(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? '').split('\n').slice(0, 8).join('\n') : '';
}
