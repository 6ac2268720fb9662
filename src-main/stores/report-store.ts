// The SQL of reports: every figure is a walk along one index of what was measured, added up by day where only sums are
// asked for, and the records behind it come from the rows that these are made of.

import type { Reading } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/** A measure of a kind between two days, both inclusive, in days since 1970-01-01. */
export type Counted = {
  readonly kind: string;
  readonly measure: string;
  readonly first: number;
  readonly last: number;
};
/** What came (`kind`, `measure`) and had not gone (`out`) by the end of `last`. */
export type Stock = { readonly kind: string; readonly measure: string; readonly out: string; readonly last: number };
export type Sum = { readonly value: number; readonly parts: number; readonly approximate: number };
/** Records with this value; null: those that have none in the field. */
export type Label = { readonly value: string | null; readonly records: number };
export type BehindRow = { readonly key: number; readonly id: string; readonly amount: number };

const measureKey = '(select key from measure where kind = @kind and name = @measure)';
const outKey = '(select key from measure where kind = @kind and name = @out)';
const inDays = `d.measure_key = ${measureKey} and d.day between @first and @last`;

const sums = statement<Counted, Sum>(
  `select coalesce(sum(d.amount), 0) as value, coalesce(sum(d.parts), 0) as parts,
     coalesce(max(d.approximate), 0) > 0 as approximate
   from measured_day d where ${inDays}`,
);
const amounts = statement<Counted, { amount: number }>(`select d.amount as amount from measured d where ${inDays}`);
const upTo = statement<Stock, { value: number }>(
  `select (select coalesce(sum(d.amount), 0) from measured_day d where d.measure_key = ${measureKey} and d.day <= @last)
        - (select coalesce(sum(d.amount), 0) from measured_day d where d.measure_key = ${outKey} and d.day <= @last) as value`,
);
const targets = statement<Counted & { relation: string }, { count: number }>(
  `select count(distinct l.target) as count from measured d
   cross join link l on l.record_key = d.record_key and l.relation = @relation where ${inDays}`,
);
/** Each record once, in the order of the index that its values are looked up in. */
const labels = statement<Counted & { path: string }, Label>(
  `with counted as materialized (select distinct d.record_key as record_key from measured d where ${inDays} order by 1)
   select f.value as value, count(*) as records from counted c
   left join facet f on f.record_key = c.record_key and f.path = @path group by f.value`,
);
const records = statement<Counted, { count: number }>(
  `select count(distinct d.record_key) as count from measured d where ${inDays}`,
);
const behindCounted = statement<Counted, BehindRow>(
  `select r.key as key, r.id as id, sum(d.amount) as amount from measured d cross join record r on r.key = d.record_key
   where ${inDays} group by d.record_key order by d.record_key`,
);
const behindLabel = statement<Counted & { path: string; label: string }, { key: number }>(
  `select distinct d.record_key as key from measured d where ${inDays} and exists
   (select 1 from facet f where f.record_key = d.record_key and f.path = @path and f.value = @label)`,
);
const behindNoLabel = statement<Counted & { path: string }, { key: number }>(
  `select distinct d.record_key as key from measured d where ${inDays} and not exists
   (select 1 from facet f where f.record_key = d.record_key and f.path = @path)`,
);
const behindStock = statement<Stock, BehindRow>(
  `select r.key as key, r.id as id, sum(d.amount) as amount from measured d cross join record r on r.key = d.record_key
   where d.measure_key = ${measureKey} and d.day <= @last and not exists (select 1 from measured o
     where o.record_key = d.record_key and o.measure_key = ${outKey} and o.day <= @last)
   group by d.record_key order by d.record_key`,
);
const keysOfIds = statement<{ ids: string }, { key: number }>(
  'select r.key as key from json_each(@ids) j join record r on r.id = j.value',
);

/** What the measure adds up to. */
export function sumOf(reading: Reading, counted: Counted): Sum {
  return reading.first(sums, counted) ?? { value: 0, parts: 0, approximate: 0 };
}

export function amountsOf(reading: Reading, counted: Counted): readonly number[] {
  return reading.all(amounts, counted).map(({ amount }) => amount);
}

export function stockOf(reading: Reading, stock: Stock): number {
  return reading.first(upTo, stock)?.value ?? 0;
}

/** How many different records the counted ones name in this field. */
export function countTargets(reading: Reading, counted: Counted, relation: string): number {
  return reading.first(targets, { ...counted, relation })?.count ?? 0;
}

/** By value of a field, the most first; a record with two values is under both, one without any under null. */
export function labelsOf(reading: Reading, counted: Counted, path: string): readonly Label[] {
  const found = reading.all(labels, { ...counted, path });
  return found.sort(
    (left, right) => right.records - left.records || ((left.value ?? '') < (right.value ?? '') ? -1 : 1),
  );
}

export function countRecordsMeasured(reading: Reading, counted: Counted): number {
  return reading.first(records, counted)?.count ?? 0;
}

/** The records behind a sum, each with its part of it. */
export function recordsBehind(reading: Reading, counted: Counted): readonly BehindRow[] {
  return reading.all(behindCounted, counted);
}

/** The records behind one bar of a breakdown; `label` null for those without a value. */
export function recordsBehindLabel(
  reading: Reading,
  counted: Counted,
  path: string,
  label: string | null,
): readonly number[] {
  const found =
    label === null
      ? reading.all(behindNoLabel, { ...counted, path })
      : reading.all(behindLabel, { ...counted, path, label });
  return found.map(({ key }) => key);
}

/** The records that had come and not gone. */
export function recordsInStock(reading: Reading, stock: Stock): readonly BehindRow[] {
  return reading.all(behindStock, stock);
}

/** Keys of the records that are still here under these ids. */
export function keysOfRecords(reading: Reading, ids: readonly string[]): readonly number[] {
  return reading.all(keysOfIds, { ids: JSON.stringify(ids) }).map(({ key }) => key);
}

const firstReceived = statement<{ key: number }, { at: number }>(
  'select received_at as at from change where seq = @key',
);

/** ms since 1970 when the record's first change came to this desk: a record's key is the place of that change. */
export function receivedAt(reading: Reading, key: number): number {
  return reading.first(firstReceived, { key })?.at ?? 0;
}
