// The centre's answers to everything but a push: each from one look at the database.

import { z } from 'zod';
import { createVerify, nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ChangeId, DeviceId, ScopeId } from '../../../src-shared/history/ids.ts';
import { toDeviceId, toScopeId } from '../../../src-shared/history/ids.ts';
import { makeManifest, toSnapshotPart } from '../../../src-shared/sync/centre/make-snapshot.ts';
import { standingOf, whatFollows } from '../../../src-shared/sync/centre/what-follows.ts';
import { chainPrefix } from '../../../src-shared/sync/format/chain-prefix.ts';
import { commonPoint } from '../../../src-shared/sync/format/checkpoints.ts';
import { encodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { ChangeItem, NumberedItem } from '../../../src-shared/sync/format/item.ts';
import { isChangeEntry } from '../../../src-shared/sync/format/log-entry.ts';
import type { LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { messages } from '../../../src-shared/sync/format/messages.ts';
import { encodePage } from '../../../src-shared/sync/format/page.ts';
import { makeReceipt } from '../../../src-shared/sync/format/receipt.ts';
import { scopeShape } from '../../../src-shared/sync/format/shapes.ts';
import { testPublicKey, testSigner } from '../../support/seeded-cryptography.ts';
import type { CentreData } from './centre-store.ts';
import { forkedIncarnations, logFacts, logOf, stepsOf } from './centre-store.ts';
import type { Answer, Call } from './exchange.ts';
import { fromJson, toJson, toWire } from './exchange.ts';

export const centreDevice = toDeviceId('centre');
const centreSigner = testSigner(centreDevice);
export const verify = createVerify();
export const centreKey = { centre: centreDevice, publicKey: testPublicKey(centreDevice), verify };

/** Entries of one page: few, so that paging happens. */
const pageEntries = 7;

export type View = {
  readonly data: CentreData;
  /** Changes whose bytes have rotted. */
  readonly rotten: ReadonlySet<ChangeId>;
  /** Parts of snapshots by hash, forgotten with every restart. */
  readonly parts: Map<string, Uint8Array>;
};

export function answerCall(call: Call, view: View, device: DeviceId, bytes: Uint8Array, now: number): Answer {
  switch (call) {
    case 'poll':
      return poll(view, device, bytes, now);
    case 'pull':
      return pull(view, bytes, now);
    case 'locate':
      return locate(view, bytes, now);
    case 'have':
      return have(view, bytes, now);
    case 'offer':
      return offer(view, device, bytes, now);
    case 'fetch':
      return fetch(view, bytes, now);
    case 'snapshot':
      return snapshot(view, bytes, now);
    case 'snapshotPart':
      return snapshotPart(view, bytes);
    default:
      return failed;
  }
}

export function receiptFor(
  data: CentreData,
  scope: ScopeId,
  device: DeviceId,
  received: readonly ChangeId[],
  now: number,
) {
  return toWire(makeReceipt({ ...logOf(data, scope).head, device, at: now, received }, centreSigner, crypto));
}

export function grantedTo(data: CentreData, device: DeviceId): readonly ScopeId[] {
  return [...(data.devices.get(device)?.scopes ?? [])];
}

function poll({ data }: View, device: DeviceId, bytes: Uint8Array, now: number): Answer {
  const request = fromJson(bytes, messages.poll.input);
  if (request === null) return failed;
  const granted = grantedTo(data, device);
  const standings = granted.map((scope) => {
    const cursor = request.cursors.find((point) => point.scope === scope) ?? null;
    return standingOf(cursor, logFacts(data, scope));
  });
  return ok(toJson({ standings, granted, forked: forkedIncarnations(data, device), at: now }));
}

function pull(view: View, bytes: Uint8Array, now: number): Answer {
  const request = fromJson(bytes, messages.pull.input);
  if (request === null || !view.data.logs.has(request.cursor.scope)) return failed;
  return ok(pageAt(view, request.cursor, now, pageEntries));
}

export function pageAt(view: View, cursor: LogPoint, now: number, limit: number): Uint8Array {
  const facts = logFacts(view.data, cursor.scope);
  const { standing, from, upTo } = whatFollows(cursor, facts);
  const last = Math.min(upTo, from + limit);
  const entries = logOf(view.data, cursor.scope).entries.slice(from, Math.max(from, last));
  const items = entries.map((entry): NumberedItem => {
    if (entry.kind === 'joined' || entry.kind === 'left')
      return { kind: entry.kind, subject: entry.subject, seq: entry.seq };
    if (!isChangeEntry(entry)) throw new Error('no erasures in this simulation');
    return { kind: entry.kind, subject: entry.subject, seq: entry.seq, bytes: bytesOf(view, entry.subject) };
  });
  const end = entries.at(-1);
  const to =
    end === undefined ? { seq: from, chain: standing.there ?? cursor.chain } : { seq: end.seq, chain: end.chain };
  return encodePage({ standing, from, to, at: now, items });
}

function bytesOf({ data, rotten }: View, id: ChangeId): ChangeItem['bytes'] {
  const { headerBytes, bodyBytes, signature }: Change = required(data.changes.get(id), 'a logged change is stored');
  const body = rotten.has(id) && bodyBytes !== null ? bodyBytes.with(10, 0) : bodyBytes;
  return { header: headerBytes, body, signature };
}

function locate(view: View, bytes: Uint8Array, now: number): Answer {
  const request = fromJson(bytes, messages.locate.input);
  if (request === null || !view.data.logs.has(request.scope)) return failed;
  const { head, chainAt } = logFacts(view.data, request.scope);
  const common = commonPoint(request.checkpoints, chainAt);
  return ok(toJson({ epoch: head.epoch, head: { seq: head.seq, chain: head.chain }, common, at: now }));
}

function have(view: View, bytes: Uint8Array, now: number): Answer {
  const request = fromJson(bytes, messages.have.input);
  if (request === null) return failed;
  const chains = request.chains.map((tip) => {
    const steps = stepsOf(view.data, request.scope, tip.device, tip.incarnation);
    return chainPrefix(
      { ...tip, n: 0, id: null },
      steps.filter(({ n }) => n <= tip.n),
    );
  });
  return ok(toJson({ epoch: view.data.epoch, chains: chains.filter(({ n }) => n > 0), at: now }));
}

function offer(view: View, device: DeviceId, bytes: Uint8Array, now: number): Answer {
  const request = fromJson(bytes, messages.offer.input);
  if (request === null || !view.data.logs.has(request.scope)) return failed;
  const { seqById } = logOf(view.data, request.scope);
  const known = request.ids.flatMap((id) => {
    const seq = seqById.get(id);
    return seq === undefined ? [] : [{ id, seq }];
  });
  const receipt = receiptFor(
    view.data,
    request.scope,
    device,
    known.map(({ id }) => id),
    now,
  );
  return ok(toJson({ epoch: view.data.epoch, known, receipt, at: now }));
}

function fetch(view: View, bytes: Uint8Array, now: number): Answer {
  const request = fromJson(bytes, messages.fetch.input);
  if (request === null || !view.data.logs.has(request.scope)) return failed;
  const { seqById } = logOf(view.data, request.scope);
  const items = request.ids
    .filter((id) => seqById.has(id))
    .map((id): ChangeItem => ({ kind: 'change', subject: id, bytes: bytesOf(view, id) }));
  const head = { fetch: 1, scope: request.scope, epoch: view.data.epoch, at: now };
  return ok(encodeDocument(head, items).bytes);
}

function snapshot(view: View, bytes: Uint8Array, now: number): Answer {
  const request = fromJson(bytes, messages.snapshot.input);
  if (request === null || !view.data.logs.has(request.scope)) return failed;
  const log = logOf(view.data, request.scope);
  if (log.head.seq < 5) return ok(toJson({ manifest: null, at: now }));
  const parts: Uint8Array[] = [];
  for (let seq = 0; seq < log.head.seq; seq += 4) {
    const chain = required(logFacts(view.data, request.scope).chainAt(seq), 'within the log');
    parts.push(pageAt(view, { ...log.head, seq, chain }, now, 4));
  }
  for (const part of parts) view.parts.set(hexOf(part), part);
  const facts = {
    point: log.head,
    at: now,
    format: 'documents',
    changes: log.seqById.size,
    records: log.places.size,
    parts: parts.map((part) => toSnapshotPart(part, crypto)),
  };
  return ok(toJson({ manifest: toWire(makeManifest(facts, centreSigner, crypto)), at: now }));
}

function snapshotPart(view: View, bytes: Uint8Array): Answer {
  const request = fromJson(bytes, messages.snapshotPart.input);
  const part = request === null ? undefined : view.parts.get(request.sha256);
  return part === undefined ? failed : ok(part);
}

/** Of any call but a poll, which is for all scopes a desk may read. */
const asked = z.union([
  z.object({ scope: scopeShape }).transform(({ scope }) => scope),
  z.object({ cursor: z.object({ scope: scopeShape }) }).transform(({ cursor }) => cursor.scope),
]);
export const unknownScope = toScopeId('none');

export function scopeAsked(bytes: Uint8Array): ScopeId | null {
  return fromJson(bytes, asked);
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(crypto.sha256(bytes)).toString('hex');
}

export const failed: Answer = { status: 422, bytes: toJson({ code: 'sync_bad_message' }) };

export function ok(bytes: Uint8Array): Answer {
  return { status: 200, bytes };
}
