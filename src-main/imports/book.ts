// A file that was read: its sheets as tables, and what a person should know of how it was read.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { SheetTable } from '../../src-shared/imports/cell.ts';

export type Book = {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly SheetTable[];
  readonly notices: readonly Problem[];
};
