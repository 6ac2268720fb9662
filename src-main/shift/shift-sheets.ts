// The sheets of this desk as they were handed over, and what became of each. Sheets of other desks of the unit are in the
// history and are read where they belong.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ShiftLineView, ShiftNowView, ShiftState, ShiftView } from '../../src-shared/contract/shift-views.ts';
import { valuesToContent } from '../../src-shared/records/content-values.ts';
import { isoDateTime, localToEpochMs } from '../../src-shared/records/dates/iso-date-time.ts';
import { type ShiftSheet, shiftSheet } from '../../src-shared/records/shift/shift-sheet.ts';
import type { Reading } from '../database/database.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { shiftKey, shiftKind } from '../records/shift-kind.ts';
import { textToValues } from '../records/values-text.ts';
import { type RecordRow, recordById } from '../stores/record-store.ts';
import { latestRowsBegunBy } from '../stores/shift-store.ts';
import { noLines, shiftSituation } from './shift-situation.ts';

/** Ten days of three shifts a day. */
const sheetsShown = 30;

export type StoredShift = {
  readonly row: RecordRow;
  readonly device: string;
  readonly from: string;
  /** Empty until somebody has taken over. */
  readonly to: string;
  readonly takenAt: number | null;
  readonly sheet: ShiftSheet;
};

/** Problem `not_allowed`. */
export function shiftNow(desk: Desk, person: Person): Result<ShiftNowView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return desk.database.snapshot((reading) => {
    const shifts = shiftsOfDesk(desk, reading);
    return ok({
      situation: shiftSituation(desk, reading, person, lastTaken(shifts), noLines),
      sheets: shifts.map((shift) => lineOf(desk, shift, shifts)),
    });
  });
}

/** Problems: `not_allowed`, `shift_unknown`. */
export function openShift(desk: Desk, person: Person, id: string): Result<ShiftView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const { reading } = desk.database;
  const shift = shiftById(reading, id);
  if (shift === null || shift.device !== desk.device.signer.device) return err({ code: 'shift_unknown' });
  const shifts = shiftsOfDesk(desk, reading);
  return ok({ ...lineOf(desk, shift, shifts), sheet: shift.sheet });
}

/** The latest ones, the latest first. */
export function shiftsOfDesk(desk: Desk, reading: Reading): readonly StoredShift[] {
  const { device } = desk.device.signer;
  return latestRowsBegunBy(reading, shiftKey, device, sheetsShown).flatMap((row) => readShift(row) ?? []);
}

export function shiftById(reading: Reading, id: string): StoredShift | null {
  const row = recordById(reading, id);
  return row?.kind === shiftKey ? readShift(row) : null;
}

/** When a shift was taken over last, ms since 1970. */
export function lastTaken(shifts: readonly StoredShift[]): number | null {
  return shifts.find(({ takenAt }) => takenAt !== null)?.takenAt ?? null;
}

function readShift(row: RecordRow): StoredShift | null {
  const { content } = valuesToContent(shiftKind, textToValues(row.content));
  const text = (name: string) => (typeof content[name] === 'string' ? content[name] : '');
  const sheet = parseSheet(text('sheet'));
  if (sheet === null) return null;
  const takenAt = text('taken_at');
  return {
    row,
    device: text('device'),
    from: text('handed_by'),
    to: text('taken_by'),
    takenAt: takenAt === '' ? null : localToEpochMs(isoDateTime(takenAt)),
    sheet,
  };
}

/** Null for what a newer version has written in a way this one does not know. */
function parseSheet(text: string): ShiftSheet | null {
  try {
    const parsed = shiftSheet.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function lineOf(desk: Desk, shift: StoredShift, shifts: readonly StoredShift[]): ShiftLineView {
  const name = (account: string) => desk.people.current.byId.get(account)?.name ?? account;
  return {
    id: shift.row.id,
    state: stateOf(shift, shifts),
    from: shift.from,
    fromName: name(shift.from),
    givenAt: shift.row.createdAt,
    toName: shift.to === '' ? null : name(shift.to),
    takenAt: shift.takenAt,
  };
}

function stateOf(shift: StoredShift, [latest]: readonly StoredShift[]): ShiftState {
  if (shift.takenAt !== null) return 'taken';
  return shift.row.id === latest?.row.id ? 'given' : 'passed';
}
