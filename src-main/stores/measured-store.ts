// What reports count of each record: kept beside its row in the same transaction, and worked out anew for a kind whose
// declaration counts differently than before.

import type { Measured } from '../../src-shared/records/measure-record.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

type None = Record<never, never>;
type MeasuredRow = { measure: string; day: number; nth: number; amount: number; approximate: number };

const measuredOfRecord = statement<{ key: number }, MeasuredRow>(
  `select m.name as measure, d.day as day, d.nth as nth, d.amount as amount, d.approximate as approximate
   from measured d indexed by measured_by_record join measure m on m.key = d.measure_key where d.record_key = @key`,
);
const deleteMeasured = statement<{ key: number }>('delete from measured where record_key = @key');
const insertMeasured = statement<MeasuredRow & { kind: string; key: number }>(
  `insert into measured (measure_key, day, record_key, nth, amount, approximate)
   select m.key, @day, @key, @nth, @amount, @approximate from measure m where m.kind = @kind and m.name = @measure`,
);
const insertMeasure = statement<{ kind: string; name: string }>(
  'insert into measure (kind, name) values (@kind, @name) on conflict do nothing',
);
const measuringRows = statement<None, { kind: string; declared: string; after: number | null }>(
  'select kind, declared, after from measuring order by kind',
);
const putMeasuring = statement<{ kind: string; declared: string; after: number | null }>(
  `insert into measuring (kind, declared, after) values (@kind, @declared, @after)
   on conflict (kind) do update set declared = excluded.declared, after = excluded.after`,
);
const setAfter = statement<{ kind: string; after: number | null }>(
  'update measuring set after = @after where kind = @kind',
);
const countAfter = statement<{ kind: string; after: number }, { count: number }>(
  'select count(*) as count from record indexed by record_by_occurred where kind = @kind and place > @after',
);

/** Replaces what is counted of a record; leaves it alone when it is the same. */
export function putMeasured(
  writing: Writing,
  { key, kind, isNew }: { readonly key: number; readonly kind: string; readonly isNew: boolean },
  measured: readonly Measured[],
): void {
  const rows = measured.map((one) => ({ ...one, approximate: one.approximate ? 1 : 0 }));
  const before = isNew ? [] : writing.all(measuredOfRecord, { key });
  if (textOf(before) === textOf(rows)) return;
  if (before.length > 0) writing.run(deleteMeasured, { key });
  for (const row of rows) writing.run(insertMeasured, { ...row, kind, key });
}

function textOf(rows: readonly MeasuredRow[]): string {
  return rows
    .map(({ measure, day, nth, amount, approximate }) => [measure, day, nth, amount, approximate].join(' '))
    .sort()
    .join('\n');
}

export type Measuring = { readonly kind: string; readonly declared: string; readonly after: number | null };

export function readMeasuring(reading: Reading): readonly Measuring[] {
  return reading.all(measuringRows, {});
}

/** Remembers what a kind counts now; its records up to `after` have been measured so, with null all of them. */
export function beginMeasuring(
  writing: Writing,
  { kind, declared, after }: Measuring,
  measures: readonly string[],
): void {
  for (const name of measures) writing.run(insertMeasure, { kind, name });
  writing.run(putMeasuring, { kind, declared, after });
}

export function measuredUpTo(writing: Writing, kind: string, after: number | null): void {
  writing.run(setAfter, { kind, after });
}

/** Records that have not been measured yet. */
export function countUnmeasured(reading: Reading): number {
  return readMeasuring(reading).reduce(
    (sum, { kind, after }) => sum + (after === null ? 0 : (reading.first(countAfter, { kind, after })?.count ?? 0)),
    0,
  );
}
