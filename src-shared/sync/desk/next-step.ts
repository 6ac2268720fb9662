// The one decision of sync on a desk: given what is stored and what is remembered, what to begin next. Whatever
// happens only changes facts or memory, and then this is asked again.
//
// What it keeps true:
//  1. Level-triggered: the answer depends on the state alone. A lost event, wake-up or answer costs time, nothing else.
//  2. It never rests for ever: `wait` always names a moment, at most one poll away.
//  3. Reading never waits for sending, scopes never for each other, attachments never hold up text.
//  4. A record that waits holds up no other; nothing that can be sent stays behind one that cannot.
//  5. A lane without progress slows down and goes on; no number of rounds ends it.
//  6. What may be at the centre already is asked about before it is sent again.
//  7. After another log was found, everything held is offered again, whoever wrote it and however it was delivered.
//  8. Nothing here removes anything.

import { assertNever } from '../../base/assert.ts';
import type { ChangeId, ScopeId } from '../../history/ids.ts';
import type { Checkpoints } from '../format/checkpoints.ts';
import type { ErasureId } from '../format/log-entry.ts';
import type { LogPoint } from '../format/log-point.ts';
import type { SnapshotManifest } from '../format/messages.ts';
import { syncLimits } from '../format/sync-limits.ts';
import type { Batch } from './choose-batch.ts';
import { chooseBatch, readyOf } from './choose-batch.ts';
import { freeAt, isFree } from './lane.ts';
import type { HeldChain, OfferRange, ScopeFacts, SyncFacts } from './sync-facts.ts';
import type { Access, LaneName, SyncMemory } from './sync-memory.ts';
import { laneOf } from './sync-memory.ts';

/** ms: the longest time between two looks. */
const longestRest = 60_000;

type Work =
  | { readonly step: 'poll'; readonly cursors: readonly LogPoint[] }
  | { readonly step: 'locate'; readonly scope: ScopeId; readonly checkpoints: Checkpoints }
  | { readonly step: 'snapshot'; readonly scope: ScopeId }
  | { readonly step: 'snapshot_part'; readonly scope: ScopeId; readonly index: number; readonly sha256: string }
  /** All parts are here. */
  | { readonly step: 'install_snapshot'; readonly scope: ScopeId; readonly manifest: SnapshotManifest }
  | { readonly step: 'pull'; readonly cursor: LogPoint }
  | { readonly step: 'fetch'; readonly scope: ScopeId; readonly ids: readonly ChangeId[] }
  | { readonly step: 'have'; readonly scope: ScopeId; readonly chains: readonly HeldChain[] }
  | { readonly step: 'reoffer'; readonly scope: ScopeId; readonly range: OfferRange; readonly limit: number }
  /** Every chain was compared and offered. */
  | { readonly step: 'end_reoffer'; readonly scope: ScopeId }
  | { readonly step: 'offer'; readonly scope: ScopeId; readonly ids: readonly ChangeId[] }
  /** `orders`: where nothing else is to be sent, orders to erase what is at the centre. */
  | ({ readonly step: 'push'; readonly scope: ScopeId; readonly orders?: readonly ErasureId[] } & Batch)
  | { readonly step: 'upload'; readonly hash: string }
  | { readonly step: 'download'; readonly hash: string };

/** Something to begin, in its lane. */
export type Begin = Work & { readonly lane: LaneName };
/** Nothing to begin before this moment, or before a fact changes. */
export type Wait = { readonly step: 'wait'; readonly until: number; readonly because: Access | 'busy' | 'up_to_date' };
export type Step = Begin | Wait;

/** @param now ms of a clock that never jumps; wall clocks have no say here */
export function nextStep(facts: SyncFacts, memory: SyncMemory, now: number): Step {
  if (memory.access === 'not_enrolled') return { step: 'wait', until: now + longestRest, because: memory.access };
  for (const lane of lanesOf(facts, memory)) {
    if (!isFree(laneOf(memory, lane.name), now)) continue;
    const work = lane.work(memory, now);
    if (work !== null) return { ...work, lane: lane.name };
  }
  return restUntil(facts, memory, now);
}

type LaneWork = { readonly name: LaneName; work(memory: SyncMemory, now: number): Work | null };

/** A desk that was turned away goes on asking now and then: what was revoked by mistake needs nobody at the desk. */
function lanesOf(facts: SyncFacts, { access }: SyncMemory): readonly LaneWork[] {
  const poll: LaneWork = { name: 'poll', work: () => pollStep(facts) };
  if (access !== 'granted') return [poll];
  const scopes = facts.scopes.flatMap((scope): readonly LaneWork[] => [
    { name: `down ${scope.scope}`, work: (memory) => readingStep(scope, facts, memory) },
    { name: `fetch ${scope.scope}`, work: () => fetchingStep(scope) },
    { name: `up ${scope.scope}`, work: (memory, now) => sendingStep(scope, facts, memory, now) },
  ]);
  const blobs = facts.blobs.map(
    ({ hash, direction }): LaneWork => ({
      name: `blob ${hash}`,
      work: () => ({ step: direction === 'up' ? 'upload' : 'download', hash }),
    }),
  );
  return [poll, ...scopes, ...blobs];
}

