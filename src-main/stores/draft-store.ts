// What people have typed and not saved yet, per person: it survives a crash, a lock and a change of person.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

export type DraftRow = {
  readonly id: string;
  readonly kind: string;
  readonly record: string | null;
  readonly step: string | null;
  /** JSON. */
  readonly content: string;
  /** JSON array of change ids. */
  readonly heads: string;
  readonly updatedAt: number;
};

const putRow = statement<DraftRow & { account: string }>(
  `insert into draft (account, id, kind, record, step, content, heads, updated_at)
   values (@account, @id, @kind, @record, @step, @content, @heads, @updatedAt)
   on conflict (account, id) do update set kind = excluded.kind, record = excluded.record, step = excluded.step,
     content = excluded.content, heads = excluded.heads, updated_at = excluded.updated_at`,
);
const rowsOfAccount = statement<{ account: string }, DraftRow>(
  `select id, kind, record, step, content, heads, updated_at as updatedAt from draft
   where account = @account order by updated_at desc, key desc`,
);
const lastKey = statement<Record<never, never>, { key: number | null }>('select max(key) as key from draft');
const rowAt = statement<{ key: number }, DraftRow & { readonly account: string }>(
  `select account, id, kind, record, step, content, heads, updated_at as updatedAt from draft where key = @key`,
);
const deleteRow = statement<{ account: string; id: string }>('delete from draft where account = @account and id = @id');
const deleteOfRecord = statement<{ record: string }>('delete from draft where record = @record');

export function putDraft(writing: Writing, account: string, draft: DraftRow): void {
  writing.run(putRow, { ...draft, account });
}

/** Latest first. */
export function draftsOf(reading: Reading, account: string): readonly DraftRow[] {
  return reading.all(rowsOfAccount, { account });
}

/** The highest key of a draft; 0 where there is none. */
export function lastDraftKey(reading: Reading): number {
  return reading.first(lastKey, {})?.key ?? 0;
}

/** One person's draft by its key, for reading a file that may be damaged. */
export function draftAt(reading: Reading, key: number): (DraftRow & { readonly account: string }) | null {
  return reading.first(rowAt, { key }) ?? null;
}

/** Of whoever has one: what the record said is gone. */
export function dropDraftsOf(writing: Writing, record: string): void {
  writing.run(deleteOfRecord, { record });
}

export function dropDraft(writing: Writing, account: string, id: string): void {
  writing.run(deleteRow, { account, id });
}
