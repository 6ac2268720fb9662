// Shares and moves records between scopes, and passes on what is new about records that several scopes see. Every scope
// is a transaction of its own; each step says what the log still lacks, so any of them may be repeated or come late.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { Erasure } from '../../src-shared/history/erasure.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import type { RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { parseChange } from '../../src-shared/history/parse-change.ts';
import { appendLog } from '../../src-shared/sync/centre/append-log.ts';
import { filesNamedIn } from '../../src-shared/sync/centre/named-files.ts';
import type { PlaceFacts } from '../../src-shared/sync/centre/place-record.ts';
import { bringIn, passOn, takeOut } from '../../src-shared/sync/centre/place-record.ts';
import type { ErasureId, LogSubject } from '../../src-shared/sync/format/log-entry.ts';
import { isChangeEntry } from '../../src-shared/sync/format/log-entry.ts';
import type { Writing } from '../database/database.ts';
import { blobsOf } from '../stores/blob-store.ts';
import { insertChanges, recordEverywhere, seqsOf } from '../stores/change-store.ts';
import { eraseBody, erasureSeqs, erasuresEverywhere } from '../stores/erasure-store.ts';
import { placesOf, putPlaces, scopesSeeing, sharedRecords } from '../stores/place-store.ts';
import { appendEntries, lockHead } from '../stores/scope-log.ts';
import { forgetWantedOf, wantBlobs } from '../stores/wanted-blob-store.ts';
import type { Centre } from './centre.ts';

type Step = (facts: PlaceFacts) => readonly LogSubject[];

/** From here on `scope` sees the record, with its whole history. */
export function shareRecord(centre: Centre, record: RecordId, scope: ScopeId): Promise<Result<number, Problem>> {
  return place(centre, record, scope, bringIn);
}

/** From here on `scope` does not see what is new; what it knew stays known. */
export function withdrawRecord(centre: Centre, record: RecordId, scope: ScopeId): Promise<Result<number, Problem>> {
  return place(centre, record, scope, takeOut);
}

/** Passes on what some scopes that see the record lack. @param onAppended told of each scope whose log has grown */
export async function spreadRecord(
  centre: Centre,
  record: RecordId,
  onAppended: (scope: ScopeId) => void = () => undefined,
): Promise<Result<null, Problem>> {
  const scopes = await scopesSeeing(centre.database.reading, record);
  if (scopes.length < 2) return ok(null);
  for (const scope of scopes) {
    const passed = await place(centre, record, scope, passOn);
    if (!passed.ok) return passed;
    if (passed.value > 0) onAppended(scope);
  }
  return ok(null);
}

/** Catches up with every record that several scopes see, after a stop in the middle of anything. */
export async function spreadAll(
  centre: Centre,
  onAppended: (scope: ScopeId) => void,
): Promise<Result<number, Problem>> {
  let after = '';
  let count = 0;
  for (;;) {
    const records = await sharedRecords(centre.database.reading, after, 500);
    for (const record of records) {
      const passed = await spreadRecord(centre, record, onAppended);
      if (!passed.ok) return passed;
    }
    count += records.length;
    const last = records.at(-1);
    if (last === undefined) return ok(count);
    after = last;
  }
}