function pollStep({ scopes }: SyncFacts): Work {
  return { step: 'poll', cursors: scopes.flatMap(({ cursor }) => (cursor === null ? [] : [cursor])) };
}

function readingStep(facts: ScopeFacts, { worthASnapshot }: SyncFacts, memory: SyncMemory): Work | null {
  const { scope, cursor } = facts;
  if (!facts.granted || cursor === null) return null;
  if (facts.doubt !== null) return { step: 'locate', scope, checkpoints: facts.checkpoints };
  const head = memory.heads.get(scope);
  const remaining = head?.epoch === cursor.epoch ? head.seq - cursor.seq : 0;
  const snapshot = snapshotStep(facts, cursor, memory, remaining > worthASnapshot);
  if (snapshot !== null) return snapshot;
  return remaining > 0 ? { step: 'pull', cursor } : null;
}

/** In a lane of its own: bytes that stay damaged at the centre slow down nothing else. */
function fetchingStep({ scope, granted, holes }: ScopeFacts): Work | null {
  if (!granted || holes.length === 0) return null;
  return { step: 'fetch', scope, ids: holes.slice(0, syncLimits.fetchIds) };
}

function snapshotStep(
  { scope, bootstrap }: ScopeFacts,
  cursor: LogPoint,
  memory: SyncMemory,
  isWorthIt: boolean,
): Work | null {
  if (cursor.seq > 0) return null;
  if (bootstrap === null) return isWorthIt && !memory.withoutSnapshot.has(scope) ? { step: 'snapshot', scope } : null;
  const part = bootstrap.manifest.parts[bootstrap.next];
  return part === undefined
    ? { step: 'install_snapshot', scope, manifest: bootstrap.manifest }
    : { step: 'snapshot_part', scope, index: bootstrap.next, sha256: part.sha256 };
}

function sendingStep(facts: ScopeFacts, { device }: SyncFacts, memory: SyncMemory, now: number): Work | null {
  const { scope } = facts;
  const ready = readyOf(facts.outbox, memory.blocks, now);
  const unsure = ready.filter((pending) => pending.unsure).slice(0, syncLimits.offerIds);
  if (unsure.length > 0) return { step: 'offer', scope, ids: unsure.map(({ id }) => id) };
  if (ready.length > 0) return { step: 'push', scope, ...chooseBatch(ready, device) };
  return reofferStep(facts) ?? ordersStep(facts);
}

/** Last of all: whatever is undelivered goes first, so that nothing is erased that nobody else ever had. */
function ordersStep({ scope, orders }: ScopeFacts): Work | null {
  return orders.length === 0 ? null : { step: 'push', scope, ids: [], sign: [], complete: [], orders };
}

/** Comparing first: where a chain is the same up to a number, nothing before that number has to be named again. */
function reofferStep({ scope, reoffer, chains }: ScopeFacts): Work | null {
  if (reoffer === null) return null;
  const [range] = reoffer.ranges;
  if (range !== undefined) return { step: 'reoffer', scope, range, limit: syncLimits.offerIds };
  const next = chains.slice(reoffer.compared, reoffer.compared + syncLimits.vectorChains);
  return next.length > 0 ? { step: 'have', scope, chains: next } : { step: 'end_reoffer', scope };
}

function restUntil(facts: SyncFacts, memory: SyncMemory, now: number): Wait {
  const moments = [
    ...lanesOf(facts, memory).map(({ name }) => freeAt(laneOf(memory, name))),
    ...[...memory.blocks.values()].map(freeAt),
  ].filter((moment) => moment > now);
  const because = [...memory.lanes.values()].some(({ busyUntil }) => busyUntil > now) ? 'busy' : 'up_to_date';
  return {
    step: 'wait',
    until: Math.min(now + longestRest, ...moments),
    because: memory.access === 'granted' ? because : memory.access,
  };
}

/** ms after which an unanswered request of this kind is given up; the lane is then free again. */
export function patience(step: Begin): number {
  switch (step.step) {
    case 'poll':
    case 'locate':
    case 'snapshot':
    case 'have':
    case 'offer':
    case 'reoffer':
    case 'end_reoffer':
      return 30_000;
    case 'pull':
    case 'push':
    case 'fetch':
      return 2 * 60_000;
    case 'snapshot_part':
    case 'install_snapshot':
    case 'upload':
    case 'download':
      return 10 * 60_000;
    default:
      return assertNever(step, 'step');
  }
}
