// The XML of a register's sheet, row by row: merged title, unit and date, header, lines, sums, count and checksum.

import { show } from '../../../src-shared/records/show.ts';
import type { Shown } from '../../../src-shared/records/shown.ts';
import type { RegisterSheet, SheetLine } from '../register-sheet.ts';
import { footText } from '../register-words.ts';
import { type Cell, cellXml, columnLetters } from './cell-xml.ts';
import { serialOf } from './date-serial.ts';

/** The header stands in row 3; the lines begin below. */
export const headerRow = 3;
const firstLine = headerRow + 1;

/** Columns in units of Excel's width: about one Latin character, half a Chinese one. */
export type SheetWidths = readonly number[];

/** Pieces of text, one row or more each; put together they are the sheet. */
export function* sheetXml(sheet: RegisterSheet, widths: SheetWidths): Generator<string, SheetEnd, undefined> {
  const last = sheet.columns.length;
  yield sheetHead(widths);
  yield rowXml(1, [{ style: 'title', value: sheet.title }], ' ht="32" customHeight="1"');
  yield rowXml(2, factCells(sheet, last), ' ht="20" customHeight="1"');
  yield rowXml(
    headerRow,
    ['序号', ...sheet.columns.map(({ label }) => label.zh)].map((value) => ({ style: 'header', value })),
  );
  let row = firstLine;
  let groupStart = firstLine;
  let end: SheetEnd = { rows: 0, checksum: '', tooLong: null };
  for (const line of sheet.lines()) {
    const tooLong = tooLongIn(line, sheet);
    if (tooLong !== null) return { ...end, tooLong };
    const cells = lineCells(line, line.type === 'subtotal' ? groupStart : firstLine, row - 1, sheet);
    yield rowXml(row, cells);
    row += 1;
    if (line.type === 'subtotal') groupStart = row;
    if (line.type === 'total') end = { rows: line.count, checksum: line.checksum, tooLong: null };
  }
  yield rowXml(row, [{ style: 'foot', value: footText(sheet, end) }], ' ht="20" customHeight="1"');
  yield sheetTail(last, row);
  return end;
}

/** `tooLong`: the sheet ends early, for a text is longer than a cell of a spreadsheet holds; nothing is cut. */
export type SheetEnd = {
  readonly rows: number;
  readonly checksum: string;
  readonly tooLong: { readonly serial: number; readonly column: string } | null;
};

/** UTF-16 code units. */
export const longestCell = 32_767;

function tooLongIn(line: SheetLine, { columns }: RegisterSheet): SheetEnd['tooLong'] {
  if (line.type !== 'record') return null;
  const column = line.texts.findIndex((text) => text.length > longestCell);
  return column < 0 ? null : { serial: line.serial, column: columns[column]?.label.zh ?? '' };
}

function sheetHead(widths: SheetWidths): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="${headerRow}" topLeftCell="B${firstLine}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns.join('')}</cols><sheetData>`;
}

/** Where the facts on the right begin: the last third, so that a long unit name has room. */
function factsSplit(last: number): number {
  return Math.max(1, Math.ceil((last * 2) / 3));
}

function factCells({ unitName, period, today }: RegisterSheet, last: number): readonly Cell[] {
  const left = `填报单位：${unitName}${period === '' ? '' : `　　期间：${period}`}`;
  const blanks = Array.from({ length: factsSplit(last) - 1 }, (): Cell => ({ style: 'factsLeft', value: null }));
  return [{ style: 'factsLeft', value: left }, ...blanks, { style: 'factsRight', value: `制表日期：${today}` }];
}

function lineCells(line: SheetLine, from: number, to: number, sheet: RegisterSheet): readonly Cell[] {
  if (line.type === 'record')
    return [{ style: 'serial', value: line.serial }, ...line.shown.map((shown) => valueCell(shown))];
  const isTotal = line.type === 'total';
  const label = isTotal ? '合计' : '小计';
  const [first, ...rest] = line.sums.map((sum, at) => sumCell(sum, columnLetters(at + 1), from, to));
  const counted = `${isTotal ? '' : `${line.label}　`}${line.count} 条`;
  // The first column of every register is a number, a name or a day; where it is added up, the count goes without.
  const named: Cell = first === undefined || first.value === null ? { style: 'sumLabel', value: counted } : first;
  return [{ style: 'sumLabel', value: label }, ...(sheet.columns.length === 0 ? [] : [named]), ...rest];
}

function valueCell(shown: Shown): Cell {
  switch (shown.type) {
    case 'empty':
      return { style: 'text', value: null };
    case 'integer':
      return { style: 'integer', value: shown.value };
    case 'money':
      return { style: 'money', value: shown.value / 100 };
    case 'date':
    case 'dateTime': {
      const serial = serialOf(shown.value);
      if (serial !== null) return { style: shown.type, value: serial };
      return { style: 'text', value: show(shown, { for: 'screen', language: 'zh' }) };
    }
    default:
      return { style: 'text', value: show(shown, { for: 'register', language: 'zh' }) };
  }
}

/** A formula that adds the lines above and no sums, with what it comes to beside it. */
function sumCell(sum: Shown, letters: string, from: number, to: number): Cell {
  const formula = `SUBTOTAL(9,${letters}${from}:${letters}${Math.max(from, to)})`;
  if (sum.type === 'money') return { style: 'sumMoney', value: sum.value / 100, formula };
  if (sum.type === 'integer') return { style: 'sumInteger', value: sum.value, formula };
  return { style: 'sumLabel', value: null };
}

function rowXml(row: number, cells: readonly Cell[], more = ''): string {
  return `<row r="${row}"${more}>${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`;
}

function sheetTail(last: number, foot: number): string {
  const lastColumn = columnLetters(last);
  const split = factsSplit(last);
  const merges = [
    `A1:${lastColumn}1`,
    ...(split > 1 ? [`A2:${columnLetters(split - 1)}2`] : []),
    ...(split < last ? [`${columnLetters(split)}2:${lastColumn}2`] : []),
    `A${foot}:${lastColumn}${foot}`,
  ];
  return `</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="A1:${lastColumn}${foot}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}
