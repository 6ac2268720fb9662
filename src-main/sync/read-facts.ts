// The facts `nextStep` decides on, read from the tables when it asks for them and not before.

import { ok } from '../../src-shared/base/result.ts';
import type { RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import type { BlobTask, HeldChain, ScopeFacts, SyncFacts } from '../../src-shared/sync/desk/sync-facts.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { Desk } from '../records/desk.ts';
import { scopesOfWaitingOrders, waitingOrders } from '../stores/erasure-store.ts';
import { missingOf } from '../stores/log-store.ts';
import { newWaitingScopes, pendingOf } from '../stores/outbox-store.ts';
import { readScopes, type StoredScope, scopeState } from '../stores/sync-scope-store.ts';

export type FactSources = {
  /** Records that wait for something and are left out of what is to be sent. */
  readonly blocked: readonly RecordId[];
  readonly chainsOf: (scope: ScopeId) => readonly HeldChain[];
  readonly blobs: readonly BlobTask[];
  /** A log with more entries than this begins with a snapshot. */
  readonly worthASnapshot: number;
};

export function readFacts(desk: Desk, sources: FactSources): SyncFacts {
  const { blobs, worthASnapshot } = sources;
  const scopes = readScopes(desk.database.reading).map((state) => scopeFacts(desk, state, sources));
  return { device: desk.device.signer.device, scopes, blobs, worthASnapshot };
}

/** A scope of which something waits to be sent has a row, so that nobody forgets to send it. */
export function noticeScopes(desk: Desk): void {
  const known = new Set(readScopes(desk.database.reading).map(({ scope }) => scope));
  const fresh = [
    desk.device.chain.current.scope,
    ...newWaitingScopes(desk.database.reading),
    ...scopesOfWaitingOrders(desk.database.reading),
  ].filter((scope) => !known.has(scope));
  if (fresh.length === 0) return;
  desk.database.write((writing) => {
    for (const scope of fresh) scopeState(writing, scope);
    return ok(null);
  });
}

function scopeFacts({ database: { reading } }: Desk, state: StoredScope, sources: FactSources): ScopeFacts {
  const { key, scope } = state;
  return {
    ...state,
    get holes() {
      return missingOf(reading, key, syncLimits.fetchIds);
    },
    get chains() {
      return state.reoffer === null ? [] : sources.chainsOf(scope);
    },
    get outbox() {
      return pendingOf(reading, scope, sources.blocked, syncLimits.pushChanges + 1);
    },
    get orders() {
      return waitingOrders(reading, scope, syncLimits.pushOrders);
    },
  };
}
