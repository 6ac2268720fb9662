// Pages of records, filtered and sorted, at the same speed on the first page and the ten-thousandth: a page begins after a
// place in an index and never by counting rows from the start, unless the scroll bar jumps.

import type { Reading } from '../database/database.ts';
import {
  type Choice,
  countHiddenQuery,
  countQuery,
  type Driver,
  keysQuery,
  type ListPlace,
  type ListQuery,
  type PageOf,
  pageQuery,
  type SortBy,
  someOfChoice,
  someOfDates,
} from './list-query.ts';
import type { RecordRow } from './record-store.ts';

/** Filters that leave at most this many rows are met first and the few rows sorted. */
const fewRows = 4_000;
/** Rows looked at along an index for filters that are not few. */
const farthestLook = 20_000;
/** Streams of one value each that are merged into one page. */
const mostStreams = 12;

export function listRecords(reading: Reading, query: ListQuery, page: PageOf): readonly RecordRow[] {
  const drivers = driversOf(reading, query, page);
  const [only] = drivers;
  if (!only || drivers.length > 1)
    return merged(
      drivers.flatMap((driver) => reading.rows(pageQuery(query, page, driver))),
      query,
      page.limit,
    );
  const rows = reading.rows(pageQuery(query, page, only));
  // Not enough within reach: the filters hardly ever meet, and then it is quicker to begin with what they leave.
  if (only.by !== 'order' || only.look === undefined || rows.length >= page.limit) return rows;
  return reading.rows(pageQuery(query, page, { by: 'choice', choice: narrowestChoice(reading, query).choice }));
}

/** A record with two of the values comes in two streams. */
function merged(rows: readonly RecordRow[], { sort }: ListQuery, limit: number): readonly RecordRow[] {
  const distinct = new Map(rows.map((row) => [row.key, row]));
  const way = sort.direction === 'asc' ? 1 : -1;
  return [...distinct.values()].sort((left, right) => compareTimes(left, right) * way).slice(0, limit);
}

/** The keys of all rows in order, for whoever reads the whole list. */
export function listKeys(reading: Reading, query: ListQuery): readonly number[] {
  return reading.rows(keysQuery(query)).map(({ key }) => key);
}

/** How many rows the viewer may see: all that fit, but for the few that are restricted and not theirs. */
export function countList(reading: Reading, query: ListQuery): number {
  const count = reading.rows(countQuery(query, narrowestChoice(reading, query).choice))[0]?.count ?? 0;
  if (query.viewer === null || query.keys) return count;
  return count - (reading.rows(countHiddenQuery(query, query.viewer.account))[0]?.count ?? 0);
}

/** The place of a row in this order, from which the next page begins. */
export function placeOf(row: RecordRow, by: SortBy): ListPlace {
  const values = {
    occurredAt: row.occurredAt,
    updatedAt: row.updatedAt,
    number: row.number,
    title: row.sortTitle,
    due: row.dueAt,
  };
  return { value: values[by], key: row.key };
}

function driversOf(reading: Reading, query: ListQuery, page: PageOf): readonly Driver[] {
  if (query.keys) return [{ by: 'keys' }];
  const { choice, count } = narrowestChoice(reading, query);
  const narrowest = query.choices[choice];
  if (narrowest && count <= fewRows) return [{ by: 'choice', choice }];
  if (query.sort.by === 'occurredAt') return narrowest ? streamsOf(narrowest, choice, page) : [{ by: 'order' }];
  const isDated = query.from !== undefined || query.to !== undefined;
  const ofDays = isDated ? (reading.rows(someOfDates(query, fewRows + 1))[0]?.count ?? 0) : Number.POSITIVE_INFINITY;
  if (ofDays <= fewRows) return [{ by: 'dates' }];
  return [narrowest && !page.offset ? { by: 'order', look: farthestLook } : { by: 'order' }];
}

/** One stream in order of time per value; their first rows together are the first rows of all. A jump needs one stream. */
function streamsOf({ paths, values }: Choice, choice: number, page: PageOf): readonly Driver[] {
  const streams = paths.flatMap((path) => values.map((value): Driver => ({ by: 'value', choice, path, value })));
  return page.offset || streams.length > mostStreams ? [{ by: 'order' }] : streams;
}

/** The choice that leaves the fewest rows; counts beyond `fewRows` are not told apart. */
function narrowestChoice(reading: Reading, query: ListQuery): { readonly choice: number; readonly count: number } {
  const counts = query.choices.map(
    (choice) => reading.rows(someOfChoice(query.kind, choice, fewRows * 5))[0]?.count ?? 0,
  );
  const count = Math.min(...counts);
  return { choice: counts.indexOf(count), count };
}

function compareTimes(left: RecordRow, right: RecordRow): number {
  if (left.occurredAt !== right.occurredAt) return left.occurredAt < right.occurredAt ? -1 : 1;
  return left.key - right.key;
}
