// The centre as a process: takes pushes in, answers from its database, and can be killed between any two of its steps.

import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { ChangeId, DeviceId, RecordId, ScopeId } from '../../../src-shared/history/ids.ts';
import { isChangeId } from '../../../src-shared/history/ids.ts';
import { admitPush } from '../../../src-shared/sync/centre/admit-push.ts';
import { mayUse } from '../../../src-shared/sync/centre/may-use.ts';
import { bringIn, passOn, takeOut } from '../../../src-shared/sync/centre/place-record.ts';
import { decodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { ChangeItem } from '../../../src-shared/sync/format/item.ts';
import type { EpochId, LogPoint } from '../../../src-shared/sync/format/log-point.ts';
import { pushHead } from '../../../src-shared/sync/format/messages.ts';
import type { View } from './centre-answers.ts';
import {
  answerCall,
  failed,
  grantedTo,
  ok,
  pageAt,
  receiptFor,
  scopeAsked,
  unknownScope,
  verify,
} from './centre-answers.ts';
import type { CentreData } from './centre-store.ts';
import { append, changesOf, copyCentre, inEpoch, logOf, placeOf, pushFacts } from './centre-store.ts';
import type { Answer, Call } from './exchange.ts';
import { toJson } from './exchange.ts';

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
      scope ?? grantedTo(this.data, device)[0] ?? unknownScope,
    );
    if (verdict === 'revoked') return { ...failed, status: 403 };
    if (verdict !== 'allowed') return failed;
    return answerCall(call, this.#view(), device, bytes, now);
  }

  #view(): View {
    return { data: this.data, rotten: this.rotten, parts: this.#snapshotParts };
  }

  page(cursor: LogPoint, now: number, limit: number): Uint8Array {
    return pageAt(this.#view(), cursor, now, limit);
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
    const receipt = receiptFor(
      this.data,
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
      orders: [],
      isInLog: (id: string) => isChangeId(id) && seqById.has(id),
    };
  }
}