/** Gives the number of entries that the log has taken in. */
async function place(centre: Centre, record: RecordId, scope: ScopeId, step: Step): Promise<Result<number, Problem>> {
  // Orders before changes: a change they name is then among those that are read.
  const orders = await ordersOf(centre, record);
  const changes = await historyOf(centre, record);
  const epoch = await centre.epoch();
  return centre.database.write(scope, async (writing) => {
    const locked = await lockHead(writing);
    if (locked === null) return err({ code: 'server_unknown_scope', facts: { scope } });
    const known = await seqsOf(
      writing,
      scope,
      changes.map(({ id }) => id),
    );
    const knownOrders = await erasureSeqs(writing, scope, [...orders.keys()]);
    const places = await placesOf(writing, scope, [record]);
    const ids = new Set<string>([...known.keys(), ...knownOrders.keys()]);
    const subjects = step({
      scope,
      record,
      place: places.get(record) ?? 'new',
      changes,
      orders: [...orders.keys()],
      isInLog: (id) => ids.has(id),
    });
    const { entries } = appendLog({ ...locked, scope, epoch }, subjects, centre.crypto);
    await store(writing, changes, entries, centre.now());
    await carryOut(writing, orders, entries);
    const joins = subjects.some(({ kind }) => kind === 'joined');
    const leaves = subjects.some(({ kind }) => kind === 'left');
    if (joins || leaves) await putPlaces(writing, [record], joins ? 'here' : 'left');
    if (leaves) await forgetWantedOf(writing, record);
    else if (joins || places.get(record) === 'here') await wantFiles(writing, record, changes);
    await appendEntries(writing, entries);
    return ok(entries.length);
  });
}

/** A file comes from the scope of the change that names it: naming a hash elsewhere gives nobody the file. */
async function wantFiles(writing: Writing<ScopeId>, record: RecordId, changes: readonly Change[]): Promise<void> {
  const named = changes
    .filter(({ header }) => header.scope !== writing.scope)
    .flatMap((change) => filesNamedIn(change).map((hash) => ({ source: change.header.scope, hash })));
  if (named.length === 0) return;
  const present = await blobsOf(
    writing,
    writing.scope,
    named.map(({ hash }) => hash),
  );
  const has = new Set(present.map(({ hash }) => hash));
  await wantBlobs(
    writing,
    record,
    named.filter(({ hash }) => !has.has(hash)),
  );
}

async function store(
  writing: Writing<ScopeId>,
  changes: readonly Change[],
  entries: readonly (LogSubject & { readonly seq: number })[],
  at: number,
): Promise<void> {
  const changesById = new Map(changes.map((change) => [change.id, change]));
  for (const entry of entries.filter(isChangeEntry)) {
    const change = changesById.get(entry.subject);
    if (change === undefined) continue;
    const bytes = { header: change.headerBytes, body: change.bodyBytes, signature: change.signature };
    const row = { id: change.id, seq: entry.seq, header: change.header, bytes, review: null };
    await insertChanges(writing, [row], { at, device: change.header.device });
  }
}

/** After the changes: a body that came along from a scope that the order had not reached yet goes in the same step. */
async function carryOut(
  writing: Writing<ScopeId>,
  orders: ReadonlyMap<ErasureId, Erasure>,
  entries: readonly (LogSubject & { readonly seq: number })[],
): Promise<void> {
  for (const entry of entries) {
    const erasure = entry.kind === 'erased' ? orders.get(entry.subject) : undefined;
    if (entry.kind === 'erased' && erasure !== undefined)
      await eraseBody(writing, { id: entry.subject, seq: entry.seq, erasure });
  }
}

async function ordersOf(centre: Centre, record: RecordId): Promise<ReadonlyMap<ErasureId, Erasure>> {
  const orders = new Map<ErasureId, Erasure>();
  for (const [id, { order, signature }] of await erasuresEverywhere(centre.database.reading, record)) {
    const parsed = parseErasure(order, signature);
    if (parsed.ok) orders.set(id, parsed.value);
  }
  return orders;
}

/** Each change once, however many scopes hold its bytes. Stored changes read as they did when they were admitted. */
async function historyOf(centre: Centre, record: RecordId): Promise<readonly Change[]> {
  const changes = new Map<Change['id'], Change>();
  for (const { id, bytes } of await recordEverywhere(centre.database.reading, record)) {
    const parsed = parseChange(bytes.header, bytes.body, bytes.signature, centre.crypto);
    if (parsed.ok) changes.set(id, parsed.value);
  }
  return [...changes.values()];
}
