// Writes values into cells of a sheet's XML. Styles, heights, merged cells, formulas and everything else stay as they were,
// character by character.

import { columnLetters, xmlText } from '../registers/xlsx/cell-xml.ts';
import { parseCell } from './cell-place.ts';
import {
  attributeOf,
  firstElement,
  openTag,
  prefixOf,
  replaceElements,
  replaceFirst,
  startTagOf,
  withoutAttribute,
} from './xml-tags.ts';

/** `style`: of a cell that the sheet does not have yet; one that is there keeps its own. */
export type CellWrite = {
  readonly column: number;
  readonly row: number;
  readonly value: string | number | null;
  readonly style?: string | null;
};

export function setCells(sheetXml: string, writes: readonly CellWrite[]): string {
  if (writes.length === 0) return sheetXml;
  const byRow = Map.groupBy(writes, ({ row }) => row);
  return replaceFirst(sheetXml, 'sheetData', (data) => {
    const tag = startTagOf(data);
    const prefix = prefixOf(tag);
    const inner = tag.endsWith('/>') ? '' : data.slice(tag.length, data.lastIndexOf('</'));
    return `${openTag(tag)}${setRows(inner, byRow, prefix)}</${prefix}sheetData>`;
  });
}

type ByRow = ReadonlyMap<number, readonly CellWrite[]>;

function setRows(inner: string, byRow: ByRow, prefix: string): string {
  const waiting = [...byRow.keys()].sort((left, right) => left - right);
  const newRow = (row: number) =>
    `<${prefix}row r="${row}">${setInRow('', byRow.get(row) ?? [], prefix)}</${prefix}row>`;
  const newRowsBefore = (row: number) => {
    const due = waiting.filter((each) => each < row);
    waiting.splice(0, due.length);
    return due.map(newRow).join('');
  };
  let last = 0;
  const rows = replaceElements(inner, 'row', (element) => {
    const tag = startTagOf(element);
    const row = Number(attributeOf(tag, 'r') ?? last + 1);
    last = row;
    const before = newRowsBefore(row);
    const writes = byRow.get(row);
    if (writes === undefined) return before + element;
    waiting.shift();
    const cells = tag.endsWith('/>') ? '' : element.slice(tag.length, element.lastIndexOf('</'));
    // `spans` is a hint that new cells may break.
    const open = withoutAttribute(openTag(tag), 'spans');
    return `${before}${open}${setInRow(cells, writes, prefix)}</${prefix}row>`;
  });
  return rows + newRowsBefore(Number.POSITIVE_INFINITY);
}

function setInRow(cells: string, writes: readonly CellWrite[], prefix: string): string {
  const waiting = [...writes].sort((left, right) => left.column - right.column);
  const newCellsBefore = (column: number) => {
    const due = waiting.filter((write) => write.column < column);
    waiting.splice(0, due.length);
    return due.map((write) => cellOf(write, write.style ?? null, prefix)).join('');
  };
  let last = -1;
  const written = replaceElements(cells, 'c', (element) => {
    const tag = startTagOf(element);
    const column = parseCell(attributeOf(tag, 'r') ?? '')?.column ?? last + 1;
    last = column;
    const before = newCellsBefore(column);
    if (waiting[0]?.column !== column) return before + element;
    const write = waiting.shift();
    return before + (write === undefined ? element : cellOf(write, attributeOf(tag, 's'), prefix));
  });
  return written + newCellsBefore(Number.POSITIVE_INFINITY);
}

function cellOf({ column, row, value }: CellWrite, style: string | null, prefix: string): string {
  const start = `<${prefix}c r="${columnLetters(column)}${row}"${style === null ? '' : ` s="${style}"`}`;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'number') return `${start}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  const text = `<${prefix}t xml:space="preserve">${xmlText(value)}</${prefix}t>`;
  return `${start} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}

/** What formulas came to in the blank form is no longer true; without it, whoever opens the file works it out anew. */
export function withoutOldResults(sheetXml: string): string {
  return replaceElements(sheetXml, 'c', (element) => {
    if (firstElement(element, 'f') === null) return element;
    const tag = startTagOf(element);
    const inner = element.slice(tag.length);
    return withoutAttribute(tag, 't') + replaceFirst(inner, 'v', () => '');
  });
}
