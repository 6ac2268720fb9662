// What the thread of imports is asked to do, and what it answers: plain data both ways.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Cell } from '../../src-shared/imports/cell.ts';
import type { CheckedLine } from '../../src-shared/imports/check-line.ts';
import type { ImportMapping } from '../../src-shared/imports/mapping.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import type { IsoDateTime } from '../../src-shared/records/dates/iso-date-time.ts';
import type { WorkingCalendar } from '../../src-shared/records/deadlines/working-calendar.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Book } from './book.ts';

export type ReadTask = { readonly task: 'read'; readonly bytes: Uint8Array; readonly name: string };

export type CheckTask = {
  readonly task: 'check';
  readonly kind: Kind;
  readonly codeLists: CodeLists;
  readonly calendar: WorkingCalendar;
  readonly unit: { readonly name: string; readonly code: string; readonly phone: string };
  readonly now: IsoDateTime;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly handler: string;
  readonly year: number | null;
  /** The lines below the header, or a part of them. */
  readonly rows: readonly (readonly Cell[])[];
  /** Line of the sheet, from 1, that the first of them is. */
  readonly firstLine: number;
  readonly headers: readonly string[];
  readonly mapping: ImportMapping;
};

/** `says` is the SHA-256 of what the line says, in hex. */
export type JudgedLine = CheckedLine & { readonly sameAs: Problem | null };

export type CheckedTable = {
  readonly lines: readonly JudgedLine[];
  readonly skipped: readonly { readonly line: number; readonly problem: Problem; readonly text: string }[];
  /** Empty lines among the others. */
  readonly blank: number;
};

export type Answers = { readonly read: Book; readonly check: CheckedTable };
export type Task = ReadTask | CheckTask;
