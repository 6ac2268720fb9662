// Pages of records, filtered and sorted, at the same speed on the first page and the ten-thousandth: a page begins after a
// place in an index and never by counting rows from the start, unless the scroll bar jumps.

import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../database/database.ts';
import { createQueryCompiler } from '../database/query-compiler.ts';
import type { Compiled } from '../database/statement.ts';
import type { RecordRow } from './record-store.ts';

export type SortBy = 'occurredAt' | 'updatedAt' | 'number' | 'title' | 'due';

/** Who asks: null may see every record, an account only what is not restricted and what is its own. */
export type Viewer = { readonly account: string } | null;

export type ListQuery = {
  readonly kind: string;
  /** Each: at least one of these values at one of these paths. */
  readonly choices: readonly { readonly paths: readonly string[]; readonly values: readonly string[] }[];
  /** Local dates, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly sort: { readonly by: SortBy; readonly direction: 'asc' | 'desc' };
  readonly viewer: Viewer;
};

export type ListPlace = { readonly value: string | number; readonly key: number };
export type PageOf = { readonly after?: ListPlace; readonly offset?: number; readonly limit: number };

/** Filters that leave at most this many rows are taken first and the few rows sorted; others are met along the sort's index. */
const fewRows = 4_000;

const sorts = {
  occurredAt: { column: sql.ref('occurred_at'), index: sql.raw('record_by_occurred') },
  updatedAt: { column: sql.ref('updated_at'), index: sql.raw('record_by_updated') },
  number: { column: sql.ref('number'), index: sql.raw('record_by_number') },
  title: { column: sql.ref('sort_title'), index: sql.raw('record_by_title') },
  due: { column: sql.ref('due_at'), index: sql.raw('record_by_due') },
} as const satisfies Record<SortBy, { readonly column: RawBuilder<unknown>; readonly index: RawBuilder<unknown> }>;

const columns = sql.raw(`r.key, r.id, r.kind, r.number, r.status, r.stage, r.restricted, r.secrecy, r.title, r.sort_title as sortTitle,
  r.occurred_at as occurredAt, r.due_at as dueAt, r.custody, r.conflict, r.handler, r.co_handler as coHandler,
  r.created_at as createdAt, r.created_by as createdBy, r.updated_at as updatedAt, r.updated_by as updatedBy, r.content,
  r.search_text as searchText`);

const compile = createQueryCompiler();

export function listRecords(reading: Reading, query: ListQuery, page: PageOf): readonly RecordRow[] {
  return reading.rows(pageQuery(query, page, narrowest(reading, query)));
}

export function countList(reading: Reading, query: ListQuery): number {
  const { source, rest } = sourceOf(query, narrowest(reading, query), sql`indexed by record_by_occurred`);
  const counted = sql<{ count: number }>`select count(*) as count from ${source} where ${sql.join(rest, sql` and `)}`;
  return reading.rows(compile(counted))[0]?.count ?? 0;
}

/** The place of a row in this order, from which the next page begins. */
export function placeOf(row: RecordRow, by: SortBy): ListPlace {
  const values = { occurredAt: row.occurredAt, updatedAt: row.updatedAt, number: row.number, title: row.sortTitle, due: row.dueAt };
  return { value: values[by], key: row.key };
}

/** The query of one page; exported so that a test can look at its plan. */
export function pageQuery(query: ListQuery, page: PageOf, driver: Driver): Compiled<RecordRow> {
  const { column, index } = sorts[query.sort.by];
  const direction = sql.raw(query.sort.direction);
  const { source, rest } = sourceOf(query, driver, sql`indexed by ${index}`);
  const conditions = page.after ? [...rest, afterPlace(column, query.sort.direction, page.after)] : rest;
  const keys = sql`select key from ${source} where ${sql.join(conditions, sql` and `)}
    order by ${column} ${direction}, key ${direction} limit ${page.limit} offset ${page.offset ?? 0}`;
  return compile(
    sql<RecordRow>`select ${columns} from (${keys}) p cross join record r on r.key = p.key
      order by r.${column} ${direction}, r.key ${direction}`,
  );
}

function afterPlace(column: RawBuilder<unknown>, direction: 'asc' | 'desc', after: ListPlace): RawBuilder<unknown> {
  return sql`(${column}, key) ${sql.raw(direction === 'desc' ? '<' : '>')} (${after.value}, ${after.key})`;
}

/** Which filter is taken first: one of the choices by its place, the dates, or the order of the list itself. */
export type Driver = { readonly by: 'choice'; readonly choice: number } | { readonly by: 'dates' } | { readonly by: 'order' };

function narrowest(reading: Reading, query: ListQuery): Driver {
  for (const [choice, { paths, values }] of query.choices.entries()) {
    const some = sql<{ count: number }>`select count(*) as count from
      (select 1 from facet where ${facetOf(query.kind, paths, values)} limit ${fewRows + 1})`;
    if ((reading.rows(compile(some))[0]?.count ?? 0) <= fewRows) return { by: 'choice', choice };
  }
  if (query.sort.by === 'occurredAt' || (query.from === undefined && query.to === undefined)) return { by: 'order' };
  const dated = sql<{ count: number }>`select count(*) as count from (select 1 from record indexed by record_by_occurred
    where ${sql.join([kindIs(query.kind), ...dates(query)], sql` and `)} limit ${fewRows + 1})`;
  return (reading.rows(compile(dated))[0]?.count ?? 0) <= fewRows ? { by: 'dates' } : { by: 'order' };
}

type Source = { readonly source: RawBuilder<unknown>; readonly rest: readonly RawBuilder<unknown>[] };

function sourceOf(query: ListQuery, driver: Driver, orderIndex: RawBuilder<unknown>): Source {
  const { kind, choices } = query;
  const others = choices.filter((_, place) => driver.by !== 'choice' || place !== driver.choice);
  const rest = [kindIs(kind), ...dates(query), ...others.map((choice) => hasChoice(choice.paths, choice.values)), ...visible(query.viewer)];
  if (driver.by === 'choice') {
    const { paths, values } = choices[driver.choice] ?? { paths: [], values: [] };
    const found = sql`select distinct record_key from facet where ${facetOf(kind, paths, values)}`;
    return { source: sql`(${found}) f cross join record on record.key = f.record_key`, rest };
  }
  return { source: sql`record ${driver.by === 'dates' ? sql`indexed by record_by_occurred` : orderIndex}`, rest };
}

function kindIs(kind: string): RawBuilder<unknown> {
  return sql`kind = ${kind}`;
}

function dates(query: ListQuery): RawBuilder<unknown>[] {
  return [
    ...(query.from === undefined ? [] : [sql`occurred_at >= ${query.from}`]),
    // A date-time of that day sorts after the bare day and before this.
    ...(query.to === undefined ? [] : [sql`occurred_at < ${`${query.to}~`}`, sql`occurred_at <> ''`]),
  ];
}

function facetOf(kind: string, paths: readonly string[], values: readonly string[]): RawBuilder<unknown> {
  return sql`kind = ${kind} and path in (${sql.join(paths)}) and value in (${sql.join(values)})`;
}

function hasChoice(paths: readonly string[], values: readonly string[]): RawBuilder<unknown> {
  return sql`exists (select 1 from facet where facet.record_key = record.key
    and facet.path in (${sql.join(paths)}) and facet.value in (${sql.join(values)}))`;
}

function visible(viewer: Viewer): RawBuilder<unknown>[] {
  if (viewer === null) return [];
  const { account } = viewer;
  return [sql`(restricted = 0 or handler = ${account} or co_handler = ${account} or created_by = ${account})`];
}
