// Takes in a push: signatures are checked before the scope's lock, everything that is decided is looked up after it, and
// changes, log and receipt are one transaction.

import type { z } from 'zod';
import { hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ChangeId, DeviceId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import type { PushFacts, PushOutcome } from '../../src-shared/sync/centre/admit-push.ts';
import { admitPush } from '../../src-shared/sync/centre/admit-push.ts';
import { appendLog } from '../../src-shared/sync/centre/append-log.ts';
import { decodeDocument } from '../../src-shared/sync/format/document.ts';
import type { ChangeItem, ErasureItem } from '../../src-shared/sync/format/item.ts';
import type { LogSubject } from '../../src-shared/sync/format/log-entry.ts';
import type { EpochId, LogPoint } from '../../src-shared/sync/format/log-point.ts';
import type { Message } from '../../src-shared/sync/format/messages.ts';
import { pushHead } from '../../src-shared/sync/format/messages.ts';
import { idsDigest } from '../../src-shared/sync/format/receipt.ts';
import type { Verdict } from '../../src-shared/sync/format/verdict.ts';
import { isReceived } from '../../src-shared/sync/format/verdict.ts';
import type { Writing } from '../database/database.ts';
import { insertChanges } from '../stores/change-store.ts';
import type { Device } from '../stores/device-store.ts';
import { eraseBody } from '../stores/erasure-store.ts';
import { keepForks } from '../stores/fork-store.ts';
import { putPlaces } from '../stores/place-store.ts';
import { keepReceipt } from '../stores/receipt-store.ts';
import { countRefused, keepRefused } from '../stores/refused-store.ts';
import { appendEntries, lockHead } from '../stores/scope-log.ts';
import { admitOrders, erasedIn, type OrdersOutcome } from './admit-orders.ts';
import { receiptFor } from './answer-poll.ts';
import type { Centre } from './centre.ts';
import type { PreparedPush } from './prepare-push.ts';
import { preparePush, pushFactsIn } from './prepare-push.ts';

export type PushAnswer = z.infer<Message['push']['output']>;
export type PushResult = {
  readonly scope: ScopeId;
  readonly answer: PushAnswer;
  /** Records that have new changes, for other scopes that see them. */
  readonly records: readonly RecordId[];
  /** A body is gone from the log: whatever was made of it before is made anew. */
  readonly hasErased: boolean;
};

/** Refused changes of one device that are kept in one scope at most; beyond, they are refused all the same. */
const keptRefusals = 5_000;

/** @param device who delivers, as its token says */
export async function answerPush(
  centre: Centre,
  device: Device,
  bytes: Uint8Array,
): Promise<Result<PushResult, Problem>> {
  const document = decodeDocument(bytes, pushHead);
  if (!document.ok) return document;
  const { head, items } = document.value;
  if (head.device !== device.device) return err({ code: 'sync_bad_message', facts: { field: 'device' } });
  const changes = items.filter((item) => item.kind === 'change');
  const orders = items.filter((item) => item.kind === 'erased');
  const prepared = await preparePush(centre, device, { scope: head.scope, items: changes, orders });
  const epoch = await centre.epoch();
  const push = { device, changes, orders, prepared, epoch };
  return centre.database.write(head.scope, (writing) => takeIn(centre, writing, push));
}

type Push = {
  readonly device: Device;
  readonly changes: readonly ChangeItem[];
  readonly orders: readonly ErasureItem[];
  readonly prepared: PreparedPush;
  readonly epoch: EpochId;
};

async function takeIn(centre: Centre, writing: Writing<ScopeId>, push: Push): Promise<Result<PushResult, Problem>> {
  const { scope } = writing;
  const { device, changes, orders, prepared, epoch } = push;
  const locked = await lockHead(writing);
  if (locked === null) return err({ code: 'server_unknown_scope', facts: { scope } });
  const erased = erasedIn(centre, scope, changes, orders, prepared);
  const facts = await pushFactsIn(writing, { ...locked, scope, epoch }, prepared, erased);
  const outcome = admitPush(changes, facts, { ...prepared, crypto: centre.crypto });
  const admitted = new Map(outcome.admitted.map(({ change }) => [change.id, change]));
  const seq = locked.seq + admitted.size;
  const ordered = await admitOrders(centre, writing, { orders, changes: admitted, seq, prepared });
  const { entries, head } = appendLog(facts.head, subjectsOf(outcome, ordered), centre.crypto);
  const at = centre.now();
  await store(writing, outcome, facts, { at, device: device.device });
  for (const order of ordered.admitted) await eraseBody(writing, order);
  await keepAside(writing, changes, outcome.verdicts, at, prepared);
  const verdicts = [...outcome.verdicts, ...ordered.verdicts];
  const receipt = await giveReceipt(centre, writing, head, device, verdicts);
  await appendEntries(writing, entries);
  const records = [
    ...outcome.admitted.map(({ change }) => change.header.record),
    ...ordered.admitted.map(({ erasure }) => erasure.content.record),
  ];
  return ok({
    scope,
    answer: { epoch, verdicts, receipt, at },
    records: [...new Set(records)],
    hasErased: ordered.admitted.length > 0,
  });
}

function subjectsOf({ admitted }: PushOutcome, orders: OrdersOutcome): readonly LogSubject[] {
  return [
    ...admitted.map(({ change }): LogSubject => ({ kind: 'change', subject: change.id })),
    ...orders.admitted.map(({ id }): LogSubject => ({ kind: 'erased', subject: id })),
  ];
}

async function giveReceipt(
  centre: Centre,
  writing: Writing<ScopeId>,
  head: LogPoint,
  device: Device,
  verdicts: readonly Verdict[],
): Promise<PushAnswer['receipt']> {
  const received = verdicts.filter(isReceived).map(({ id }) => id);
  const receipt = receiptFor(centre, head, device, received);
  if (received.length === 0) return receipt;
  const ids = idsDigest(received, centre.crypto);
  const signed = { bytes: textToBytes(receipt.bytes), signature: hexToBytes(receipt.signature) };
  await keepReceipt(writing, device.device, { ...signed, ids, at: centre.now() });
  return receipt;
}

async function store(
  writing: Writing<ScopeId>,
  { admitted }: PushOutcome,
  { head, placeOf }: PushFacts,
  reception: { readonly at: number; readonly device: DeviceId },
): Promise<void> {
  const changes = admitted.map(({ change, review }, index) => ({
    id: change.id,
    seq: head.seq + index + 1,
    header: change.header,
    bytes: { header: change.headerBytes, body: change.bodyBytes, signature: change.signature },
    review,
  }));
  await insertChanges(writing, changes, reception);
  const here = admitted.filter(
    ({ change, review }) => review !== 'sync_record_left' && placeOf(change.header.record) !== 'here',
  );
  await putPlaces(
    writing,
    here.map(({ change }) => change.header.record),
    'here',
  );
  const forks = admitted.filter(({ review }) => review === 'sync_fork').map(({ change }) => change.header);
  await keepForks(
    writing,
    forks.map(({ device, incarnation, n }) => ({ device, incarnation, n })),
    reception.at,
  );
}

/** What is authentic and still may not come in: a head decides on it, so it is kept whole. */
const keptCodes = new Set(['sync_device_revoked', 'sync_record_elsewhere']);

async function keepAside(
  writing: Writing<ScopeId>,
  changes: readonly ChangeItem[],
  verdicts: readonly Verdict[],
  at: number,
  { headerOf }: PreparedPush,
): Promise<void> {
  const itemsById = new Map<ChangeId, ChangeItem>(changes.map((item) => [item.subject, item]));
  const refused = verdicts.flatMap((verdict) => {
    const item = itemsById.get(verdict.id);
    const header = headerOf(verdict.id);
    if (verdict.verdict !== 'refused' || !keptCodes.has(verdict.code) || item === undefined || header === null)
      return [];
    return [
      { id: verdict.id, device: header.device, code: verdict.code, facts: verdict.facts ?? {}, bytes: item.bytes },
    ];
  });
  const [first] = refused;
  if (first === undefined) return;
  const kept = await countRefused(writing, writing.scope, first.device);
  await keepRefused(writing, refused.slice(0, Math.max(0, keptRefusals - kept)), at);
}
