// The desk's log: who did what, when. Rows are never altered or removed, and each holds the hash of all before it, so
// that a row taken out by other means is noticed.

import { hash } from 'node:crypto';
import type { AuditAction } from '../../src-shared/records/audit-actions.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

export type AuditEntry = {
  /** ms since 1970. */
  readonly at: number;
  readonly account: string;
  readonly action: AuditAction;
  /** Id of the record it is about; empty when it is about none. */
  readonly record: string;
  /** Facts that are no personal data: paths, codes, counts, reasons given for looking. */
  readonly detail: Readonly<Record<string, string | number>>;
};

export type AuditRow = {
  seq: number;
  at: number;
  account: string;
  action: string;
  record: string;
  detail: string;
  hash: string;
};

const lastEntry = statement<Record<never, never>, { seq: number; hash: string }>(
  'select seq, lower(hex(hash)) as hash from audit order by seq desc limit 1',
);
const insertEntry = statement<AuditRow>(
  `insert into audit (seq, at, account, action, record, detail, hash)
   values (@seq, @at, @account, @action, @record, @detail, unhex(@hash))`,
);
const allEntries = statement<Record<never, never>, AuditRow>(
  'select seq, at, account, action, record, detail, lower(hex(hash)) as hash from audit order by seq',
);
const lastArchived = statement<Record<never, never>, AuditPlace>(
  'select last as seq, lower(hex(hash)) as hash from audit_anchor order by last desc limit 1',
);

/** A line by its number and its hash. */
export type AuditPlace = { readonly seq: number; readonly hash: string };

/** What stands before the first line. */
export const auditStart = '0'.repeat(64);

/** What the lines that are here go on from: the last one that lies in an archive, or the start. */
export function auditBase(reading: Reading): AuditPlace {
  return reading.first(lastArchived, {}) ?? { seq: 0, hash: auditStart };
}

/** Gives the number of the line. */
export function appendAudit(writing: Writing, entry: AuditEntry): number {
  const last = writing.first(lastEntry, {}) ?? auditBase(writing);
  const row = { ...entry, seq: last.seq + 1, detail: JSON.stringify(entry.detail) };
  writing.run(insertEntry, { ...row, hash: entryHash(last.hash, row) });
  return row.seq;
}

/** Places of entries whose hash does not follow from what stands before them. */
export function auditFaults(reading: Reading): readonly number[] {
  const faults: number[] = [];
  let before = auditBase(reading);
  for (const row of reading.each(allEntries, {})) {
    if (row.seq !== before.seq + 1 || row.hash !== entryHash(before.hash, row)) faults.push(row.seq);
    before = row;
  }
  return faults;
}

/** What is hashed of a line, after the one line of text that names the format; exports hold exactly this. */
export function auditText(before: string, row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, account, action, record, detail } = row;
  return JSON.stringify([before, seq, at, account, action, record, detail]);
}

export function entryHash(before: string, row: Omit<AuditRow, 'hash'>): string {
  return hash('sha256', `case-desk audit 1\n${auditText(before, row)}`);
}
