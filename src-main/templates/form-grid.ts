// A blank form as a grid to look at and click: texts, merged blocks, which cells hold formulas.

import { readXlsx, type Sheet } from 'hucre/xlsx';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { FormGrid, FormGridCell } from '../../src-shared/contract/template-views.ts';
import { columnLetters } from '../registers/xlsx/cell-xml.ts';

/** Forms are pages; what lies further out is not shown, and said to be there. */
const mostRows = 200;
const mostColumns = 60;
/** Blank cells shown beyond what is written: lists are often drawn without a word in them. */
const margin = 2;

/** Problem `import_damaged`. */
export async function formGrids(bytes: Uint8Array): Promise<Result<readonly FormGrid[], Problem>> {
  try {
    const { sheets } = await readXlsx(bytes);
    return ok(sheets.map(toGrid));
  } catch {
    // The reader throws for whatever it cannot make sense of.
    return err({ code: 'import_damaged' });
  }
}

function toGrid(sheet: Sheet): FormGrid {
  const merges = sheet.merges ?? [];
  const rows = most(sheet.rows.length, merges, ({ endRow }) => endRow + 1) + margin;
  const written = sheet.rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const columns = most(written, merges, ({ endCol }) => endCol + 1);
  const height = Math.min(rows, mostRows);
  const width = Math.min(Math.max(columns, 1) + margin, mostColumns);
  const merged = mergedCells(merges);
  return {
    name: sheet.name,
    columns: range(0, width - 1).map(columnLetters),
    rows: range(0, height - 1).map((row) =>
      range(0, width - 1)
        .filter((column) => !merged.hidden.has(`${row},${column}`))
        .map((column) => toCell(sheet, row, column, merged.byFirst.get(`${row},${column}`))),
    ),
    isCut: rows > mostRows || columns + margin > mostColumns,
  };
}

type Merge = NonNullable<Sheet['merges']>[number];

function most(least: number, merges: readonly Merge[], end: (merge: Merge) => number): number {
  return merges.reduce((so, merge) => Math.max(so, end(merge)), least);
}

/**
 * Blocks by their first cell, and the cells that do not show since they lie in a block. Blocks do not overlap (ECMA-376
 * 18.3.1.55), so that no more cells are gone through than are shown; a file that says otherwise is not followed further.
 */
function mergedCells(merges: readonly Merge[]) {
  const byFirst = new Map<string, Merge>();
  const hidden = new Set<string>();
  let left = mostRows * mostColumns;
  for (const merge of merges) {
    const first = `${merge.startRow},${merge.startCol}`;
    if (hidden.has(first) || byFirst.has(first) || left <= 0) continue;
    byFirst.set(first, merge);
    for (const row of range(merge.startRow, Math.min(merge.endRow, mostRows - 1)))
      for (const column of range(merge.startCol, Math.min(merge.endCol, mostColumns - 1))) {
        left -= 1;
        const place = `${row},${column}`;
        if (place !== first) hidden.add(place);
      }
  }
  return { byFirst, hidden };
}

function toCell(sheet: Sheet, row: number, column: number, merge: Merge | undefined): FormGridCell {
  const value = sheet.rows[row]?.[column] ?? null;
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
  return {
    cell: `${columnLetters(column)}${row + 1}`,
    text: text.slice(0, 200),
    hasFormula: sheet.cells?.get(`${row},${column}`)?.formula !== undefined,
    columns: merge === undefined ? 1 : merge.endCol - merge.startCol + 1,
    rows: merge === undefined ? 1 : merge.endRow - merge.startRow + 1,
  };
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
