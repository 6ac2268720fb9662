// The log of each scope: numbers without a gap and a hash chain over them, given out under the lock of the scope's head,
// so that whoever reads up to a number has read everything that will ever stand before it.

import { assert, assertNever, required } from '../../src-shared/base/assert.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { toRecordId } from '../../src-shared/history/ids.ts';
import type { Numbered } from '../../src-shared/sync/centre/append-log.ts';
import type { EntryKind, LogEntry } from '../../src-shared/sync/format/log-entry.ts';
import { entryKinds } from '../../src-shared/sync/format/log-entry.ts';
import type { ChainPoint, ChainValue } from '../../src-shared/sync/format/log-point.ts';
import { isChainValue } from '../../src-shared/sync/format/log-point.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, inChunks, rowToChangeId, rowToErasureId, rowToHex } from './bytes.ts';

/** The end of a scope's log; null where the scope is not known here. */
export async function readHead(reading: Reading, scope: ScopeId): Promise<ChainPoint | null> {
  const row = await reading.tables
    .selectFrom('log_head')
    .select(['seq', 'chain'])
    .where('scope', '=', scope)
    .executeTakeFirst();
  return row === undefined ? null : { seq: row.seq, chain: rowToChain(row.chain) };
}

/**
 * The end of the log, locked until the transaction ends: nobody else appends meanwhile. Whatever is read to decide on
 * what is appended must be read after it.
 */
export async function lockHead({ tables, scope, dialect }: Writing<ScopeId>): Promise<ChainPoint | null> {
  const query = tables.selectFrom('log_head').select(['seq', 'chain']).where('scope', '=', scope);
  // SQLite has one writer at a time anyway.
  const row = await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : { seq: row.seq, chain: rowToChain(row.chain) };
}

/** Begins the empty log of a new scope. */
export async function startLog({ tables, scope }: Writing<ScopeId>, chain: ChainValue): Promise<void> {
  await tables
    .insertInto('log_head')
    .values({ scope, seq: 0, chain: hexToRow(chain) })
    .execute();
}

/** Appends entries that follow the locked head; the last thing a transaction does. */
export async function appendEntries({ tables, scope }: Writing<ScopeId>, entries: readonly Numbered[]): Promise<void> {
  const last = entries.at(-1);
  if (last === undefined) return;
  const rows = entries.map((entry) => ({
    scope,
    seq: entry.seq,
    kind: entry.kind,
    subject: subjectToRow(entry),
    chain: hexToRow(entry.chain),
  }));
  for (const chunk of inChunks(rows, 5)) await tables.insertInto('log').values(chunk).execute();
  const { numUpdatedRows } = await tables
    .updateTable('log_head')
    .set({ seq: last.seq, chain: hexToRow(last.chain) })
    .where('scope', '=', scope)
    .where('seq', '=', last.seq - entries.length)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `the entries follow the locked head of ${scope}`);
}

/** Chain values after these entries; numbers beyond the log are left out, and so is 0. */
export async function chainsAt(
  reading: Reading,
  scope: ScopeId,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, ChainValue>> {
  if (seqs.length === 0) return new Map();
  const rows = await reading.tables
    .selectFrom('log')
    .select(['seq', 'chain'])
    .where('scope', '=', scope)
    .where('seq', 'in', seqs)
    .execute();
  return new Map(rows.map(({ seq, chain }) => [seq, rowToChain(chain)]));
}

/** Entries after `from`, up to `upTo`, in order. */
export async function readEntries(
  reading: Reading,
  scope: ScopeId,
  from: number,
  upTo: number,
): Promise<readonly Numbered[]> {
  const rows = await reading.tables
    .selectFrom('log')
    .select(['seq', 'kind', 'subject', 'chain'])
    .where('scope', '=', scope)
    .where('seq', '>', from)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, kind, subject, chain }) => ({ ...rowToEntry(seq, kind, subject), chain: rowToChain(chain) }));
}

function rowToChain(bytes: Uint8Array): ChainValue {
  const value = rowToHex(bytes);
  assert(isChainValue(value), 'a chain value has 32 bytes');
  return value;
}

function subjectToRow({ kind, subject }: LogEntry): Uint8Array {
  return kind === 'joined' || kind === 'left' ? Buffer.from(subject, 'utf8') : hexToRow(subject);
}

function rowToEntry(seq: number, kind: string, subject: Uint8Array): LogEntry {
  const known: EntryKind = required(
    entryKinds.find((name) => name === kind),
    `entry ${seq} is of a known kind`,
  );
  switch (known) {
    case 'change':
    case 'shared':
      return { seq, kind: known, subject: rowToChangeId(subject) };
    case 'joined':
    case 'left':
      return { seq, kind: known, subject: toRecordId(Buffer.from(subject).toString('utf8')) };
    case 'erased':
      return { seq, kind: known, subject: rowToErasureId(subject) };
    default:
      return assertNever(known, 'kind of entry');
  }
}
