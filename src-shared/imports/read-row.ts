// Reads one line of a ledger as the content of a record. What has no field is kept in the remark; nothing is dropped.

import type { Problem } from '../base/problem.ts';
import { type Cell, cellText, isBlank, isFaulty } from './cell.ts';
import { brokenNumber, type CellValue, type CellWorld, readCell } from './read-cell.ts';
import type { PlannedColumn, RowPlan } from './row-plan.ts';
import { partsOf, twoOf } from './split-text.ts';
import type { Target } from './targets.ts';

export type ReadRow = {
  readonly content: Readonly<Record<string, unknown>>;
  /** What could not be read, each at the declared path of its field. */
  readonly problems: readonly Problem[];
  /** What was read with a doubt that a person should know. */
  readonly notes: readonly Problem[];
  /** The number the ledger itself gives the line; empty when it gives none. */
  readonly number: string;
};

type Filling = {
  readonly root: Record<string, unknown>;
  readonly entries: Map<string, Record<string, unknown>[]>;
  readonly problems: Problem[];
  readonly notes: Problem[];
  readonly remarks: string[];
};

export function readRow(plan: RowPlan, cells: readonly Cell[], world: CellWorld): ReadRow {
  const filling: Filling = { root: {}, entries: new Map(), problems: [], notes: [], remarks: [] };
  const given = plan.columns.flatMap((column) => givenBy(column, cells[column.index] ?? null));
  for (const one of given) if (isMainOf(one.target)) fill(filling, one, world);
  for (const one of given) if (!isMainOf(one.target)) fill(filling, one, world);
  for (const { target, cell } of plan.fixed) fillMissing(filling, target, cell, world);
  addDocumentTypes(filling);
  const number =
    plan.columns
      .filter(({ use }) => use === 'number')
      .map(({ index }) => cellText(cells[index]))
      .find((text) => text !== '') ?? '';
  const remark = remarkOf(plan, cells, filling, number);
  filling.problems.push(...brokenInRemark(plan, cells));
  const content = { ...filling.root, ...Object.fromEntries(filling.entries), ...(remark === '' ? {} : { remark }) };
  return { content, problems: filling.problems, notes: filling.notes, number };
}

type Given = { readonly target: Target; readonly cell: Cell; readonly inTenThousands: boolean };

function givenBy({ use, targets, inTenThousands }: PlannedColumn, cell: Cell): readonly Given[] {
  const [first, second] = targets;
  if (use !== 'fields' || first === undefined || isBlank(cell)) return [];
  if (second === undefined || (cell !== null && isFaulty(cell))) return [{ target: first, cell, inTenThousands }];
  const [one, other] = twoOf(cellText(cell));
  return [
    { target: first, cell: one, inTenThousands },
    { target: second, cell: other, inTenThousands },
  ].filter((part) => !isBlank(part.cell));
}

/** The column that tells how many entries a line has: names of persons and things. */
function isMainOf({ path, isList }: Target): boolean {
  return isList && /\/(name|text)$/.test(path);
}

function fill(filling: Filling, given: Given, world: CellWorld): void {
  const { target, cell } = given;
  if (!target.isList) return put(filling, placeOf(filling, target), given, world);
  const entries = entriesOf(filling, target.container ?? '');
  const parts = typeof cell === 'string' ? partsOf(cell) : [cell];
  if (isMainOf(target) && entries.length === 0) for (const _ of parts) entries.push({});
  if (entries.length === 0) entries.push({});
  if (entries.length === 1 && parts.length > 1) return put(filling, entries[0] ?? {}, given, world);
  if (parts.length > 1 && parts.length !== entries.length) {
    const facts = { count: parts.length, entries: entries.length };
    filling.problems.push({ code: 'import_parts_differ', path: target.path, facts });
    return;
  }
  for (const [index, part] of parts.entries()) put(filling, entries[index] ?? {}, { ...given, cell: part }, world);
}

function put(filling: Filling, place: Record<string, unknown>, given: Given, world: CellWorld): void {
  const { target, cell, inTenThousands } = given;
  const read = readCell(target.field, cell, world, inTenThousands);
  if (!read.ok) filling.problems.push({ ...read.problem, path: target.path });
  else if (read.value.value !== null) putRead(filling, place, target, read.value);
}

function putRead(
  filling: Filling,
  place: Record<string, unknown>,
  { path, field }: Target,
  { value, withoutTime }: CellValue,
): void {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'remark' && path === 'remark') filling.remarks.unshift(String(value));
  else place[name] = value;
  if (withoutTime !== true) return;
  filling.notes.push({ code: 'import_time_missing', path });
  filling.remarks.push(`${field.label.zh}未记时刻`);
  const other = 'notBefore' in field && field.notBefore !== undefined ? place[field.notBefore] : undefined;
  // The day is the same, and the hour is not known: it was not before the other.
  if (
    typeof other === 'string' &&
    typeof value === 'string' &&
    other.slice(0, 10) === value.slice(0, 10) &&
    other > value
  )
    place[name] = other;
}

function placeOf(filling: Filling, { container }: Target): Record<string, unknown> {
  if (container === null) return filling.root;
  const known = filling.root[container];
  if (isPlain(known)) return known;
  const fresh: Record<string, unknown> = {};
  filling.root[container] = fresh;
  return fresh;
}

function entriesOf({ entries }: Filling, list: string): Record<string, unknown>[] {
  const known = entries.get(list) ?? [];
  entries.set(list, known);
  return known;
}

/** A fixed value stands wherever the ledger says nothing. */
function fillMissing(filling: Filling, target: Target, cell: Cell, world: CellWorld): void {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  if (target.isList && target.outerRequired && entriesOf(filling, target.container ?? '').length === 0)
    entriesOf(filling, target.container ?? '').push({});
  const places = target.isList ? entriesOf(filling, target.container ?? '') : [placeOf(filling, target)];
  for (const place of places)
    if (place[name] === undefined) put(filling, place, { target, cell, inTenThousands: false }, world);
}

/** Eighteen digits in a column of document numbers are a resident's card unless the ledger says otherwise. */
function addDocumentTypes({ root, entries }: Filling): void {
  for (const place of [root, ...Object.values(root).filter(isPlain), ...[...entries.values()].flat()]) {
    const { id_no: number, id_type: type } = place;
    if (typeof number === 'string' && type === undefined && /^(\d{17}[\dXxＸｘ]|\d{15})$/.test(halfWidth(number)))
      place.id_type = 'resident_id';
  }
}

function halfWidth(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

function remarkOf(plan: RowPlan, cells: readonly Cell[], { remarks }: Filling, number: string): string {
  const kept = plan.columns.flatMap(({ use, header, index }) => {
    const text = cellText(cells[index]);
    return use === 'remark' && text !== '' ? [`${header === '' ? `第${index + 1}列` : header}：${text}`] : [];
  });
  return [...remarks.slice(0, 1), ...(number === '' ? [] : [`原编号：${number}`]), ...kept, ...remarks.slice(1)].join(
    '；',
  );
}

/** What has no field is kept as it stands; a number that is not what it was must not be. */
function brokenInRemark(plan: RowPlan, cells: readonly Cell[]): readonly Problem[] {
  return plan.columns.flatMap(({ use, index }) => {
    const broken = use === 'remark' || use === 'number' ? brokenNumber(cells[index] ?? null) : null;
    return broken === null ? [] : [{ ...broken, path: 'remark' }];
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
