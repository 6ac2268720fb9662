// Imports of ledgers, and the records that came of their lines.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/** `running` stays when the desk was ended in the middle; what it wrote by then can be undone like the rest. */
export type ImportState = 'running' | 'done' | 'cancelled' | 'undone';

export type ImportRow = {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly sheet: string;
  /** ms since 1970. */
  readonly at: number;
  readonly account: string;
  readonly state: ImportState;
  /** Lines of the ledger that are records. */
  readonly lines: number;
  readonly imported: number;
  /** Lines that were not imported. */
  readonly refused: number;
  /** Records voided by taking the import back, and those left because somebody had changed them. */
  readonly voided: number;
  readonly kept: number;
};
export type ImportedRecord = { readonly line: number; readonly recordKey: number };

/** Not every reader may know of a restricted record; that there is one they must. */
function shownNumber(table: string): string {
  return `case when ${table}restricted = 1 then '—' else ${table}number end`;
}

const columns = 'key, id, kind, file, sheet, at, account, state, lines, imported, refused, voided, kept';
const insertImport = statement<Omit<ImportRow, 'key' | 'imported' | 'voided' | 'kept'>>(
  `insert into import (id, kind, file, sheet, at, account, state, lines, refused)
   values (@id, @kind, @file, @sheet, @at, @account, @state, @lines, @refused)`,
);
const insertLine = statement<{ importKey: number; line: number; recordKey: number; says: string }>(
  'insert into import_line (import_key, line, record_key, says) values (@importKey, @line, @recordKey, unhex(@says))',
);
const addImported = statement<{ key: number; count: number; refused: number }>(
  'update import set imported = imported + @count, refused = refused + @refused where key = @key',
);
const setState = statement<{ key: number; state: ImportState }>('update import set state = @state where key = @key');
const addTaken = statement<{ key: number; voided: number; kept: number }>(
  'update import set voided = voided + @voided, kept = kept + @kept where key = @key',
);
const clearKept = statement<{ key: number }>('update import set kept = 0 where key = @key');
const importById = statement<{ id: string }, ImportRow>(`select ${columns} from import where id = @id`);
const latestImports = statement<{ limit: number }, ImportRow>(
  `select ${columns} from import order by key desc limit @limit + 0`,
);
const linesOf = statement<{ key: number; after: number; limit: number }, ImportedRecord>(
  `select line, record_key as recordKey from import_line where import_key = @key and line > @after order by line limit @limit + 0`,
);
/** Of a record that is not void any more by now. */
const recordSaying = statement<{ says: string; kind: string }, { number: string }>(
  `select ${shownNumber('r.')} as number from import_line l join record r on r.key = l.record_key
   where l.says = unhex(@says) and r.kind = @kind and r.stage <> 'void' limit 1`,
);
/** The key of a record is the place of its first change. */
const changedByPeople = statement<{ key: number; system: string }, { count: number }>(
  'select count(*) as count from change where record_key = @key and seq <> @key and author <> @system',
);
const sameMoment = statement<{ kind: string; occurredAt: string; title: string }, { number: string }>(
  `select ${shownNumber('')} as number from record indexed by record_by_occurred
   where kind = @kind and occurred_at = @occurredAt and title = @title and stage <> 'void' limit 1`,
);
const sameNumber = statement<{ kind: string; number: string }, { number: string }>(
  `select ${shownNumber('')} as number from record indexed by record_by_number where kind = @kind and number = @number limit 1`,
);

export function beginImport(writing: Writing, row: Omit<ImportRow, 'key' | 'imported' | 'voided' | 'kept'>): number {
  return writing.run(insertImport, row).key;
}

export function addImportLine(
  writing: Writing,
  line: { readonly importKey: number; readonly line: number; readonly recordKey: number; readonly says: string },
): void {
  writing.run(insertLine, line);
}

/** `refused`: lines that were good when they were checked and are not any more. */
export function countImported(writing: Writing, key: number, count: number, refused: number): void {
  writing.run(addImported, { key, count, refused });
}

export function setImportState(writing: Writing, key: number, state: ImportState): void {
  writing.run(setState, { key, state });
}

export function countTakenBack(writing: Writing, key: number, voided: number, kept: number): void {
  writing.run(addTaken, { key, voided, kept });
}

/** Before an import is taken back once more. */
export function forgetKept(writing: Writing, key: number): void {
  writing.run(clearKept, { key });
}

export function importOf(reading: Reading, id: string): ImportRow | null {
  return reading.first(importById, { id }) ?? null;
}

export function lastImports(reading: Reading, limit: number): readonly ImportRow[] {
  return reading.all(latestImports, { limit });
}

export function importedRecords(
  reading: Reading,
  key: number,
  after: number,
  limit: number,
): readonly ImportedRecord[] {
  return reading.all(linesOf, { key, after, limit });
}

/** Whether a person has changed the record since it was made; steps of the desk's clock (`system`) are none. */
export function wasChangedByPeople(reading: Reading, key: number, system: string): boolean {
  return (reading.first(changedByPeople, { key, system })?.count ?? 0) > 0;
}

/** Number of a record of the kind that is the same: by an earlier import, by its number, or by its time and title. */
export function sameRecord(
  reading: Reading,
  kind: string,
  line: { readonly says: string; readonly number: string; readonly occurredAt: string; readonly title: string },
): string | null {
  const { says, number, occurredAt, title } = line;
  const found =
    reading.first(recordSaying, { says, kind }) ??
    (number === '' ? undefined : reading.first(sameNumber, { kind, number })) ??
    (occurredAt === '' || title === '' ? undefined : reading.first(sameMoment, { kind, occurredAt, title }));
  return found?.number ?? null;
}
