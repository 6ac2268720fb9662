// Which changes nobody but this desk has yet. A change leaves this list only by a receipt, never by anything else.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const insertOutbox = statement<{ seq: number }>('insert into outbox (change_seq) values (@seq)');
const countOutbox = statement<Record<never, never>, { count: number }>('select count(*) as count from outbox');
const outboxOfRecord = statement<{ recordKey: number }, { id: string }>(
  `select lower(hex(c.id)) as id from change c join outbox o on o.change_seq = c.seq where c.record_key = @recordKey`,
);

export function addToOutbox(writing: Writing, seq: number): void {
  writing.run(insertOutbox, { seq });
}

export function countUndelivered(reading: Reading): number {
  return reading.first(countOutbox, {})?.count ?? 0;
}

/** Ids of the record's changes that only this desk has. */
export function undeliveredOf(reading: Reading, recordKey: number): ReadonlySet<string> {
  return new Set(reading.all(outboxOfRecord, { recordKey }).map((row) => row.id));
}
