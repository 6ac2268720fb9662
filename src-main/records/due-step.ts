// The step the desk's own clock takes next on a record, if any. While a conflict is open nothing moves by itself.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { systemActor, takeStep } from '../../src-shared/records/take-step.ts';
import { dueSystemStep } from '../../src-shared/records/workflow-steps.ts';
import type { Reading } from '../database/database.ts';
import { recordById } from '../stores/record-store.ts';
import type { Desk } from './desk.ts';
import { newEntryId } from './new-ids.ts';
import type { Save } from './save.ts';
import type { Shown } from './show-record.ts';
import { contextOf, readRecord } from './stored-record.ts';

export type DueStep = { readonly save: Save; readonly step: string };

/** `shown`: the record as it was just shown in this transaction, when it was. */
export function dueStepSave(desk: Desk, reading: Reading, id: string, shown?: Shown): Result<DueStep | null, Problem> {
  const row = shown?.row ?? recordById(reading, id);
  const kind = row ? desk.kinds.get(row.kind) : null;
  if (!row || !kind?.ok || row.conflict === 1 || !hasSystemStep(kind.value, row.status)) return ok(null);
  const record = shown ? ok(shown) : readRecord(desk, reading, row);
  if (!record.ok) return record;
  const { merged } = record.value;
  const isOfNow = shown?.context.now === epochMsToLocal(desk.tools.now());
  const context = {
    ...(shown && isOfNow ? shown.context : contextOf(desk, reading, kind.value, merged)),
    actor: systemActor,
  };
  const transition = dueSystemStep(context);
  if (!transition) return ok(null);
  const request = { transition: transition.key, actor: systemActor, answers: [], reason: '' };
  const ops = takeStep(context, request, () => newEntryId(desk.tools.crypto));
  // What the clock cannot take stays where it is, for a person to see; it never stands in the way of the save before it.
  if (!ops.ok) return ok(null);
  return ok({
    save: { kind: row.kind, record: id, parents: toParents(merged.heads), ops: ops.value },
    step: transition.key,
  });
}

/** Most records stand where no clock moves them: then nothing more of them is read. */
function hasSystemStep({ transitions }: Kind, status: string): boolean {
  return transitions.some(({ by, from }) => by.includes('system') && from.includes(status));
}
