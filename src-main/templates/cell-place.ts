// Where a cell stands: `C5` as people write it, column and row as programs count.

/** Column from 0, row from 1. */
export type CellPlace = { readonly column: number; readonly row: number };

export function parseCell(cell: string): CellPlace | null {
  const [, letters, row] = /^([A-Z]{1,3})([1-9]\d{0,6})$/u.exec(cell) ?? [];
  if (letters === undefined || row === undefined) return null;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < 16_384 && Number(row) <= 1_048_576 ? { column, row: Number(row) } : null;
}

export type CellBlock = { readonly from: CellPlace; readonly to: CellPlace };

/** `A1:C2`. */
export function parseBlock(reference: string): CellBlock | null {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [parseCell(first), parseCell(last)];
  return from && to ? { from, to } : null;
}

export function isInside({ from, to }: CellBlock, { column, row }: CellPlace): boolean {
  return column >= from.column && column <= to.column && row >= from.row && row <= to.row;
}
