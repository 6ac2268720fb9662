// Finds the header of a ledger below its titles: the line (or two) in which the most cells are names of fields.

import type { Kind } from '../records/kind.ts';
import { type Cell, cellText, isBlank, type SheetTable } from './cell.ts';
import { foldHeader } from './header-text.ts';
import { importTargets, pathsOfRegister } from './targets.ts';

export type Header = {
  /** Index of its first line in the sheet's rows. */
  readonly row: number;
  /** 2 when a group title stands above the names. */
  readonly lines: 1 | 2;
  /** Text by column; empty where the header says nothing. */
  readonly texts: readonly string[];
};

/** Titles stand in the first lines; a header further down belongs to another table. */
const searched = 30;
const leastNames = 2;
const leastCells = 2;

const common = [
  '序号',
  '编号',
  '备注',
  '姓名',
  '时间',
  '日期',
  '联系电话',
  '地点',
  'no',
  'number',
  'name',
  'date',
  'remark',
].map(foldHeader);

/** Null when no line of the first thirty has two names of fields in it. */
export function findHeader(sheet: SheetTable, kind: Kind): Header | null {
  const names = namesOf(kind);
  const scored = sheet.rows.slice(0, searched).map((cells, row) => ({ row, score: scoreOf(cells, names) }));
  const best = scored.reduce<{ row: number; score: number } | null>(
    (found, one) => (one.score >= leastNames && one.score > (found?.score ?? 0) ? one : found),
    null,
  );
  if (best === null) return null;
  return best.row > 0 && isGrouped(sheet, best.row - 1) ? headerAt(sheet, best.row - 1) : headerAt(sheet, best.row);
}

/** The header at a line that a person has chosen or that was found; names below a line of group titles join it. */
export function headerAt(sheet: SheetTable, row: number): Header {
  const [upper = [], lower = []] = [sheet.rows[row], sheet.rows[row + 1]];
  const isTwo = isGrouped(sheet, row);
  const width = Math.max(upper.length, isTwo ? lower.length : 0);
  const texts = Array.from({ length: width }, (_, column) => {
    const [group, name] = [headerText(upper[column]), isTwo ? headerText(lower[column]) : ''];
    return name === '' || name === group ? group : `${group}${name}`;
  });
  return { row, lines: isTwo ? 2 : 1, texts };
}

/** Whether the line is one of group titles, each over several names of the next line; every other cell spans both. */
function isGrouped(sheet: SheetTable, row: number): boolean {
  const [upper, lower] = [sheet.rows[row], sheet.rows[row + 1]].map((cells = []) => cells.map(headerText));
  if (upper === undefined || lower === undefined || lower.length === 0) return false;
  const isUnderGroup = (name: string, column: number) =>
    name !== upper[column] &&
    (upper[column] ?? '') !== '' &&
    [column - 1, column + 1].some((beside) => upper[beside] === upper[column] && lower[beside] !== upper[column]);
  const isFree = lower.map((name, column) => name === '' || name === upper[column] || isUnderGroup(name, column));
  return lower.some(isUnderGroup) && isFree.every(Boolean) && new Set(upper).size > 1;
}

export function namesOf(kind: Kind): ReadonlySet<string> {
  const names = importTargets(kind).flatMap(({ names, looseNames }) => [...names, ...looseNames]);
  return new Set([...names, ...pathsOfRegister(kind).keys(), ...common]);
}

/** Different names only: a title that is merged over all columns counts once. */
function scoreOf(cells: readonly Cell[], names: ReadonlySet<string>): number {
  if (cells.filter((cell) => !isBlank(cell)).length < leastCells) return 0;
  return new Set(
    cells
      .filter((cell) => typeof cell === 'string')
      .map((cell) => foldHeader(cellText(cell)))
      .filter((text) => names.has(text)),
  ).size;
}

function headerText(cell: Cell | undefined): string {
  return cellText(cell).replace(/\s+/g, '').slice(0, 60);
}

/** Year named above the table or in the name of its sheet or file; null when there is none, or more than one. */
export function yearOfLedger(sheet: SheetTable, header: Header, fileName: string): number | null {
  const titles = sheet.rows.slice(0, header.row).flatMap((cells) => cells.map(cellText));
  for (const texts of [titles, [sheet.name], [fileName]]) {
    const years = new Set(
      texts.flatMap((text) => [...text.matchAll(/(?<!\d)(20\d\d)(?=年|度|\D|$)/g)].map((match) => Number(match[1]))),
    );
    const [only] = years;
    if (years.size === 1 && only !== undefined) return only;
  }
  return null;
}
