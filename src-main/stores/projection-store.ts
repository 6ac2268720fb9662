// Empties everything that is worked out from the changes, before it is worked out anew; compares one state with another.

import { createHash } from 'node:crypto';
import type { Reading, Writing } from '../database/database.ts';
import { type SqlParameters, type Statement, statement } from '../database/statement.ts';
import { type RecordRow, recordColumns } from './record-store.ts';

type None = Record<never, never>;

const empties = [
  statement<None>('delete from head'),
  statement<None>('delete from facet'),
  statement<None>('delete from link'),
  statement<None>('delete from measured'),
  statement<None>('delete from record'),
  // A contentless table takes this command in place of a delete without a condition.
  statement<None>("insert into search (search) values ('delete-all')"),
];
const contents: readonly Statement<None, object>[] = [
  statement<None, RecordRow>(`select ${recordColumns} from record order by key`),
  statement<None, object>('select record_key, change_seq from head order by record_key, change_seq'),
  statement<None, object>(
    'select kind, path, value, occurred_at, record_key from facet order by kind, path, value, occurred_at, record_key',
  ),
  statement<None, object>('select record_key, relation, target from link order by record_key, relation, target'),
  statement<None, object>(
    `select m.kind, m.name, d.day, d.record_key, d.nth, d.amount, d.approximate
     from measured d join measure m on m.key = d.measure_key order by m.kind, m.name, d.day, d.record_key, d.nth`,
  ),
  statement<None, object>(
    `select m.kind, m.name, d.day, d.amount, d.parts, d.approximate
     from measured_day d join measure m on m.key = d.measure_key order by m.kind, m.name, d.day`,
  ),
  statement<SqlParameters, object>('select rowid from search order by rowid'),
];

const outOfSearch = statement<{ internal: string; limit: number }, { key: number }>(
  `select key from record where kind not in (select value from json_each(@internal)) and key not in (select rowid from search) order by key limit @limit + 0`,
);

/** Records that the search index does not have; those of internal kinds it has none of. */
export function keysOutOfSearch(reading: Reading, internal: readonly string[]): readonly number[] {
  return reading.all(outOfSearch, { internal: JSON.stringify(internal), limit: 100 }).map(({ key }) => key);
}

export function emptyProjections(writing: Writing): void {
  for (const empty of empties) writing.run(empty, {});
}

/** SHA-256 over everything that is worked out from the changes; equal exactly when it is equal. */
export function projectionsHash(reading: Reading): string {
  const hash = createHash('sha256');
  for (const rows of contents) {
    for (const row of reading.each(rows, {})) hash.update(JSON.stringify(row)).update('\n');
    hash.update('--\n');
  }
  return hash.digest('hex');
}
