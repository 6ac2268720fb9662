// Where each record is, seen from each scope.

import type { RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { toRecordId } from '../../src-shared/history/ids.ts';
import type { Place } from '../../src-shared/sync/centre/admission.ts';
import type { Reading, Writing } from '../database/database.ts';
import { inChunks } from './bytes.ts';

export type StoredPlace = Extract<Place, 'here' | 'left'>;

/** Records that the scope has or had; the others are left out. */
export async function placesOf(
  reading: Reading,
  scope: ScopeId,
  records: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, StoredPlace>> {
  const places = new Map<RecordId, StoredPlace>();
  for (const chunk of inChunks([...new Set(records)], 1)) {
    const rows = await reading.tables
      .selectFrom('place')
      .select(['record', 'place'])
      .where('scope', '=', scope)
      .where('record', 'in', chunk)
      .execute();
    for (const { record, place } of rows) places.set(toRecordId(record), place === 'left' ? 'left' : 'here');
  }
  return places;
}

/** Those of the records that any scope has. Looks into all scopes, so it is asked before a transaction, never in one. */
export async function recordsAnywhere(reading: Reading, records: readonly RecordId[]): Promise<ReadonlySet<RecordId>> {
  const found = new Set<RecordId>();
  for (const chunk of inChunks([...new Set(records)], 1)) {
    const rows = await reading.tables.selectFrom('place').select('record').where('record', 'in', chunk).execute();
    for (const { record } of rows) found.add(toRecordId(record));
  }
  return found;
}

export async function putPlaces(
  { tables, scope }: Writing<ScopeId>,
  records: readonly RecordId[],
  place: StoredPlace,
): Promise<void> {
  const rows = [...new Set(records)].toSorted().map((record) => ({ scope, record, place }));
  for (const chunk of inChunks(rows, 3))
    await tables
      .insertInto('place')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['scope', 'record']).doUpdateSet({ place }))
      .execute();
}

/** Scopes that see the record now. Looks into all scopes, so it is asked before a transaction, never in one. */
export async function scopesSeeing(reading: Reading, record: RecordId): Promise<readonly ScopeId[]> {
  const rows = await reading.tables
    .selectFrom('place')
    .select('scope')
    .where('record', '=', record)
    .where('place', '=', 'here')
    .orderBy('scope')
    .execute();
  return rows.map(({ scope }) => scope);
}

/** Those of the records that more than one scope sees. Looks into all scopes. */
export async function sharedOf(reading: Reading, records: readonly RecordId[]): Promise<readonly RecordId[]> {
  const shared: RecordId[] = [];
  for (const chunk of inChunks(records, 1)) {
    const rows = await reading.tables
      .selectFrom('place')
      .select('record')
      .where('record', 'in', chunk)
      .where('place', '=', 'here')
      .groupBy('record')
      .having((having) => having.fn.countAll(), '>', 1)
      .execute();
    shared.push(...rows.map(({ record }) => toRecordId(record)));
  }
  return shared;
}

/** Records that more than one scope sees, by id, from after `after`. */
export async function sharedRecords(reading: Reading, after: string, limit: number): Promise<readonly RecordId[]> {
  const rows = await reading.tables
    .selectFrom('place')
    .select('record')
    .where('record', '>', after)
    .where('place', '=', 'here')
    .groupBy('record')
    .having((having) => having.fn.countAll(), '>', 1)
    .orderBy('record')
    .limit(limit)
    .execute();
  return rows.map(({ record }) => toRecordId(record));
}

/** How many records the scope has or had. */
export async function countRecords(reading: Reading, scope: ScopeId): Promise<number> {
  const { count } = await reading.tables
    .selectFrom('place')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow();
  return Number(count);
}
