// Imports of ledgers as the window sees them: the file as a table, what became of each line, and the imports there were.

import type { Problem } from '../base/problem.ts';
import type { ImportMapping } from '../imports/mapping.ts';

export type ImportColumnView = {
  readonly index: number;
  readonly header: string;
  /** A few cells of it. */
  readonly samples: readonly string[];
  /** Its cells look as if they held two fields. */
  readonly looksLikeTwo: boolean;
};

/** A file that was read and waits for a person to say what its columns are. */
export type ImportFileView = {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly lines: number }[];
  readonly sheet: number;
  /** Line of the header, from 1, and how many lines it takes; null when none was found. */
  readonly header: { readonly line: number; readonly lines: 1 | 2 } | null;
  /** Lines below the header with something in them. */
  readonly lines: number;
  /** For dates without a year. */
  readonly year: number | null;
  readonly notices: readonly Problem[];
  readonly columns: readonly ImportColumnView[];
  readonly mapping: ImportMapping;
  /** The mapping is the one that was used for this very header before. */
  readonly remembered: boolean;
};

export type LineState = 'ready' | 'duplicate' | 'refused';

export type ImportLineView = {
  /** As the spreadsheet numbers it, from 1. */
  readonly line: number;
  readonly state: LineState;
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** What its cells say, by column. */
  readonly cells: readonly string[];
};

export type ImportCheckView = {
  readonly counts: Readonly<Record<LineState, number>>;
  /** Lines that are no records, with the reason. */
  readonly skipped: readonly { readonly line: number; readonly problem: Problem; readonly text: string }[];
  readonly blank: number;
};

export type PastImportView = {
  readonly id: string;
  readonly kind: string;
  readonly file: string;
  /** ms since 1970. */
  readonly at: number;
  readonly byName: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'undone';
  readonly lines: number;
  readonly imported: number;
  readonly refused: number;
  readonly voided: number;
  readonly kept: number;
  /** Whether the person who asks may take it back. */
  readonly mayUndo: boolean;
};

/** A record of an import that is not void. */
export type ImportedView = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly line: number;
  readonly changedSince: boolean;
};
