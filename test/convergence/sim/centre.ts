// The centre as a process: reads requests, answers from its database, and can be killed between any two of its steps.

import { z } from 'zod';
import { createVerify, nodeCryptography as crypto } from '../../../src-main/trust/node-cryptography.ts';
import { required } from '../../../src-shared/base/assert.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ChangeId, DeviceId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import { toDeviceId, toScopeId } from '../../../src-shared/history/ids.ts';
import { admitPush } from '../../../src-shared/sync/centre/admit-push.ts';
import { makeManifest } from '../../../src-shared/sync/centre/make-snapshot.ts';
import { mayUse } from '../../../src-shared/sync/centre/may-use.ts';
import { bringIn, passOn, takeOut } from '../../../src-shared/sync/centre/place-record.ts';
import { standingOf, whatFollows } from '../../../src-shared/sync/centre/what-follows.ts';
import { chainPrefix } from '../../../src-shared/sync/format/chain-prefix.ts';
import { commonPoint } from '../../../src-shared/sync/format/checkpoints.ts';
import { decodeDocument, encodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { ChangeItem, NumberedItem } from '../../../src-shared/sync/format/item.ts';
import { isChangeEntry } from '../../../src-shared/sync/format/log-entry.ts';
import type { EpochId, LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { messages, pushHead } from '../../../src-shared/sync/format/messages.ts';
import { encodePage } from '../../../src-shared/sync/format/page.ts';
import { makeReceipt } from '../../../src-shared/sync/format/receipt.ts';
import { scopeShape } from '../../../src-shared/sync/format/shapes.ts';
import { testPublicKey, testSigner } from '../../support/seeded-cryptography.ts';
import type { CentreData } from './centre-store.ts';
import {
  append,
  changesOf,
  copyCentre,
  forkedIncarnations,
  inEpoch,
  logFacts,
  logOf,
  placeOf,
  pushFacts,
  stepsOf,
} from './centre-store.ts';
import type { Answer, Call } from './exchange.ts';
import { fromJson, toJson, toWire } from './exchange.ts';

export const centreDevice = toDeviceId('centre');
const centreSigner = testSigner(centreDevice);
export const verify = createVerify();
export const centreKey = { centre: centreDevice, publicKey: testPublicKey(centreDevice), verify };

/** Entries of one page: few, so that paging happens. */
const pageEntries = 7;

export type PushRequest = { readonly scope: ScopeId; readonly device: DeviceId; readonly items: readonly ChangeItem[] };

export class Centre {
  data: CentreData;
  isUp = true;
  /** Rises with every start, so that work of an earlier life ends with it. */
  life = 0;
  /** Changes of revoked devices that a head has let in; kept outside the database, as a person remembers. */
  readonly released = new Set<ChangeId>();
  /** Changes whose bytes have rotted on the centre's disk, until somebody repairs it. */
  readonly rotten = new Set<ChangeId>();
  /** Every record that a scope has ever seen, in any epoch. */
  readonly everHere = new Set<string>();
  /** Files went with an older database; uploads are not repeated for that yet. */
  hasLostFiles = false;
  /** Broken promises that only the centre can see while it happens. */
  readonly faults: string[] = [];
  #snapshotParts = new Map<string, Uint8Array>();

  constructor(data: CentreData) {
    this.data = data;
  }

  crash(): void {
    this.isUp = false;
    this.life += 1;
    this.#snapshotParts = new Map();
  }

  start(): void {
    this.isUp = true;
    this.spreadAll();
  }

  backup(): CentreData {
    return copyCentre(this.data);
  }

  restore(backup: CentreData, epoch: EpochId): void {
    this.hasLostFiles ||= this.data.files.size > backup.files.size;
    this.data = inEpoch(backup, epoch);
    this.crash();
    this.start();
  }

  /** Every call but a push and an upload: answered from one look at the database. */
  answer(call: Call, device: DeviceId, bytes: Uint8Array, now: number): Answer {
    const use = call === 'have' || call === 'offer' ? 'deliver' : 'read';
    const scope = scopeAsked(bytes);
    const verdict = mayUse(
      this.data.devices.get(device) ?? null,
      use,
      scope ?? this.#grantedTo(device)[0] ?? unknownScope,
    );
    if (verdict === 'revoked') return { ...failed, status: 403 };
    if (verdict !== 'allowed') return failed;
    switch (call) {
      case 'poll':
        return this.#poll(device, bytes, now);
      case 'pull':
        return this.#pull(bytes, now);
      case 'locate':
        return this.#locate(bytes, now);
      case 'have':
        return this.#have(bytes, now);
      case 'offer':
        return this.#offer(device, bytes, now);
      case 'fetch':
        return this.#fetch(bytes, now);
      case 'snapshot':
        return this.#snapshot(bytes, now);
      case 'snapshotPart':
        return this.#snapshotPart(bytes);
      default:
        return failed;
    }
  }

  readPush(bytes: Uint8Array): PushRequest | null {
    const document = decodeDocument(bytes, pushHead);
    if (!document.ok) return null;
    const { head, items } = document.value;
    return { ...head, items: items.filter((item) => item.kind === 'change') };
  }

  /** One transaction: verdicts, changes, log. */
  push({ scope, device, items }: PushRequest, now: number): Answer {
    if (!this.data.logs.has(scope)) return failed;
    const facts = pushFacts(this.data, scope, (id) => this.released.has(id));
    const { verdicts, admitted } = admitPush(items, facts, { crypto, verify });
    for (const { change } of admitted) {
      this.#watch(change);
      this.everHere.add(`${scope} ${change.header.record}`);
      this.data.changes.set(change.id, change);
    }
    append(
      this.data,
      scope,
      admitted.map(({ change }) => ({ kind: 'change', subject: change.id })),
    );
    for (const verdict of verdicts)
      if (verdict.verdict === 'refused') this.data.refused.set(verdict.id, verdict.code);
      else if (verdict.verdict !== 'waiting_for_parent') this.data.refused.delete(verdict.id);
    const received = verdicts.filter(({ verdict }) => verdict === 'accepted' || verdict === 'already_known');
    const receipt = this.#receipt(
      scope,
      device,
      received.map(({ id }) => id),
      now,
    );
    return ok(toJson({ epoch: this.data.epoch, verdicts, receipt, at: now }));
  }

  /** [I14] */
  #watch({ id, header }: Change): void {
    const isRevoked = this.data.devices.get(header.device)?.state === 'revoked';
    if (isRevoked && !this.released.has(id)) this.faults.push(`I14: ${id} of a revoked device was admitted`);
  }

  /** What other scopes still lack of records they see; each scope is a transaction of its own. */
  spreadAll(): void {
    const records = new Set([...this.data.changes.values()].map(({ header }) => header.record));
    for (const scope of this.data.logs.keys())
      for (const record of records) append(this.data, scope, passOn(this.#placeFacts(scope, record)));
  }

  rot(id: ChangeId): void {
    this.rotten.add(id);
  }

  share(record: RecordId, scope: ScopeId): void {
    this.everHere.add(`${scope} ${record}`);
    append(this.data, scope, bringIn(this.#placeFacts(scope, record)));
  }

  leave(record: RecordId, scope: ScopeId): void {
    append(this.data, scope, takeOut(this.#placeFacts(scope, record)));
  }

  revoke(device: DeviceId): void {
    const standing = this.data.devices.get(device);
    if (standing !== undefined) this.data.devices.set(device, { ...standing, state: 'revoked' });
  }

  #placeFacts(scope: ScopeId, record: RecordId) {
    const { seqById } = logOf(this.data, scope);
    return {
      scope,
      record,
      place: placeOf(this.data, scope, record),
      changes: changesOf(this.data, record),
      isInLog: (id: ChangeId) => seqById.has(id),
    };
  }

  #receipt(scope: ScopeId, device: DeviceId, received: readonly ChangeId[], now: number) {
    return toWire(makeReceipt({ ...logOf(this.data, scope).head, device, at: now, received }, centreSigner, crypto));
  }

  #grantedTo(device: DeviceId): readonly ScopeId[] {
    return [...(this.data.devices.get(device)?.scopes ?? [])];
  }

  #poll(device: DeviceId, bytes: Uint8Array, now: number): Answer {
    const request = fromJson(bytes, messages.poll.input);
    if (request === null) return failed;
    const granted = this.#grantedTo(device);
    const standings = granted.map((scope) => {
      const cursor = request.cursors.find((point) => point.scope === scope) ?? null;
      return standingOf(cursor, logFacts(this.data, scope));
    });
    return ok(toJson({ standings, granted, forked: forkedIncarnations(this.data, device), at: now }));
  }

  #pull(bytes: Uint8Array, now: number): Answer {
    const request = fromJson(bytes, messages.pull.input);
    if (request === null || !this.data.logs.has(request.cursor.scope)) return failed;
    return ok(this.page(request.cursor, now));
  }

  page(cursor: LogPoint, now: number, limit = pageEntries): Uint8Array {
    const facts = logFacts(this.data, cursor.scope);
    const { standing, from, upTo } = whatFollows(cursor, facts);
    const last = Math.min(upTo, from + limit);
    const entries = logOf(this.data, cursor.scope).entries.slice(from, Math.max(from, last));
    const items = entries.map((entry): NumberedItem => {
      if (entry.kind === 'joined' || entry.kind === 'left')
        return { kind: entry.kind, subject: entry.subject, seq: entry.seq };
      if (!isChangeEntry(entry)) throw new Error('no erasures in this simulation');
      return { kind: entry.kind, subject: entry.subject, seq: entry.seq, bytes: this.#bytesOf(entry.subject) };
    });
    const end = entries.at(-1);
    const to =
      end === undefined ? { seq: from, chain: standing.there ?? cursor.chain } : { seq: end.seq, chain: end.chain };
    return encodePage({ standing, from, to, at: now, items });
  }

  #bytesOf(id: ChangeId): ChangeItem['bytes'] {
    const { headerBytes, bodyBytes, signature }: Change = required(
      this.data.changes.get(id),
      'a logged change is stored',
    );
    const body = this.rotten.has(id) && bodyBytes !== null ? bodyBytes.with(10, 0) : bodyBytes;
    return { header: headerBytes, body, signature };
  }

  #locate(bytes: Uint8Array, now: number): Answer {
    const request = fromJson(bytes, messages.locate.input);
    if (request === null || !this.data.logs.has(request.scope)) return failed;
    const { head, chainAt } = logFacts(this.data, request.scope);
    const common = commonPoint(request.checkpoints, chainAt);
    return ok(toJson({ epoch: head.epoch, head: { seq: head.seq, chain: head.chain }, common, at: now }));
  }

  #have(bytes: Uint8Array, now: number): Answer {
    const request = fromJson(bytes, messages.have.input);
    if (request === null) return failed;
    const chains = request.chains.map((tip) => {
      const steps = stepsOf(this.data, request.scope, tip.device, tip.incarnation);
      return chainPrefix(
        { ...tip, n: 0, id: null },
        steps.filter(({ n }) => n <= tip.n),
      );
    });
    return ok(toJson({ epoch: this.data.epoch, chains: chains.filter(({ n }) => n > 0), at: now }));
  }

  #offer(device: DeviceId, bytes: Uint8Array, now: number): Answer {
    const request = fromJson(bytes, messages.offer.input);
    if (request === null || !this.data.logs.has(request.scope)) return failed;
    const { seqById } = logOf(this.data, request.scope);
    const known = request.ids.flatMap((id) => {
      const seq = seqById.get(id);
      return seq === undefined ? [] : [{ id, seq }];
    });
    const receipt = this.#receipt(
      request.scope,
      device,
      known.map(({ id }) => id),
      now,
    );
    return ok(toJson({ epoch: this.data.epoch, known, receipt, at: now }));
  }

  #fetch(bytes: Uint8Array, now: number): Answer {
    const request = fromJson(bytes, messages.fetch.input);
    if (request === null || !this.data.logs.has(request.scope)) return failed;
    const { seqById } = logOf(this.data, request.scope);
    const items = request.ids
      .filter((id) => seqById.has(id))
      .map((id): ChangeItem => ({ kind: 'change', subject: id, bytes: this.#bytesOf(id) }));
    const head = { fetch: 1, scope: request.scope, epoch: this.data.epoch, at: now };
    return ok(encodeDocument(head, items).bytes);
  }

  #snapshot(bytes: Uint8Array, now: number): Answer {
    const request = fromJson(bytes, messages.snapshot.input);
    if (request === null || !this.data.logs.has(request.scope)) return failed;
    const log = logOf(this.data, request.scope);
    if (log.head.seq < 5) return ok(toJson({ manifest: null, at: now }));
    const parts: Uint8Array[] = [];
    for (let seq = 0; seq < log.head.seq; seq += 4) {
      const chain = required(logFacts(this.data, request.scope).chainAt(seq), 'within the log');
      parts.push(this.page({ ...log.head, seq, chain }, now, 4));
    }
    for (const part of parts) this.#snapshotParts.set(hexOf(part), part);
    const facts = {
      point: log.head,
      at: now,
      format: 'documents',
      changes: log.seqById.size,
      records: log.places.size,
      parts,
    };
    return ok(toJson({ manifest: toWire(makeManifest(facts, centreSigner, crypto)), at: now }));
  }

  #snapshotPart(bytes: Uint8Array): Answer {
    const request = fromJson(bytes, messages.snapshotPart.input);
    const part = request === null ? undefined : this.#snapshotParts.get(request.sha256);
    return part === undefined ? failed : ok(part);
  }
}

/** Of any call but a poll, which is for all scopes a desk may read. */
const asked = z.union([
  z.object({ scope: scopeShape }).transform(({ scope }) => scope),
  z.object({ cursor: z.object({ scope: scopeShape }) }).transform(({ cursor }) => cursor.scope),
]);
const unknownScope = toScopeId('none');

function scopeAsked(bytes: Uint8Array): ScopeId | null {
  return fromJson(bytes, asked);
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(crypto.sha256(bytes)).toString('hex');
}

export const failed: Answer = { status: 422, bytes: toJson({ code: 'sync_bad_message' }) };

export function ok(bytes: Uint8Array): Answer {
  return { status: 200, bytes };
}
