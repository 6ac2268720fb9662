// The hand-over sheet on paper; that it was shown to be printed is in the log.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { formatDateTime } from '../../src-shared/records/dates/format-date.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { printShiftSheet } from '../../src-shared/records/print/print-shift-sheet.ts';
import type { Desk } from '../records/desk.ts';
import { logReading } from '../records/log-reading.ts';
import type { Person } from '../records/people.ts';
import { openShift } from './shift-sheets.ts';

/** Problems: `not_allowed`, `shift_unknown`. */
export function shiftPage(
  desk: Desk,
  person: Person,
  id: string,
): Result<{ readonly html: string; readonly title: string }, Problem> {
  const shift = openShift(desk, person, id);
  if (!shift.ok) return shift;
  const { sheet, fromName, toName, givenAt, takenAt } = shift.value;
  const logged = logReading(desk, person, 'shift_printed', id);
  if (!logged.ok) return logged;
  const moment = (ms: number) => formatDateTime(epochMsToLocal(ms), 'document', 'zh');
  return ok(
    printShiftSheet({
      sheet,
      unit: desk.settings.current.unit.name,
      from: { name: fromName, at: moment(givenAt) },
      to: toName === null || takenAt === null ? null : { name: toName, at: moment(takenAt) },
      since: sheet.since === null ? '' : moment(sheet.since),
      stickAt: moment,
    }),
  );
}
