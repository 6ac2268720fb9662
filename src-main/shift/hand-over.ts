// Handing the desk over, and taking it over: two changes of one record, each by its own author, each with its line in the log.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { toParents } from '../../src-shared/history/parents.ts';
import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { editRecord, newRecordOps } from '../../src-shared/records/edit-record.ts';
import { noValues } from '../../src-shared/records/record-values.ts';
import { cashDifference, type ShiftSheet, type ShiftStatement } from '../../src-shared/records/shift/shift-sheet.ts';
import type { Reading } from '../database/database.ts';
import { mayWrite } from '../records/access.ts';
import { commit } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { newEntryId, newRecordId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import { shiftKey, shiftKind } from '../records/shift-kind.ts';
import { surroundingsOf } from '../records/surroundings.ts';
import { changesOf } from '../stores/change-store.ts';
import { lastTaken, shiftById, shiftsOfDesk } from './shift-sheets.ts';
import { frozenLines, shiftSituation } from './shift-situation.ts';

/** Problems: `not_allowed`, `shift_cash_differs` when what was counted is not what is recorded and nothing is said of it. */
export function handOver(
  desk: Desk,
  person: Person,
  statement: ShiftStatement,
): Result<{ readonly id: string }, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const id = newRecordId(desk.tools.now(), desk.tools.crypto);
  const saved = commit(desk, person.id, (writing) => {
    const since = lastTaken(shiftsOfDesk(desk, writing));
    const sheet: ShiftSheet = { ...shiftSituation(desk, writing, person, since, frozenLines), ...statement };
    const difference = cashDifference(sheet);
    if (difference !== null && difference !== 0 && statement.note === '')
      return err({ code: 'shift_cash_differs', path: 'note' });
    const content = {
      device: desk.device.signer.device,
      handed_by: person.id,
      handed_at: epochMsToLocal(desk.tools.now()),
      sheet: JSON.stringify(sheet),
    };
    const context = createRecordContext(shiftKind, noValues, surroundingsOf(desk, writing, { now: desk.tools.now() }));
    const ops = newRecordOps(context, content, '', () => newEntryId(desk.tools.crypto));
    if (!ops.ok) return ops;
    const save = { kind: shiftKey, record: id, parents: toParents([]), ops: ops.value };
    const open = sheet.open.reduce((sum, kind) => sum + kind.open + kind.waiting, 0);
    return ok({ saves: [save], logged: { action: 'shift_given', detail: { open, kept: sheet.custody.total } } });
  });
  return saved.ok ? ok({ id }) : saved;
}

/** Whether this person may take this sheet over now. Problems: `not_allowed`, `shift_unknown`, `shift_…`. */
export function mayTakeOver(desk: Desk, reading: Reading, person: Person, id: string): Result<null, Problem> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const [latest] = shiftsOfDesk(desk, reading);
  const shift = shiftById(reading, id);
  if (shift === null) return err({ code: 'shift_unknown' });
  if (shift.takenAt !== null) return err({ code: 'shift_taken' });
  if (latest?.row.id !== id) return err({ code: 'shift_passed' });
  return shift.from === person.id ? err({ code: 'shift_same_person' }) : ok(null);
}

/** @param proof by which they have shown who they are. Problems: those of `mayTakeOver`. */
export function takeOver(desk: Desk, person: Person, id: string, proof: 'pin' | 'password'): Result<null, Problem> {
  const saved = commit(desk, person.id, (writing) => {
    const may = mayTakeOver(desk, writing, person, id);
    const shift = shiftById(writing, id);
    if (!may.ok || shift === null) return may.ok ? err({ code: 'shift_unknown' }) : may;
    const merged = mergeRecord(changesOf(writing, shift.row.key, desk.tools.crypto));
    const around = surroundingsOf(desk, writing, { now: desk.tools.now() });
    const content = { taken_by: person.id, taken_at: epochMsToLocal(desk.tools.now()) };
    const ops = editRecord(createRecordContext(shiftKind, merged.values, around), content, () =>
      newEntryId(desk.tools.crypto),
    );
    if (!ops.ok) return ops;
    const save = { kind: shiftKey, record: id, parents: toParents(merged.heads), ops: ops.value };
    return ok({ saves: [save], logged: { action: 'shift_taken', detail: { from: shift.from, proof } } });
  });
  return saved.ok ? ok(null) : saved;
}
