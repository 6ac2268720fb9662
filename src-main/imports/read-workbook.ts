// Reads an .xlsx as tables: values as they were last worked out, merged blocks filled, real dates as local time.

import { type Cell as BookCell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Cell, SheetTable } from '../../src-shared/imports/cell.ts';
import type { Book } from './book.ts';
import { checkPackage, type PackageFacts } from './check-package.ts';
import { importLimits } from './import-limits.ts';

/** Problems: those of `checkPackage`, `import_old_format`, `import_not_a_table`, `import_empty`, `import_too_many_…`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Book, Problem>> {
  const facts = await checkPackage(bytes);
  if (!facts.ok) return facts;
  const { kind } = facts.value;
  if (kind === 'xlsb' || kind === 'ods') return err({ code: 'import_old_format', facts: { format: `.${kind}` } });
  if (kind === 'other') return err({ code: 'import_not_a_table' });
  const sheets = await readSheets(bytes);
  if (!sheets.ok) return sheets;
  const tables = sheets.value.map(toTable);
  const problem = tables.map(tooMany).find((found) => found !== null);
  if (problem) return err(problem);
  if (tables.every(({ rows }) => rows.length === 0)) return err({ code: 'import_empty' });
  return ok({ format: 'xlsx', sheets: tables, notices: noticesOf(facts.value, tables) });
}

async function readSheets(bytes: Uint8Array): Promise<Result<readonly Sheet[], Problem>> {
  try {
    return ok((await readXlsx(bytes)).sheets);
  } catch {
    // The reader throws for whatever it cannot make sense of; the archive itself was whole.
    return err({ code: 'import_damaged' });
  }
}

function noticesOf({ hasMacros, hasExternalLinks }: PackageFacts, tables: readonly SheetTable[]): readonly Problem[] {
  const hidden = tables.filter((table) => table.hidden).map(({ name }) => name);
  return [
    ...(hasMacros ? [{ code: 'import_has_macros' } as const] : []),
    ...(hasExternalLinks ? [{ code: 'import_external_links' } as const] : []),
    ...(hidden.length > 0
      ? [{ code: 'import_hidden_sheets', facts: { names: hidden.join('、').slice(0, 200) } } as const]
      : []),
  ];
}

export function tooMany({ rows }: SheetTable): Problem | null {
  if (rows.length > importLimits.rows) return { code: 'import_too_many_rows', facts: { limit: importLimits.rows } };
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return widest > importLimits.columns
    ? { code: 'import_too_many_columns', facts: { limit: importLimits.columns } }
    : null;
}

function toTable(sheet: Sheet): SheetTable {
  const rows: Cell[][] = sheet.rows.map((row) => row.map(toCell));
  let formulas = 0;
  for (const [place, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    if (cell.formula !== undefined) formulas += 1;
    const faulty = faultOf(cell);
    if (faulty && rows[row]) rows[row][column] = faulty;
  }
  const merged = fillMerged(rows, sheet.merges ?? []);
  const isHidden = sheet.hidden === true || sheet.veryHidden === true;
  return { name: sheet.name, hidden: isHidden, rows: withoutBlankEnd(rows), merged, formulas };
}

function toCell(value: CellValue | undefined): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return fromDate(value);
  if (typeof value === 'string' && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/.test(value))
    return { fault: 'error', text: value };
  return value === '' ? null : value;
}

/** Days from the spreadsheet's day 0 to 1970-01-01, ms of a day, and the last day a spreadsheet knows. */
const [epochDays, dayLength, lastMoment] = [25_569, 86_400_000, Date.UTC(9999, 11, 31, 23, 59, 59)];

/** 20250328 typed into a column of dates is no day of the year 57344: it is read as what was typed. */
function fromDate(date: Date): Cell {
  const time = date.getTime();
  if (Number.isNaN(time)) return null;
  return time > lastMoment ? Math.round(time / dayLength) + epochDays : { moment: date.toISOString().slice(0, 19) };
}

function faultOf({ formula, value, type }: BookCell): Cell {
  if (type === 'error') return { fault: 'error', text: String(value) };
  if (formula === undefined) return null;
  return value === null || value === '' ? { fault: 'formula', text: `=${formula}` } : null;
}

type Merge = { readonly startRow: number; readonly startCol: number; readonly endRow: number; readonly endCol: number };

/** Cells filled from merged blocks; a file that merges more is no ledger. */
const mostMerged = 500_000;

/** Every cell of a merged block says what the block says. Gives how many cells were filled below the block's first line. */
function fillMerged(rows: Cell[][], merges: readonly Merge[]): number {
  let left = mostMerged;
  let below = 0;
  for (const merge of merges) {
    const value = rows[merge.startRow]?.[merge.startCol] ?? null;
    if (value === null) continue;
    for (const { row, column } of placesOf(merge, Math.min(rows.length, merge.startRow + left))) {
      const cells = rows[row];
      if (cells && left > 0) cells[column] = value;
      left -= 1;
      if (row > merge.startRow) below += 1;
    }
  }
  return below;
}

/** The cells of a block but its first, no further down than the table. */
function* placesOf({ startRow, startCol, endRow, endCol }: Merge, end: number) {
  for (let row = startRow; row <= endRow && row < end; row += 1) {
    const from = row === startRow ? startCol + 1 : startCol;
    for (let column = from; column <= Math.min(endCol, importLimits.columns); column += 1) yield { row, column };
  }
}

/** Without empty cells at the end of lines and empty lines at the end. */
export function withoutBlankEnd(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const trimmed = rows.map((cells) =>
    cells.slice(0, lastFilled(cells, (cell) => (cell ?? null) !== null && cell !== '') + 1),
  );
  return trimmed.slice(0, lastFilled(trimmed, (cells) => cells.length > 0) + 1);
}

function lastFilled<T>(list: readonly T[], isFilled: (one: T) => boolean): number {
  let last = list.length - 1;
  while (last >= 0 && !isFilled(list[last] as T)) last -= 1;
  return last;
}
