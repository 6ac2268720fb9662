// The SQL of lists: which filter is met first, along which index, and where a page begins. Every value is a parameter.

import { type RawBuilder, sql } from 'kysely';
import { createQueryCompiler } from '../database/query-compiler.ts';
import type { Compiled } from '../database/statement.ts';
import type { RecordRow } from './record-store.ts';

export type SortBy = 'occurredAt' | 'updatedAt' | 'number' | 'title' | 'due';

/** Who asks: null may see every record, an account only what is not restricted and what is its own. */
export type Viewer = { readonly account: string } | null;

/** At least one of these values at one of these paths. */
export type Choice = { readonly paths: readonly string[]; readonly values: readonly string[] };

export type ListQuery = {
  readonly kind: string;
  readonly choices: readonly Choice[];
  /** Local dates, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly sort: { readonly by: SortBy; readonly direction: 'asc' | 'desc' };
  readonly viewer: Viewer;
  /** Only these records: those behind a figure of a report. */
  readonly keys?: readonly number[];
};

export type ListPlace = { readonly value: string | number; readonly key: number };
export type PageOf = { readonly after?: ListPlace; readonly offset?: number; readonly limit: number };

/** What a page's query walks along. */
export type Driver =
  /** The index of the sort, every filter looked up on the way; no further than `look` rows when that is given. */
  | { readonly by: 'order'; readonly look?: number }
  /** The records of one choice, which are few, sorted afterwards. */
  | { readonly by: 'choice'; readonly choice: number }
  /** The records of some days, which are few, sorted afterwards. */
  | { readonly by: 'dates' }
  /** The records named by `keys`, sorted afterwards. */
  | { readonly by: 'keys' }
  /** The records with one value in order of time; `choice` is the filter the value belongs to. */
  | { readonly by: 'value'; readonly choice: number; readonly path: string; readonly value: string };

const compile = createQueryCompiler();

type Sort = { readonly column: RawBuilder<unknown>; readonly index: RawBuilder<unknown> };
const sorts = {
  occurredAt: { column: sql.ref('occurred_at'), index: sql.raw('record_by_occurred') },
  updatedAt: { column: sql.ref('updated_at'), index: sql.raw('record_by_updated') },
  number: { column: sql.ref('number'), index: sql.raw('record_by_number') },
  title: { column: sql.ref('sort_title'), index: sql.raw('record_by_title') },
  due: { column: sql.ref('due_at'), index: sql.raw('record_by_due') },
} as const satisfies Record<SortBy, Sort>;

const columns =
  sql.raw(`r.key, r.id, r.kind, r.number, r.status, r.stage, r.restricted, r.secrecy, r.title, r.sort_title as sortTitle,
  r.occurred_at as occurredAt, r.due_at as dueAt, r.custody, r.conflict, r.handler, r.co_handler as coHandler,
  r.created_at as createdAt, r.created_by as createdBy, r.updated_at as updatedAt, r.updated_by as updatedBy, r.content,
  r.search_text as searchText`);

/** The query of one page. */
export function pageQuery(query: ListQuery, page: PageOf, driver: Driver): Compiled<RecordRow> {
  const { column } = sorts[query.sort.by];
  const direction = sql.raw(query.sort.direction);
  const keys = driver.by === 'value' ? keysOfValue(query, page, driver) : keysInOrder(query, page, driver);
  return compile(
    sql<RecordRow>`select ${columns} from (${keys}) p cross join record r on r.key = p.key
      order by r.${column} ${direction}, r.key ${direction}`,
  );
}

/** The keys of every row of the query, in its order. */
export function keysQuery(query: ListQuery): Compiled<{ readonly key: number }> {
  return compile(sql<{ key: number }>`${keysInOrder(query, { limit: -1 }, { by: 'order' })}`);
}

type Walk = Exclude<Driver, { by: 'value' }>;

function keysInOrder(query: ListQuery, page: PageOf, driver: Walk): RawBuilder<unknown> {
  const { column } = sorts[query.sort.by];
  const direction = sql.raw(query.sort.direction);
  const own = [sql`kind = ${query.kind}`, ...dates(query, sql`occurred_at`)];
  const conditions = page.after ? [...own, afterPlace(column, sql`place`, query, page.after)] : own;
  const order = sql`order by ${column} ${direction}, place ${direction}`;
  const rest = [
    ...(driver.by === 'choice' ? [] : otherChoices(query, driver, sql`w.place`)),
    ...visible(query.viewer, sql`w.place`),
  ];
  const walked = sql`select ${column}, place, restricted from ${sourceOf(query, driver)} where ${all(conditions)}
    ${driver.by === 'order' && driver.look !== undefined ? sql`${order} limit ${driver.look} + 0` : sql``}`;
  return sql`select place as key from (${walked}) w ${rest.length > 0 ? sql`where ${all(rest)}` : sql``}
    ${order} limit ${page.limit} + 0 offset ${page.offset ?? 0}`;
}

/** All filters on facets are met before a record is looked up. */
function sourceOf(query: ListQuery, driver: Walk): RawBuilder<unknown> {
  if (driver.by === 'keys')
    return sql`json_each(${JSON.stringify(query.keys ?? [])}) c cross join record on record.key = c.value`;
  const choice = driver.by === 'choice' ? query.choices[driver.choice] : undefined;
  if (!choice) return sql`record indexed by ${sorts[driver.by === 'dates' ? 'occurredAt' : query.sort.by].index}`;
  const conditions = [
    facetIs(query.kind, choice, sql`f.`),
    ...dates(query, sql`f.occurred_at`),
    ...otherChoices(query, driver, sql`f.record_key`),
  ];
  return sql`(select distinct f.record_key from facet f where ${all(conditions)}) c cross join record on record.key = c.record_key`;
}

