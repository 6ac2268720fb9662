// What a step does beyond the record it is taken on, in the same transaction: the approval of an erasure carries it out.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Content } from '../../src-shared/records/content.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { placesOf, type SoughtPerson } from '../../src-shared/records/person-places.ts';
import { contentOf, entriesOf } from '../../src-shared/records/place.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import type { Writing } from '../database/database.ts';
import { carryOutErasures } from './carry-out-erasure.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import { type ErasureTarget, type PlannedErasure, planErasure } from './plan-erasure.ts';
import { contextOf, loadRecord } from './stored-record.ts';

export type StepEffect = {
  /** Written to the record with the step. */
  readonly ops: readonly Op[];
  /** Facts for the log's line. */
  readonly detail: Readonly<Record<string, number>>;
  /** Runs after the step is stored. */
  carryOut(writing: Writing, touched: Set<string>): void;
};

/** Null where the step does nothing else. Problems: those of `planErasure`. */
export function stepEffect(
  desk: Desk,
  writing: Writing,
  person: Person,
  { kind, stored }: RecordContext,
  step: string,
): Result<StepEffect | null, Problem> {
  const erasing = kind.transitions.find(({ key }) => key === step)?.erases;
  if (erasing === undefined) return ok(null);
  const applicant = personAt(contentOf(stored[erasing.person]));
  // The order's own words name the ground and nobody.
  const reason = `${kind.key} ${textOf(stored[erasing.ground])}`;
  const ops: Op[] = [];
  const planned: PlannedErasure[] = [];
  for (const entry of entriesOf(stored[erasing.list])) {
    const target = targetOf(desk, writing, person, entry, applicant);
    if (!target.ok) return target;
    const erasure = planErasure(desk, writing, person, target.value, reason);
    if (!erasure.ok) return erasure;
    planned.push(erasure.value);
    ops.push(...noted(`${erasing.list}/${entry.id}`, erasure.value, desk.tools.now()));
  }
  const orders = planned.flatMap((one) => one.orders);
  return ok({
    ops,
    detail: { records: planned.length, changes: orders.length },
    carryOut: (inside, touched) => carryOutErasures(desk, inside, orders, 'waiting', touched),
  });
}

function targetOf(
  desk: Desk,
  writing: Writing,
  person: Person,
  entry: Content,
  applicant: SoughtPerson,
): Result<ErasureTarget, Problem> {
  const id = textOf(entry['record']);
  if (entry['extent'] !== 'person') return ok({ record: id, places: null });
  const record = loadRecord(desk, writing, id, person);
  if (!record.ok) return record;
  const { kind, merged, row } = record.value;
  const { theirs } = placesOf(kind.fields, contextOf(desk, writing, kind, merged).stored, applicant);
  if (theirs.length === 0) return err({ code: 'erasure_nothing', facts: { number: row.number } });
  return ok({ record: id, places: theirs });
}

function noted(entry: string, { orders, files, proof }: PlannedErasure, now: number): readonly Op[] {
  const at = (name: string) => `${entry}/${name}`;
  return [
    { path: at('cleared_at'), value: epochMsToLocal(now).slice(0, 16) },
    { path: at('cleared_changes'), value: orders.length },
    { path: at('cleared_files'), value: files },
    { path: at('proof'), value: proof },
  ];
}

function personAt(block: Content): SoughtPerson {
  return { name: textOf(block['name']), idNumber: textOf(block['id_no']), phone: textOf(block['phone']) };
}

function textOf(value: Content[string]): string {
  return typeof value === 'string' ? value : '';
}
