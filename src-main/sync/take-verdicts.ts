// What the centre's answers to an offer, a comparison and a push change on the desk. Nothing but a verdict with a valid
// receipt takes a change out of the outbox (S17).

import { ok } from '../../src-shared/base/result.ts';
import type { ChangeId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { afterComparing, afterOffering, afterReceipt } from '../../src-shared/sync/desk/fact-changes.ts';
import type { VerdictEffects } from '../../src-shared/sync/desk/read-verdicts.ts';
import { readOffer, readVerdicts } from '../../src-shared/sync/desk/read-verdicts.ts';
import type { CentreKey, Signed } from '../../src-shared/sync/format/statement.ts';
import type { Writing } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { changeRef } from '../stores/change-store.ts';
import { noteDelivery } from '../stores/delivery-store.ts';
import { noteOrder, orderState } from '../stores/erasure-store.ts';
import { isQueued, putAside, queueAgain, sendAlone } from '../stores/outbox-store.ts';
import { keepReceipt } from '../stores/receipt-store.ts';
import { recordIdOf } from '../stores/record-store.ts';
import { changeScope, scopeState } from '../stores/sync-scope-store.ts';
import { type Arrival, nothing, type Of } from './arrival.ts';
import type { Answer } from './centre-calls.ts';
import { signedFromWire } from './centre-calls.ts';
import { commitArrived } from './store-arrived.ts';
import { takeOutArrived } from './take-out-arrived.ts';
import { cursorFor, verdictFacts } from './verdict-facts.ts';

export function takeHave(desk: Desk, { scope, chains }: Of<'have'>, answer: Answer<'have'>): Arrival {
  const done = commitArrived(desk, (writing) => {
    const { reoffer } = scopeState(writing, scope);
    if (reoffer === null || answer.epoch !== cursorFor(writing, scope)?.epoch) return ok(false);
    const next = afterComparing(reoffer, chains, answer.chains, (id) => changeRef(writing, id) !== null);
    changeScope(writing, scope, { reoffer: next });
    return ok(true);
  });
  return { progress: done.ok && done.value };
}

/** @param offered what was asked about, in the order of its chain; empty where the range held no more */
export function takeReoffer(
  desk: Desk,
  { scope, range }: Of<'reoffer'>,
  offered: readonly { readonly id: ChangeId; readonly n: number }[],
  answer: Answer<'offer'> | null,
  key: CentreKey,
): Arrival {
  const ids = offered.map(({ id }) => id);
  const arrival = answer === null ? { progress: true } : takeOffer(desk, scope, ids, answer, key);
  if (!arrival.progress) return arrival;
  const done = commitArrived(desk, (writing) => {
    const { reoffer } = scopeState(writing, scope);
    if (reoffer !== null)
      changeScope(writing, scope, { reoffer: afterOffering(reoffer, range, offered.at(-1)?.n ?? null) });
    return ok(null);
  });
  return { ...arrival, progress: done.ok };
}

export function takeOffer(
  desk: Desk,
  scope: ScopeId,
  asked: readonly ChangeId[],
  answer: Answer<'offer'>,
  key: CentreKey,
): Arrival {
  const receipt = signedFromWire(answer.receipt);
  const facts = verdictFacts(desk, scope, asked, []);
  const read = readOffer(answer.known, receipt, facts, key, desk.tools.crypto);
  if (!read.ok) return nothing;
  const done = commitArrived(desk, (writing) => {
    applyEffects(desk, writing, scope, read.value, receipt);
    for (const id of read.value.unknown) sendAgain(desk, writing, id);
    return ok(null);
  });
  return { progress: done.ok };
}

function sendAgain(desk: Desk, writing: Writing, id: ChangeId): void {
  const ref = changeRef(writing, id);
  if (ref === null) return;
  const own = ref.device === desk.device.signer.device;
  if (own) noteDelivery(writing, ref.seq, { event: 'unknown' });
  queueAgain(writing, { seq: ref.seq, own }, false);
}

/** @param sent everything that went along; @param signed changes that the desk signed anew for this push */
export function takePush(
  desk: Desk,
  scope: ScopeId,
  { sent, signed }: { readonly sent: readonly ChangeId[]; readonly signed: readonly ChangeId[] },
  answer: Answer<'push'>,
  key: CentreKey,
): Arrival {
  const receipt = signedFromWire(answer.receipt);
  const facts = verdictFacts(desk, scope, sent, signed);
  const read = readVerdicts(answer.verdicts, receipt, facts, key, desk.tools.crypto);
  if (!read.ok) return nothing;
  const effects = read.value;
  const done = commitArrived(desk, (writing) => {
    applyEffects(desk, writing, scope, effects, receipt);
    return ok(null);
  });
  if (!done.ok) return nothing;
  const { received, refused, alone, aside, waiting } = effects;
  const { epoch, seq: end } = effects.receipt;
  return {
    // The receipt says how far the log now goes: it is read at once, so that what was received is soon confirmed.
    heads: [{ scope, epoch, seq: end }],
    progress: received.length + refused.length + alone.length + aside.length > 0,
    unblock: received.flatMap(({ id }) => recordOf(desk, id)),
    block: waiting.flatMap(({ id }) => recordOf(desk, id)),
  };
}

function recordOf({ database }: Desk, id: ChangeId): readonly RecordId[] {
  const ref = changeRef(database.reading, id);
  const record = ref === null ? null : recordIdOf(database.reading, ref.recordKey);
  return record === null ? [] : [record];
}

function applyEffects(desk: Desk, writing: Writing, scope: ScopeId, effects: VerdictEffects, receipt: Signed): void {
  const { epoch, at } = effects.receipt;
  takeOutArrived(
    desk,
    writing,
    effects.received.map(({ id, seq }) => ({ id, event: { event: 'received', epoch, seq, at } })),
  );
  for (const { id, code } of effects.refused) {
    setAside(desk, writing, id, { event: 'refused', code });
    noteOrder(writing, id, 'refused', code);
  }
  for (const { id } of effects.received) if (orderState(writing, id) !== 'listed') noteOrder(writing, id, 'received');
  for (const id of effects.aside) setAside(desk, writing, id, { event: 'set_aside', code: 'sync_ancestor_refused' });
  for (const id of effects.alone) {
    const ref = changeRef(writing, id);
    if (ref !== null) sendAlone(writing, ref.seq);
  }
  noteReceipt(desk, writing, scope, effects, receipt);
}

function setAside(
  desk: Desk,
  writing: Writing,
  id: ChangeId,
  event: { readonly event: 'refused' | 'set_aside'; readonly code: string },
): void {
  const ref = changeRef(writing, id);
  if (ref === null) return;
  if (ref.device === desk.device.signer.device) noteDelivery(writing, ref.seq, event);
  if (isQueued(writing, ref.seq)) putAside(writing, ref.seq, event.code);
}

function noteReceipt(
  desk: Desk,
  writing: Writing,
  scope: ScopeId,
  { receipt: { epoch }, received, isContradicted }: VerdictEffects,
  receipt: Signed,
): void {
  const refs = received.flatMap(({ id, seq }) => {
    const ref = changeRef(writing, id);
    return ref === null ? [] : [{ ...ref, logSeq: seq }];
  });
  if (refs.length > 0) {
    const at = desk.tools.now();
    const seqs = refs.map(({ seq }) => seq);
    keepReceipt(writing, receipt, seqs, at);
    const detail = { changes: refs.length };
    appendAudit(writing, { at, account: 'system', action: 'delivery_confirmed', record: '', detail });
  }
  const state = scopeState(writing, scope);
  if (!state.granted) return;
  const own = refs.filter(({ device }) => device === desk.device.signer.device);
  changeScope(
    writing,
    scope,
    afterReceipt(
      state,
      epoch,
      own.map(({ logSeq }) => logSeq),
    ),
  );
  if (isContradicted) changeScope(writing, scope, { doubt: state.doubt ?? 'tampered' });
}
