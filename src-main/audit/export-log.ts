// The log as a file: a table for reading, or the very lines that were hashed, which an outsider verifies with ordinary tools
// (docs/audit.md). The hash of the file itself goes into the log.

import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { AuditExport } from '../../src-shared/contract/audit-inputs.ts';
import { auditReaders } from '../../src-shared/contract/permissions.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Reading } from '../database/database.ts';
import { needRole } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import { readPersonalSettings } from '../records/desk-settings.ts';
import { logReading } from '../records/log-reading.ts';
import type { Person } from '../records/people.ts';
import { type AuditQuery, auditBounds, auditHashAt, auditLines, auditRun } from '../stores/audit-query.ts';
import { auditStart, auditText } from '../stores/audit-store.ts';
import { logAnchors } from '../stores/log-anchor-store.ts';
import { auditLine, auditQueryOf } from './audit-page.ts';
import type { CheckRun } from './verify-log.ts';

export type ExportedLog = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: number;
  readonly sha256: string;
  /** Lines up to this one were asked for and lie in archives; 0 when none was. */
  readonly archivedTo: number;
};

const atOnce = 2_000;

/** Problems: `not_allowed`, `audit_nothing`, `job_cancelled`, those of the disk: what cannot be logged is not given out. */
export async function exportLog(
  desk: Desk,
  person: Person,
  request: AuditExport,
  run: CheckRun,
): Promise<Result<ExportedLog, Problem>> {
  const allowed = needRole(person, auditReaders);
  if (!allowed.ok) return allowed;
  const query = auditQueryOf(desk, desk.database.reading, request);
  const made = request.format === 'csv' ? await csvOf(desk, person, query, run) : await linesOf(desk, query, run);
  if (!made.ok) return made;
  const bytes = new TextEncoder().encode(made.value.texts.join(''));
  const sha256 = hash('sha256', bytes);
  const { lines } = made.value;
  const logged = logReading(desk, person, 'log_exported', '', { lines, format: request.format, sha256 });
  if (!logged.ok) return logged;
  const day = datePart(epochMsToLocal(desk.tools.now()));
  const mediaType = request.format === 'csv' ? 'text/csv' : 'application/x-ndjson';
  const archivedTo = archivedOf(desk.database.reading, query);
  return ok({ name: `审计日志-${day}.${request.format}`, mediaType, bytes, lines, sha256, archivedTo });
}

/** The last archived line, when the time that was asked for begins before what is here. */
function archivedOf(reading: Reading, { from }: AuditQuery): number {
  const anchor = logAnchors(reading).at(-1);
  const firstHere = anchor === undefined ? undefined : auditRun(reading, anchor.last, anchor.last + 1, 1)[0];
  return anchor !== undefined && firstHere !== undefined && from < firstHere.at ? anchor.last : 0;
}

type Made = { readonly texts: readonly string[]; readonly lines: number };

async function linesOf(desk: Desk, time: AuditQuery, run: CheckRun): Promise<Result<Made, Problem>> {
  const { reading } = desk.database;
  const bounds = auditBounds(reading, time);
  if (bounds === null) return err({ code: 'audit_nothing' });
  const texts = await linesBetween(reading, bounds, run);
  return texts.ok ? ok({ texts: texts.value, lines: texts.value.length - 1 }) : texts;
}

/** Each line is what was hashed, its first value the hash of the line before; the last line holds the hash of the last. */
export async function linesBetween(
  reading: Reading,
  { first, last }: { readonly first: number; readonly last: number },
  run: CheckRun,
): Promise<Result<readonly string[], Problem>> {
  const texts: string[] = [];
  let before = auditHashAt(reading, first - 1) ?? auditStart;
  for (let after = first - 1; after < last; ) {
    const rows = auditRun(reading, after, last, atOnce);
    for (const row of rows) {
      texts.push(`${auditText(before, row)}\n`);
      before = row.hash;
    }
    after = rows.at(-1)?.seq ?? last;
    const goesOn = await breathe(run, texts.length, last - first + 1);
    if (!goesOn.ok) return goesOn;
  }
  return ok([...texts, `${JSON.stringify([before])}\n`]);
}

const headings = {
  zh: ['序号', '时间（UTC+8）', '人员', '账户', '事项', '事项代码', '记录编号', '记录', '细节', '散列值'],
  en: ['Line', 'Time (UTC+8)', 'Person', 'Account', 'Act', 'Code', 'Record number', 'Record', 'Detail', 'Hash'],
} as const;

/** Oldest first, in the reader's language; cells that a spreadsheet would take for a formula are marked as text. */
async function csvOf(desk: Desk, person: Person, query: AuditQuery, run: CheckRun): Promise<Result<Made, Problem>> {
  const { reading } = desk.database;
  const { language } = readPersonalSettings(reading, person.id);
  const texts: string[] = [];
  let lines = 0;
  for (let before: number | undefined; ; ) {
    const rows = auditLines(reading, query, { before, limit: atOnce });
    const cells = rows.map((row) => {
      const { seq, at, by, account, said, action, record } = auditLine(desk, reading, person, row);
      const when = epochMsToLocal(at).replace('T', ' ');
      const number = record?.shown?.number ?? '';
      return [seq, when, by[language], account, said[language], action, number, record?.id ?? '', row.detail, row.hash];
    });
    texts.push(stringify(cells.reverse(), { escape_formulas: true, record_delimiter: 'windows' }));
    lines += rows.length;
    const goesOn = await breathe(run, lines, null);
    if (!goesOn.ok) return goesOn;
    if (rows.length < atOnce) break;
    before = rows.at(-1)?.seq;
  }
  if (lines === 0) return err({ code: 'audit_nothing' });
  const head = stringify([[...headings[language]]], { bom: true, record_delimiter: 'windows' });
  return ok({ texts: [head, ...texts.reverse()], lines });
}

/** Lets others have their turn. Problem `job_cancelled`. */
async function breathe(
  { signal, progress }: CheckRun,
  done: number,
  total: number | null,
): Promise<Result<null, Problem>> {
  progress(done, total);
  await setImmediate();
  return signal.aborted ? err({ code: 'job_cancelled' }) : ok(null);
}
