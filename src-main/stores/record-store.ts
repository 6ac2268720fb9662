// What each record shows, worked out from its changes: one row, its choices for filters, its links.

import type { RecordId } from '../../src-shared/history/ids.ts';
import type { Measured } from '../../src-shared/records/measure-record.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { putMeasured } from './measured-store.ts';

/** What sorts last of all due moments: a record with nothing due. */
export const nothingDue = '9999-12-31T23:59:59';

export type RecordRow = {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly status: string;
  readonly stage: string;
  /** 1: only its own people and those with a duty may see it. */
  readonly restricted: number;
  readonly secrecy: string;
  readonly title: string;
  /** The title as it sorts (pinyin). */
  readonly sortTitle: string;
  /** Local date or date-time; empty when unknown. */
  readonly occurredAt: string;
  /** Local date or date-time of what is due first; `nothingDue` when nothing is. */
  readonly dueAt: string;
  readonly custody: number;
  readonly conflict: number;
  readonly handler: string;
  readonly coHandler: string;
  /** ms since 1970. */
  readonly createdAt: number;
  readonly createdBy: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
  /** Values by path, JSON. */
  readonly content: string;
  readonly searchText: string;
};

/** What a register reads of a record; the rest of a row is as long again. */
export type LineRow = Pick<RecordRow, 'key' | 'content' | 'createdAt' | 'createdBy'>;

/** A value by which lists are filtered: a code, an officer, yes or no. */
export type Facet = { readonly path: string; readonly value: string };
export type RecordLink = { readonly relation: string; readonly target: string };
export type Projection = {
  readonly row: RecordRow;
  readonly facets: readonly Facet[];
  readonly links: readonly RecordLink[];
  readonly measured: readonly Measured[];
};

export const recordColumns = `key, id, kind, number, status, stage, restricted, secrecy, title, sort_title as sortTitle,
  occurred_at as occurredAt, due_at as dueAt, custody, conflict, handler, co_handler as coHandler, created_at as createdAt,
  created_by as createdBy, updated_at as updatedAt, updated_by as updatedBy, content, search_text as searchText`;

// Two statements and not one with `on conflict`, which would make the full-text index write out what it has gathered.
const insertRow = statement<RecordRow>(`
  insert into record (key, id, kind, number, status, stage, restricted, secrecy, title, sort_title, occurred_at, due_at, custody,
    conflict, handler, co_handler, created_at, created_by, updated_at, updated_by, content, search_text)
  values (@key, @id, @kind, @number, @status, @stage, @restricted, @secrecy, @title, @sortTitle, @occurredAt, @dueAt, @custody,
    @conflict, @handler, @coHandler, @createdAt, @createdBy, @updatedAt, @updatedBy, @content, @searchText)`);
const updateRow = statement<RecordRow>(`
  update record set id = @id, kind = @kind, number = @number, status = @status, stage = @stage, restricted = @restricted,
    secrecy = @secrecy, title = @title, sort_title = @sortTitle, occurred_at = @occurredAt, due_at = @dueAt, custody = @custody,
    conflict = @conflict, handler = @handler, co_handler = @coHandler, created_at = @createdAt, created_by = @createdBy,
    updated_at = @updatedAt, updated_by = @updatedBy, content = @content, search_text = @searchText
  where key = @key`);
const rowById = statement<{ id: string }, RecordRow>(`select ${recordColumns} from record where id = @id`);
const rowByKey = statement<{ key: number }, RecordRow>(`select ${recordColumns} from record where key = @key`);
const lineByKey = statement<{ key: number }, LineRow>(
  'select key, content, created_at as createdAt, created_by as createdBy from record where key = @key',
);
const keyOfId = statement<{ id: string }, { key: number }>('select key from record where id = @id');
const idOfKey = statement<{ key: number }, { id: RecordId }>('select id from record where key = @key');
const rowsOfKind = statement<{ kind: string; after: number; limit: number }, RecordRow>(
  `select ${recordColumns} from record where kind = @kind and key > @after order by key limit @limit + 0`,
);
/** The key of a record is the place of the first of its changes that came here. */
const begunBy = statement<{ kind: string; device: string }, { key: number }>(
  `select r.key as key from record r join change c on c.seq = r.key join chain k on k.key = c.chain_key
   where r.kind = @kind and k.device = @device`,
);
/** Asked of the index `record_by_number` alone, then of the few rows it names. */
const rowsOfNumber = statement<{ kind: string; number: string; key: number; limit: number }, RecordRow>(
  `select ${recordColumns} from record indexed by record_by_number
   where kind = @kind and number = @number and key <> @key order by place limit @limit + 0`,
);
const facetsOfRecord = statement<{ key: number }, Facet>(
  'select path, value from facet where record_key = @key order by path, value',
);
const deleteFacets = statement<{ key: number }>('delete from facet where record_key = @key');
const insertFacet = statement<{ kind: string; path: string; value: string; occurredAt: string; key: number }>(
  'insert into facet (kind, path, value, occurred_at, record_key) values (@kind, @path, @value, @occurredAt, @key)',
);
const linksOfRecord = statement<{ key: number }, RecordLink>(
  'select relation, target from link where record_key = @key order by relation, target',
);
const deleteLinks = statement<{ key: number }>('delete from link where record_key = @key');
const insertLink = statement<{ key: number; relation: string; target: string }>(
  'insert into link (record_key, relation, target) values (@key, @relation, @target) on conflict do nothing',
);
const linkedFrom = statement<{ target: string; limit: number }, { key: number; relation: string }>(
  'select record_key as key, relation from link where target = @target order by record_key limit @limit + 0',
);
const recordCount = statement<Record<never, never>, { count: number }>('select count(*) as count from record');

