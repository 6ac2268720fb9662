// Keeps what reports count true to the kinds' declarations: when a version of the product counts a kind differently, its
// records are measured anew, a few at a time, and reports wait until all are.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { measureRecord } from '../../src-shared/records/measure-record.ts';
import type { Reading, Writing } from '../database/database.ts';
import { beginMeasuring, measuredUpTo, putMeasured, readMeasuring } from '../stores/measured-store.ts';
import { type RecordRow, recordsOfKind } from '../stores/record-store.ts';
import type { Desk } from './desk.ts';
import { surroundingsOf } from './surroundings.ts';
import { textToValues } from './values-text.ts';

/** Notes what each kind counts; one whose measures have changed is to be measured from its first record. */
export function noteMeasures(writing: Writing, kinds: readonly Kind[]): void {
  const known = new Map(readMeasuring(writing).map(({ kind, declared }) => [kind, declared]));
  for (const kind of kinds) {
    const declared = JSON.stringify([kind.version, kind.measures]);
    if (known.get(kind.key) === declared) continue;
    const isEmpty = recordsOfKind(writing, kind.key, 0, 1).length === 0;
    const measures = kind.measures.map(({ key }) => key);
    beginMeasuring(writing, { kind: kind.key, declared, after: isEmpty ? null : 0 }, measures);
  }
}

/** Measures at most `limit` records that are still to be measured; gives how many it was, 0 when none are left. */
export function measureSome(desk: Desk, limit: number): Result<number, Problem> {
  const open = readMeasuring(desk.database.reading).find(({ after }) => after !== null);
  if (open === undefined) return ok(0);
  return desk.database.write((writing) => {
    const kind = desk.kinds.get(open.kind);
    const rows = recordsOfKind(writing, open.kind, open.after ?? 0, limit);
    if (kind.ok) for (const row of rows) measureRow(desk, writing, kind.value, row);
    const last = rows.at(-1);
    measuredUpTo(writing, open.kind, last === undefined || rows.length < limit ? null : last.key);
    return ok(Math.max(1, rows.length));
  });
}

/** Whether every record has been measured as its kind declares now. */
export function isMeasured(reading: Reading): boolean {
  return readMeasuring(reading).every(({ after }) => after === null);
}

function measureRow(desk: Desk, writing: Writing, kind: Kind, row: RecordRow): void {
  const created = { by: row.createdBy, at: row.createdAt };
  const surroundings = surroundingsOf(desk, writing, { now: row.updatedAt, created });
  const measured = measureRecord(createRecordContext(kind, textToValues(row.content), surroundings));
  putMeasured(writing, { key: row.key, kind: row.kind, isNew: false }, measured);
}
