// A register as it goes out, whatever the kind of file: heading, columns, every line in order, sums, count and checksum.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { RegisterProfile, RegisterQuery } from '../../src-shared/contract/register-inputs.ts';
import { formatDate } from '../../src-shared/records/dates/format-date.ts';
import { isIsoDate } from '../../src-shared/records/dates/iso-date.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Kind, RegisterColumn } from '../../src-shared/records/kind.ts';
import type { Shown } from '../../src-shared/records/shown.ts';
import { offeredKind } from '../records/add-record.ts';
import type { Desk } from '../records/desk.ts';
import { toQuery } from '../records/list-records.ts';
import type { Person } from '../records/people.ts';
import { countList, listKeys } from '../stores/list-store.ts';
import { type LineRow, lineRowByKey } from '../stores/record-store.ts';
import { type LineReader, lineReader, lineTexts } from './line-reader.ts';
import { type OrderedLine, orderLines } from './order-lines.ts';
import { registerChecksum } from './register-checksum.ts';
import { columnsOf } from './register-columns.ts';
import { registerSums } from './register-sums.ts';

export type SheetLine =
  | {
      readonly type: 'record';
      readonly serial: number;
      readonly shown: readonly Shown[];
      readonly texts: readonly string[];
    }
  /** After the lines of a group. */
  | { readonly type: 'subtotal'; readonly label: string; readonly count: number; readonly sums: readonly Shown[] }
  /** Last. */
  | { readonly type: 'total'; readonly count: number; readonly sums: readonly Shown[]; readonly checksum: string };

export type RegisterSheet = {
  /** 失物招领台账. */
  readonly title: string;
  readonly unitName: string;
  /** 2025年3月1日至2025年3月31日, or empty for all. */
  readonly period: string;
  readonly today: string;
  readonly profile: RegisterProfile;
  readonly columns: readonly RegisterColumn[];
  readonly count: number;
  /** Records that a register for everybody leaves out, because they are marked 敏感. */
  readonly leftOut: number;
  /** Keys of the records in order. */
  readonly order: readonly OrderedLine[];
  /** Read as they are asked for; each call begins anew. */
  readonly lines: () => Generator<SheetLine, void, undefined>;
  /** At most `most` lines from all over the register, to measure it by. */
  readonly sample: (most: number) => readonly (readonly string[])[];
};

/** No account is called this: whoever it is sees no restricted record. */
const everybody = { account: '\u0000' };

/** Problems: `not_allowed`, `kind_unknown`, `unknown_field`, `column_unknown`. */
export function registerSheet(desk: Desk, person: Person, query: RegisterQuery): Result<RegisterSheet, Problem> {
  const kind = offeredKind(desk, query.kind);
  if (!kind.ok) return kind;
  const list = toQuery(desk, person, query);
  if (!list.ok) return list;
  const columns = columnsOf(kind.value);
  const unknown = [query.order?.column, query.group].find((at) => at !== undefined && at >= columns.length);
  if (unknown !== undefined) return err({ code: 'column_unknown', facts: { column: unknown + 1 } });
  const now = desk.tools.now();
  const read = lineReader(desk, kind.value, query.profile, now);
  const isPublic = query.profile === 'public';
  const { reading } = desk.database;
  const keys = listKeys(reading, isPublic ? { ...list.value, viewer: everybody } : list.value);
  const order =
    query.order === undefined && query.group === undefined
      ? keys.map((key) => ({ key, group: '' }))
      : orderLines(rowsOf(desk, keys), columns, query, read);
  return ok({
    ...heading(desk, kind.value, query, now),
    profile: query.profile,
    columns,
    count: order.length,
    leftOut: isPublic ? countList(reading, list.value) - keys.length : 0,
    order,
    lines: () => sheetLines(desk, order, columns, query, read),
    sample: (most) => sampleTexts(desk, keys, columns, read, most),
  });
}

function heading(desk: Desk, kind: Kind, { from, to }: RegisterQuery, now: number) {
  const [start, end] = [from, to].map((day) =>
    day !== undefined && isIsoDate(day) ? formatDate(day, 'document', 'zh') : '',
  );
  return {
    title: `${kind.label.zh}台账`,
    unitName: desk.settings.current.unit.name,
    period: start || end ? `${start}至${end}` : '',
    today: formatDate(datePart(epochMsToLocal(now)), 'document', 'zh'),
  };
}

function* rowsOf(desk: Desk, keys: Iterable<number>): Generator<LineRow, void, undefined> {
  for (const key of keys) {
    const row = lineRowByKey(desk.database.reading, key);
    if (row !== undefined) yield row;
  }
}

function* sheetLines(
  desk: Desk,
  order: readonly OrderedLine[],
  columns: readonly RegisterColumn[],
  { group }: RegisterQuery,
  read: LineReader,
): Generator<SheetLine, void, undefined> {
  const checksum = registerChecksum();
  const total = registerSums(columns);
  let inGroup = { sums: registerSums(columns), count: 0 };
  const label = group === undefined ? '' : (columns[group]?.label.zh ?? '');
  let serial = 0;
  for (const [at, { key, group: text }] of order.entries()) {
    const row = lineRowByKey(desk.database.reading, key);
    if (row === undefined) continue;
    const shown = read(row, columns);
    const texts = lineTexts(shown);
    serial += 1;
    checksum.add(texts);
    total.add(shown);
    inGroup.sums.add(shown);
    inGroup.count += 1;
    yield { type: 'record', serial, shown, texts };
    if (group === undefined || order[at + 1]?.group === text) continue;
    yield { type: 'subtotal', label: `${label}：${text}`, count: inGroup.count, sums: inGroup.sums.shown() };
    inGroup = { sums: registerSums(columns), count: 0 };
  }
  yield { type: 'total', count: serial, sums: total.shown(), checksum: checksum.digits() };
}

function sampleTexts(
  desk: Desk,
  keys: readonly number[],
  columns: readonly RegisterColumn[],
  read: LineReader,
  most: number,
): readonly (readonly string[])[] {
  const every = Math.max(1, Math.ceil(keys.length / most));
  const some = keys.filter((_, at) => at % every === 0);
  return [...rowsOf(desk, some)].map((row) => lineTexts(read(row, columns)));
}
