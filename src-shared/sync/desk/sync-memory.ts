// What a running desk remembers between two looks at the facts: who is under way, whom to leave alone for how long, how
// far the centre said its logs reach. All of it may be lost at any moment; then some things are asked once more.

import type { RecordId, ScopeId } from '../../history/ids.ts';
import type { EpochId } from '../format/log-point.ts';
import type { Lane, RoundEnd } from './lane.ts';
import { idleLane, laneAfter } from './lane.ts';

export type Access =
  | 'granted'
  /** The desk has no key at any centre. Sticks still work. */
  | 'not_enrolled'
  /** The centre does not take this device's requests any more. Nothing is removed for that. */
  | 'revoked'
  /** The centre speaks no protocol this old. */
  | 'too_old';

/** `down`, `fetch` and `up` with their scope, `blob` with its hash, or `poll`. */
export type LaneName = 'poll' | `down ${ScopeId}` | `fetch ${ScopeId}` | `up ${ScopeId}` | `blob ${string}`;

export type SyncMemory = {
  readonly access: Access;
  readonly lanes: ReadonlyMap<LaneName, Lane>;
  /** Records whose changes wait for something, each on its own. */
  readonly blocks: ReadonlyMap<RecordId, Lane>;
  /** The end of the centre's log, as it last said. */
  readonly heads: ReadonlyMap<ScopeId, { readonly epoch: EpochId; readonly seq: number }>;
  /** Scopes for which the centre has no snapshot to give. */
  readonly withoutSnapshot: ReadonlySet<ScopeId>;
};

export const emptyMemory: SyncMemory = {
  access: 'granted',
  lanes: new Map(),
  blocks: new Map(),
  heads: new Map(),
  withoutSnapshot: new Set(),
};

export type SyncEvent =
  | { readonly event: 'started'; readonly lane: LaneName; readonly until: number }
  | ({ readonly event: 'ended'; readonly lane: LaneName } & RoundEnd)
  /** Everything is up to date; the lane rests without having failed. */
  | { readonly event: 'rested'; readonly lane: LaneName; readonly until: number }
  /** A hint that the network is back or a person pressed the button: pauses end, requests under way stay. */
  | { readonly event: 'woken'; readonly now: number }
  | { readonly event: 'access'; readonly access: Access }
  | { readonly event: 'head'; readonly scope: ScopeId; readonly epoch: EpochId; readonly seq: number }
  | { readonly event: 'no_snapshot'; readonly scope: ScopeId }
  | ({ readonly event: 'blocked'; readonly record: RecordId } & Omit<RoundEnd, 'progress'>)
  /** Something these records may have waited for has come. */
  | { readonly event: 'unblocked'; readonly records: Iterable<RecordId> };

export function laneOf(memory: SyncMemory, name: LaneName): Lane {
  return memory.lanes.get(name) ?? idleLane;
}

export function applyEvent(memory: SyncMemory, event: SyncEvent): SyncMemory {
  switch (event.event) {
    case 'started':
      return withLane(memory, event.lane, { ...laneOf(memory, event.lane), busyUntil: event.until });
    case 'ended':
      return withLane(memory, event.lane, laneAfter(laneOf(memory, event.lane), event));
    case 'rested':
      return withLane(memory, event.lane, { ...idleLane, notBefore: event.until });
    case 'woken':
      return { ...memory, lanes: endPauses(memory.lanes, event.now), blocks: endPauses(memory.blocks, event.now) };
    case 'access':
      return { ...memory, access: event.access };
    case 'head':
      return { ...memory, heads: new Map(memory.heads).set(event.scope, { epoch: event.epoch, seq: event.seq }) };
    case 'no_snapshot':
      return { ...memory, withoutSnapshot: new Set(memory.withoutSnapshot).add(event.scope) };
    case 'blocked': {
      const block = laneAfter(memory.blocks.get(event.record) ?? idleLane, { ...event, progress: false });
      return { ...memory, blocks: new Map(memory.blocks).set(event.record, block) };
    }
    case 'unblocked': {
      const blocks = new Map(memory.blocks);
      for (const record of event.records) blocks.delete(record);
      return { ...memory, blocks };
    }
  }
}

function withLane(memory: SyncMemory, name: LaneName, lane: Lane): SyncMemory {
  return { ...memory, lanes: new Map(memory.lanes).set(name, lane) };
}

function endPauses<Key>(lanes: ReadonlyMap<Key, Lane>, now: number): ReadonlyMap<Key, Lane> {
  return new Map([...lanes].map(([key, lane]) => [key, { ...lane, notBefore: Math.min(lane.notBefore, now) }]));
}
