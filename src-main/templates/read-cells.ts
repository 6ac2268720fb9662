// What stands in the cells of a form's sheet, as far as filling it needs: style, whether there is something, formulas.

import { type CellBlock, isInside, parseBlock, parseCell } from './cell-place.ts';
import { attributeOf, elementsOf, firstElement, startTagOf } from './xml-tags.ts';

export type FormCell = {
  /** Index of its style as the sheet writes it; null for none. */
  readonly style: string | null;
  readonly isFilled: boolean;
  readonly hasFormula: boolean;
};

export type FormSheet = {
  /** By `row,column`, row from 1, column from 0. */
  readonly cells: ReadonlyMap<string, FormCell>;
  readonly merged: readonly CellBlock[];
};

export function readCells(sheetXml: string): FormSheet {
  const cells = new Map<string, FormCell>();
  let lastRow = 0;
  for (const row of elementsOf(sheetXml, 'row')) {
    lastRow = Number(attributeOf(startTagOf(row), 'r') ?? lastRow + 1);
    let lastColumn = -1;
    for (const cell of elementsOf(row, 'c')) {
      const tag = startTagOf(cell);
      lastColumn = parseCell(attributeOf(tag, 'r') ?? '')?.column ?? lastColumn + 1;
      const hasFormula = firstElement(cell, 'f') !== null;
      const isFilled = hasFormula || /<(?:[\w.-]+:)?(?:v|is)[\s>]/u.test(cell);
      cells.set(`${lastRow},${lastColumn}`, { style: attributeOf(tag, 's'), isFilled, hasFormula });
    }
  }
  const merged = elementsOf(sheetXml, 'mergeCell').flatMap((merge) => {
    const block = parseBlock(attributeOf(startTagOf(merge), 'ref') ?? '');
    return block === null ? [] : [block];
  });
  return { cells, merged };
}

/** Rows from this cell down that a list may use: until something is written there, or a merged block begins. */
export function roomBelow({ cells, merged }: FormSheet, column: number, row: number): number {
  const ends = [...cells]
    .filter(([, { isFilled }]) => isFilled)
    .map(([place]) => place.split(',').map(Number))
    .filter(([at = 0, in_ = -1]) => in_ === column && at > row)
    .map(([at = 0]) => at);
  const blocks = merged.filter(({ from, to }) => from.row > row && column >= from.column && column <= to.column);
  return Math.min(1_048_576 + 1, ...ends, ...blocks.map(({ from }) => from.row)) - row;
}

/** The block of merged cells a cell lies in; its first cell is the one that shows. */
export function mergedAt({ merged }: FormSheet, column: number, row: number): CellBlock | undefined {
  return merged.find((block) => isInside(block, { column, row }));
}
