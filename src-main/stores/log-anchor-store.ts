// Which lines of the log lie in archives, and the one way by which lines leave it: covered by an anchor of the same transaction.

import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/** Lines `first` to `last` lie in an archive; hashes in hex. */
export type LogAnchor = {
  readonly first: number;
  readonly last: number;
  /** Hash of the line before `first`. */
  readonly before: string;
  /** Hash of line `last`. */
  readonly hash: string;
  /** SHA-256 of the archive file. */
  readonly file: string;
  /** ms since 1970. */
  readonly at: number;
  readonly account: string;
  /** Number of the line in the log that tells of it. */
  readonly logged: number;
};
export type SignedAnchor = LogAnchor & { readonly signature: string };

type None = Record<never, never>;

const columns = `first, last, lower(hex(before)) as before, lower(hex(hash)) as hash, lower(hex(file)) as file, at, account,
  logged, lower(hex(signature)) as signature`;
const allAnchors = statement<None, SignedAnchor>(`select ${columns} from audit_anchor order by last`);
const insertAnchor = statement<SignedAnchor>(
  `insert into audit_anchor (first, last, before, hash, file, at, account, logged, signature)
   values (@first, @last, unhex(@before), unhex(@hash), unhex(@file), @at, @account, @logged, unhex(@signature))`,
);
const removeCovered = statement<None>('delete from audit where seq <= (select max(last) from audit_anchor)');
/** `+` keeps SQLite on the order of the lines: the search ends at the first young one. */
const firstYoung = statement<{ before: number }, { seq: number }>(
  'select seq from audit where +at >= @before order by seq limit 1',
);
const firstHere = statement<None, { seq: number }>('select seq from audit order by seq limit 1');
const archivedBy = statement<None, { seq: number; detail: string }>(
  `select seq, detail from audit indexed by audit_by_action where action = 'log_archived' order by seq`,
);
const lineHere = statement<{ most: number }, { seq: number }>(
  `select seq from audit where seq <= (select coalesce(max(last), 0) from audit_anchor) order by seq limit @most + 0`,
);

/** Oldest first. */
export function logAnchors(reading: Reading): readonly SignedAnchor[] {
  return reading.all(allAnchors, {});
}

/** Keeps the anchor and takes the lines it covers out of the log; gives how many went. */
export function archiveLines(writing: Writing, anchor: SignedAnchor): number {
  writing.run(insertAnchor, anchor);
  return writing.run(removeCovered, {}).changes;
}

/** Oldest lines, as many as stand before the first one written at or after `before` (ms since 1970); null when there are none. */
export function oldLines(reading: Reading, before: number): { readonly first: number; readonly last: number } | null {
  const first = reading.first(firstHere, {})?.seq;
  const young = reading.first(firstYoung, { before })?.seq;
  // The log ends with a line of today: where no young line is found, nothing is old either.
  if (first === undefined || young === undefined || young <= first) return null;
  return { first, last: young - 1 };
}

/** Lines that tell of an archive, with their facts. */
export function archivingLines(reading: Reading): readonly { readonly seq: number; readonly detail: string }[] {
  return reading.all(archivedBy, {});
}

/** Lines that are here although an archive is said to hold them. */
export function linesUnderAnchor(reading: Reading, most: number): readonly number[] {
  return reading.all(lineHere, { most }).map(({ seq }) => seq);
}
