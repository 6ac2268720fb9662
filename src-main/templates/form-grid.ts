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
  const rows = Math.max(sheet.rows.length, ...merges.map(({ endRow }) => endRow + 1)) + margin;
  const columns = Math.max(0, ...sheet.rows.map((cells) => cells.length), ...merges.map(({ endCol }) => endCol + 1));
  const height = Math.min(rows, mostRows);
  const width = Math.min(Math.max(columns, 1) + margin, mostColumns);
  const hidden = new Set(
    merges.flatMap(({ startRow, startCol, endRow, endCol }) =>
      range(startRow, Math.min(endRow, mostRows)).flatMap((row) =>
        range(startCol, Math.min(endCol, mostColumns))
          .filter((column) => row !== startRow || column !== startCol)
          .map((column) => `${row},${column}`),
      ),
    ),
  );
  return {
    name: sheet.name,
    columns: range(0, width - 1).map(columnLetters),
    rows: range(0, height - 1).map((row) =>
      range(0, width - 1)
        .filter((column) => !hidden.has(`${row},${column}`))
        .map((column) => toCell(sheet, row, column)),
    ),
    isCut: rows > mostRows || columns + margin > mostColumns,
  };
}

function toCell(sheet: Sheet, row: number, column: number): FormGridCell {
  const value = sheet.rows[row]?.[column] ?? null;
  const merge = (sheet.merges ?? []).find(({ startRow, startCol }) => startRow === row && startCol === column);
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
