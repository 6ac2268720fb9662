// A cell as a spreadsheet holds it, before anybody knows which field it belongs to.

/** A real date of the spreadsheet as local time, `YYYY-MM-DDTHH:mm:ss`. */
export type MomentCell = { readonly moment: string };
/** A cell that holds no value to trust: a formula that was never worked out, or one that ended in an error. */
export type FaultyCell = { readonly fault: 'formula' | 'error'; readonly text: string };
export type Cell = string | number | boolean | null | MomentCell | FaultyCell;

export type SheetTable = {
  readonly name: string;
  readonly hidden: boolean;
  /** Line 1 of the sheet first; rows may be shorter than the widest. */
  readonly rows: readonly (readonly Cell[])[];
  /** Cells that stand in a merged block and were given its value. */
  readonly merged: number;
  /** Cells whose value was worked out by a formula. */
  readonly formulas: number;
};

export function isMoment(cell: Cell): cell is MomentCell {
  return typeof cell === 'object' && cell !== null && 'moment' in cell;
}

export function isFaulty(cell: Cell): cell is FaultyCell {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}

/** What a person sees in the cell, trimmed; midnight is not written. Empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'number') return String(cell);
  if (isMoment(cell)) return cell.moment.replace(/T00:00:00$/, '').replace('T', ' ');
  return cell.text;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cellText(cell) === '' && !(cell !== null && cell !== undefined && isFaulty(cell));
}
