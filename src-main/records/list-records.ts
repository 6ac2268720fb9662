// Lists, counts and searches as the window asks for them, limited to what the person may see.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { findQuery, listQuery, page } from '../../src-shared/contract/inputs.ts';
import type { HitView, PageView } from '../../src-shared/contract/views.ts';
import { readLabel } from '../../src-shared/records/custody/label-code.ts';
import { searchQuery } from '../../src-shared/records/search/search-query.ts';
import { words } from '../../src-shared/records/words.ts';
import type { Reading } from '../database/database.ts';
import type { ListPlace, ListQuery, SortBy } from '../stores/list-query.ts';
import { countList, listRecords, placeOf } from '../stores/list-store.ts';
import { type RecordRow, recordById } from '../stores/record-store.ts';
import { findRecords } from '../stores/search-store.ts';
import { mayRead, maySee, viewerOf } from './access.ts';
import { offeredKind } from './add-record.ts';
import type { Desk } from './desk.ts';
import { isInternal } from './internal-kinds.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { toRowViews } from './record-rows.ts';

export type ListRequest = z.output<typeof listQuery>;
export type PageRequest = z.output<typeof page>;
export type FindRequest = z.output<typeof findQuery>;
export type RowsPage = { readonly rows: readonly RecordRow[]; readonly next: string | null };

/** `keys`: only these records. Problems: `not_allowed`, `kind_unknown`, `unknown_field` for a filter the kind does not offer, `page_unknown`. */
export function listPage(
  desk: Desk,
  person: Person,
  request: ListRequest & PageRequest,
  keys?: readonly number[],
): Result<PageView, Problem> {
  const page = rowsPage(desk, person, request, keys);
  if (!page.ok) return page;
  const { reading } = desk.database;
  return ok({ rows: toRowViews(desk, reading, page.value.rows, readerStyle(reading, person)), next: page.value.next });
}

/** The rows of one page, and where the next begins. */
export function rowsPage(
  desk: Desk,
  person: Person,
  request: ListRequest & PageRequest,
  keys?: readonly number[],
): Result<RowsPage, Problem> {
  const query = toQuery(desk, person, request, keys);
  if (!query.ok) return query;
  const after = request.after === undefined ? ok(undefined) : readPlace(request.after, request.sort.by);
  if (!after.ok) return after;
  const { limit, offset } = request;
  const asked = {
    limit: limit + 1,
    ...(after.value ? { after: after.value } : {}),
    ...(offset === undefined ? {} : { offset }),
  };
  const rows = listRecords(desk.database.reading, query.value, asked);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    rows: shown,
    next: rows.length > limit && last ? writePlace(placeOf(last, request.sort.by), request.sort.by) : null,
  });
}

export function countRows(
  desk: Desk,
  person: Person,
  request: ListRequest,
  keys?: readonly number[],
): Result<{ readonly count: number }, Problem> {
  const query = toQuery(desk, person, request, keys);
  return query.ok ? ok({ count: countList(desk.database.reading, query.value) }) : query;
}

/** Problems: `not_allowed`, `kind_unknown`, `unknown_field`. */
export function toQuery(
  desk: Desk,
  person: Person,
  request: ListRequest,
  keys?: readonly number[],
): Result<ListQuery, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const kind = offeredKind(desk, request.kind);
  if (!kind.ok) return kind;
  const filters = ['status', 'handler', 'co_handler', ...kind.value.list.filters];
  const unknown = request.where.find(({ path }) => !filters.includes(path));
  if (unknown) return err({ code: 'unknown_field', facts: { field: unknown.path.slice(0, 80) } });
  const choices = [
    ...request.where.map(({ path, values }) => ({ paths: [path], values: values.map(String) })),
    ...(request.officer === undefined ? [] : [{ paths: ['handler', 'co_handler'], values: [request.officer] }]),
    ...(request.statuses === undefined ? [] : [{ paths: ['status'], values: request.statuses }]),
  ];
  const { from, to, sort } = request;
  return ok({
    kind: request.kind,
    choices,
    sort,
    viewer: viewerOf(person),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(keys === undefined ? {} : { keys }),
  });
}

const placeText = z.tuple([z.string(), z.union([z.string(), z.number()]), z.int()]);

function writePlace({ value, key }: ListPlace, by: SortBy): string {
  return Buffer.from(JSON.stringify([by, value, key]), 'utf8').toString('base64url');
}

function readPlace(text: string, by: SortBy): Result<ListPlace, Problem> {
  try {
    const parsed = placeText.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (parsed.success && parsed.data[0] === by) return ok({ value: parsed.data[1], key: parsed.data[2] });
  } catch {
    // Not one of our places: the caller is told below.
  }
  return err({ code: 'page_unknown' });
}

const whyWords = {
  label: words('扫描标签', 'scanned label'),
  number: words('编号', 'number'),
  tail: words('末四位', 'last four'),
  name: words('姓名、地点', 'name or place'),
  pinyin: words('拼音', 'pinyin'),
  text: words('内容', 'text'),
} as const;

/** The one record whose label was scanned, where this person may see it. */
function scannedRow(reading: Reading, person: Person, text: string): readonly RecordRow[] {
  const label = readLabel(text);
  const row = label === null ? undefined : recordById(reading, label.record);
  return row === undefined || isInternal(row.kind) || !maySee(person, row) ? [] : [row];
}

/** Nothing typed finds nothing; a scanned label finds its record. */
export function findRows(desk: Desk, person: Person, request: FindRequest): Result<readonly HitView[], Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const query = searchQuery(request.text, request.kind);
  if (query === null || (request.kind !== undefined && isInternal(request.kind))) return ok([]);
  const { kind, statuses, from, to, officer } = request;
  const filter = { kind, statuses, from, to, officer, viewer: viewerOf(person) };
  return desk.database.snapshot((reading) => {
    const style = readerStyle(reading, person);
    const scanned = toRowViews(desk, reading, scannedRow(reading, person, request.text), style);
    if (scanned.length > 0) return ok(scanned.map((view) => ({ ...view, why: whyWords.label[style.language] })));
    const hits = findRecords(reading, query, filter, request.limit).filter(({ row }) => !isInternal(row.kind));
    return ok(
      hits.flatMap(({ row, found }) =>
        toRowViews(desk, reading, [row], style).map((view) => ({ ...view, why: whyWords[found][style.language] })),
      ),
    );
  });
}
