// Where two logs part: reading goes on from there, and whatever the desk holds is offered again (S15).

import { ok } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { afterLocating, beginReoffer } from '../../src-shared/sync/desk/fact-changes.ts';
import type { Writing } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { doubtBlobs } from '../stores/blob-delivery-store.ts';
import { noteDelivery, receivedIn } from '../stores/delivery-store.ts';
import { sendOrdersAgain } from '../stores/erasure-store.ts';
import { ownListedBehind, unlistBehind } from '../stores/log-store.ts';
import { queueAgain } from '../stores/outbox-store.ts';
import { changeScope, forgetParts, readScopes, type StoredScope, scopeState } from '../stores/sync-scope-store.ts';
import { type Arrival, nothing, type Of } from './arrival.ts';
import type { Answer } from './centre-calls.ts';
import { commitArrived } from './store-arrived.ts';

export function takeLocate(desk: Desk, { scope }: Of<'locate'>, answer: Answer<'locate'>): Arrival {
  const done = commitArrived(desk, (writing) => {
    const before = scopeState(writing, scope);
    const change = afterLocating(before, answer, desk.tools.crypto);
    if (change === null) return ok(false);
    changeScope(writing, scope, change);
    forgetParts(writing, before.key);
    if (change.reoffer !== before.reoffer) offerAgain(desk, writing, before, change.cursor?.seq ?? 0);
    return ok(true);
  });
  if (!done.ok || !done.value) return nothing;
  return { progress: true, heads: [{ scope, epoch: answer.epoch, seq: answer.head.seq }] };
}

function offerAgain(desk: Desk, writing: Writing, before: StoredScope, common: number): void {
  doubtBehind(desk, writing, before, common);
  sendOrdersAgain(writing, before.scope);
  // Its files may be gone like its log.
  doubtBlobs(writing);
  // Of a scope that is only carried nothing is read, so its log is doubted together with those that are.
  for (const { scope, granted } of readScopes(writing))
    if (!granted) changeScope(writing, scope, { reoffer: beginReoffer(before.doubt ?? 'restored') });
}

/** What stood behind the last place that both logs share is not known to be at the centre any more. */
function doubtBehind(desk: Desk, writing: Writing, { key, scope }: StoredScope, common: number): void {
  const listed = ownListedBehind(writing, key, common, desk.device.signer.device);
  unlistBehind(writing, key, common);
  for (const seq of listed) noteDelivery(writing, seq, { event: 'doubted' });
  for (const seq of receivedIn(writing, scope)) doubtReceived(writing, seq);
}

function doubtReceived(writing: Writing, seq: number): void {
  noteDelivery(writing, seq, { event: 'doubted' });
  queueAgain(writing, { seq, own: true }, true);
}

/** Every chain was compared and offered. */
export function endReoffer(desk: Desk, scope: ScopeId): Arrival {
  const done = commitArrived(desk, (writing) => ok(changeScope(writing, scope, { reoffer: null })));
  return { progress: done.ok };
}