/** Along the facets of one value, which lie in order of time themselves. */
function keysOfValue(query: ListQuery, page: PageOf, driver: Extract<Driver, { by: 'value' }>): RawBuilder<unknown> {
  const direction = sql.raw(query.sort.direction);
  const choice = { paths: [driver.path], values: [driver.value] };
  const rest = [
    facetIs(query.kind, choice, sql`f.`),
    ...dates(query, sql`f.occurred_at`),
    ...otherChoices(query, driver, sql`f.record_key`),
    ...visible(query.viewer, sql`f.record_key`),
  ];
  const conditions = page.after
    ? [...rest, afterPlace(sql`f.occurred_at`, sql`f.record_key`, query, page.after)]
    : rest;
  return sql`select f.record_key as key from facet f cross join record on record.key = f.record_key where ${all(conditions)}
    order by f.occurred_at ${direction}, f.record_key ${direction} limit ${page.limit} + 0`;
}

/** How many rows of a choice there are, counted no further than `most`. */
export function someOfChoice(kind: string, choice: Choice, most: number): Compiled<{ readonly count: number }> {
  return counted(sql`select 1 from facet where ${facetIs(kind, choice)} limit ${most} + 0`);
}

/** How many rows of the query's days there are, counted no further than `most`. */
export function someOfDates(query: ListQuery, most: number): Compiled<{ readonly count: number }> {
  return counted(
    sql`select 1 from record indexed by record_by_occurred where ${all([sql`kind = ${query.kind}`, ...dates(query, sql`occurred_at`)])} limit ${most} + 0`,
  );
}

/** All rows whoever may see them, from the index of the choice at `first`, or of the list when there is none. */
export function countQuery(query: ListQuery, first: number): Compiled<{ readonly count: number }> {
  const choice = query.choices[first];
  if (query.keys) return countKeysQuery(query);
  if (!choice)
    return counted(
      sql`select 1 from record indexed by record_by_occurred where ${all([sql`kind = ${query.kind}`, ...dates(query, sql`occurred_at`)])}`,
    );
  const distinct = sql.raw(choice.paths.length * choice.values.length > 1 ? 'distinct' : '');
  const rest = otherChoices(query, { by: 'choice', choice: first }, sql`f.record_key`);
  return counted(
    sql`select ${distinct} f.record_key from facet f where ${all([facetIs(query.kind, choice, sql`f.`), ...dates(query, sql`f.occurred_at`), ...rest])}`,
  );
}

/** Of the named records those that fit, and that the viewer may see. */
function countKeysQuery(query: ListQuery): Compiled<{ readonly count: number }> {
  const conditions = [
    sql`kind = ${query.kind}`,
    ...dates(query, sql`occurred_at`),
    ...otherChoices(query, { by: 'keys' }, sql`record.key`),
    ...visible(query.viewer, sql`record.key`),
  ];
  return counted(sql`select 1 from ${sourceOf(query, { by: 'keys' })} where ${all(conditions)}`);
}

/** Restricted rows of the query that are not the account's own. */
export function countHiddenQuery(query: ListQuery, account: string): Compiled<{ readonly count: number }> {
  const rest = otherChoices(query, { by: 'order' }, sql`record.key`);
  const hidden = sql`restricted = 1 and handler <> ${account} and co_handler <> ${account} and created_by <> ${account}`;
  return counted(
    sql`select 1 from record indexed by record_restricted where ${all([hidden, sql`kind = ${query.kind}`, ...dates(query, sql`occurred_at`), ...rest])}`,
  );
}

function counted(rows: RawBuilder<unknown>): Compiled<{ readonly count: number }> {
  return compile(sql<{ count: number }>`select count(*) as count from (${rows})`);
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `);
}

/** Pairs compare as one, so that equal values are passed over in the index and not row by row. */
function afterPlace(
  column: RawBuilder<unknown>,
  place: RawBuilder<unknown>,
  query: ListQuery,
  after: ListPlace,
): RawBuilder<unknown> {
  return sql`(${column}, ${place}) ${sql.raw(query.sort.direction === 'desc' ? '<' : '>')} (${after.value}, ${after.key})`;
}

function dates(query: ListQuery, column: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    ...(query.from === undefined ? [] : [sql`${column} >= ${query.from}`]),
    // A date-time of that day sorts after the bare day and before this.
    ...(query.to === undefined ? [] : [sql`${column} < ${`${query.to}~`}`, sql`${column} > ''`]),
  ];
}

function facetIs(kind: string, { paths, values }: Choice, table: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  const one = (column: string, options: readonly string[]) =>
    options.length === 1
      ? sql`${table}${sql.raw(column)} = ${options[0]}`
      : sql`${table}${sql.raw(column)} in (${sql.join(options)})`;
  return sql`${table}kind = ${kind} and ${one('path', paths)} and ${one('value', values)}`;
}

/** The choices the driver does not meet by itself, looked up for each row. */
function otherChoices({ choices }: ListQuery, driver: Driver, key: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const met = driver.by === 'choice' || driver.by === 'value' ? driver.choice : -1;
  return choices
    .filter((_, place) => place !== met)
    .map(
      ({ paths, values }) => sql`exists (select 1 from facet o where o.record_key = ${key}
      and o.path in (${sql.join(paths)}) and o.value in (${sql.join(values)}))`,
    );
}

/** Only restricted rows are looked up for whose they are. */
function visible(viewer: Viewer, key: RawBuilder<unknown>): RawBuilder<unknown>[] {
  if (viewer === null) return [];
  const { account } = viewer;
  return [
    sql`(restricted = 0 or exists (select 1 from record o where o.key = ${key}
      and (o.handler = ${account} or o.co_handler = ${account} or o.created_by = ${account})))`,
  ];
}