/** Replaces what the record shows; leaves alone what has not changed. `before`: its row, null when it is new. */
export function putProjection(
  writing: Writing,
  { row, facets, links, measured }: Projection,
  before: RecordRow | null = recordByKey(writing, row.key) ?? null,
): void {
  writing.run(before === null ? insertRow : updateRow, row);
  const moved = before?.occurredAt !== row.occurredAt;
  if (moved || !same(before ? writing.all(facetsOfRecord, { key: row.key }) : [], facets))
    putFacets(writing, row, facets, before !== null);
  if (!same(before ? writing.all(linksOfRecord, { key: row.key }) : [], links))
    putLinks(writing, row.key, links, before !== null);
  putMeasured(writing, { key: row.key, kind: row.kind, isNew: before === null }, measured);
}

function putFacets(writing: Writing, row: RecordRow, facets: readonly Facet[], hasSome: boolean): void {
  if (hasSome) writing.run(deleteFacets, { key: row.key });
  for (const { path, value } of facets) {
    writing.run(insertFacet, { kind: row.kind, path, value, occurredAt: row.occurredAt, key: row.key });
  }
}

function putLinks(writing: Writing, key: number, links: readonly RecordLink[], hasSome: boolean): void {
  if (hasSome) writing.run(deleteLinks, { key });
  for (const { relation, target } of links) writing.run(insertLink, { key, relation, target });
}

function same(left: readonly object[], right: readonly object[]): boolean {
  return left.length === right.length && JSON.stringify(left) === JSON.stringify(right);
}

export function recordById(reading: Reading, id: string): RecordRow | undefined {
  return reading.first(rowById, { id });
}

/** Other records of the kind with the very number of this one; a record without a number shares it with none. */
export function recordsOfSameNumber(
  reading: Reading,
  { kind, number, key }: Pick<RecordRow, 'kind' | 'number' | 'key'>,
  limit: number,
): readonly RecordRow[] {
  return number === '' ? [] : reading.all(rowsOfNumber, { kind, number, key, limit });
}

export function recordByKey(reading: Reading, key: number): RecordRow | undefined {
  return reading.first(rowByKey, { key });
}

export function lineRowByKey(reading: Reading, key: number): LineRow | undefined {
  return reading.first(lineByKey, { key });
}

/** Null where the record is not here. */
export function recordKeyOf(reading: Reading, id: string): number | null {
  return reading.first(keyOfId, { id })?.key ?? null;
}

export function recordIdOf(reading: Reading, key: number): RecordId | null {
  return reading.first(idOfKey, { key })?.id ?? null;
}

export function recordsOfKind(reading: Reading, kind: string, after: number, limit: number): readonly RecordRow[] {
  return reading.all(rowsOfKind, { kind, after, limit });
}

/** Keys of the records of a kind whose first change this device wrote. */
export function recordsBegunBy(reading: Reading, kind: string, device: string): ReadonlySet<number> {
  return new Set(reading.all(begunBy, { kind, device }).map(({ key }) => key));
}

export function facetsOf(reading: Reading, key: number): readonly Facet[] {
  return reading.all(facetsOfRecord, { key });
}

export function linksOf(reading: Reading, key: number): readonly RecordLink[] {
  return reading.all(linksOfRecord, { key });
}

/** Records that refer to this one. */
export function linksTo(
  reading: Reading,
  target: string,
  limit: number,
): readonly { readonly key: number; readonly relation: string }[] {
  return reading.all(linkedFrom, { target, limit });
}

export function countRecords(reading: Reading): number {
  return reading.first(recordCount, {})?.count ?? 0;
}
