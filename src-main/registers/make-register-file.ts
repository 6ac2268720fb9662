// Makes the file of a register, whatever its format: whole, or a problem and no file at all.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { RegisterExport } from '../../src-shared/contract/register-inputs.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { type RegisterVolume, registerVolumes } from './register-pages.ts';
import { type RegisterSheet, registerSheet } from './register-sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

export type RegisterFacts = {
  readonly rows: number;
  readonly checksum: string;
  /** Records marked 敏感 that a register for everybody leaves out. */
  readonly leftOut: number;
  /** Texts of a CSV file that began like a formula and were escaped. */
  readonly escaped: number;
};

/** A PDF is pages still to be printed. */
export type MadeRegister = RegisterFacts & {
  /** Without ending. */
  readonly name: string;
  readonly content:
    | { readonly type: 'file'; readonly bytes: Uint8Array<ArrayBuffer> }
    | { readonly type: 'pages'; readonly volumes: readonly RegisterVolume[] };
};

/** Lines of a sheet of Excel that are left for a register; there are 1,048,576 in all. */
const mostSheetLines = 1_000_000;

/** Problems: those of `registerSheet`, `register_too_long`, `cell_too_long`, `not_in_gb18030`. */
export async function makeRegisterFile(
  desk: Desk,
  person: Person,
  request: RegisterExport,
  tell: (done: number, total: number) => void,
): Promise<Result<MadeRegister, Problem>> {
  const sheet = registerSheet(desk, person, request);
  if (!sheet.ok) return sheet;
  const { title, count, leftOut, today } = sheet.value;
  const made = await contentOf(sheet.value, request, new Date(desk.tools.now()), (done) => tell(done, count));
  return made.ok
    ? ok({ leftOut, escaped: 0, name: fileName(title, sheet.value.period || today), ...made.value })
    : made;
}

type Content = Pick<MadeRegister, 'rows' | 'checksum' | 'content'> & { readonly escaped?: number };

async function contentOf(
  sheet: RegisterSheet,
  { format, encoding }: RegisterExport,
  at: Date,
  tell: (done: number) => void,
): Promise<Result<Content, Problem>> {
  if (format === 'pdf') {
    const { volumes, rows, checksum } = registerVolumes(sheet, tell);
    return ok({ rows, checksum, content: { type: 'pages', volumes } });
  }
  if (format === 'csv') {
    const written = writeCsv(sheet, encoding, tell);
    if (!written.ok) return written;
    const { bytes, ...facts } = written.value;
    return ok({ ...facts, content: { type: 'file', bytes } });
  }
  if (sheet.count > mostSheetLines)
    return err({ code: 'register_too_long', facts: { count: sheet.count, limit: mostSheetLines } });
  const { bytes, tooLong, ...facts } = await writeXlsx(sheet, at, tell);
  if (tooLong !== null) return err({ code: 'cell_too_long', facts: { line: tooLong.serial, column: tooLong.column } });
  return ok({ ...facts, content: { type: 'file', bytes } });
}

/** 失物招领台账 2025年3月1日至2025年3月31日. */
function fileName(title: string, when: string): string {
  return `${title} ${when}`;
}
