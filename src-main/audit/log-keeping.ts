// For how long lines of the log stay in the desk, which are older, and where the ones that left it lie. Never less than six
// months (网络安全法 art. 21: 不少于六个月); three years unless the unit sets otherwise.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { LogKeepingView } from '../../src-shared/contract/audit-views.ts';
import { auditReaders } from '../../src-shared/contract/permissions.ts';
import { addMonths } from '../../src-shared/records/dates/add-months.ts';
import { datePart, epochMsToLocal, localToEpochMs, startOfDay } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Reading } from '../database/database.ts';
import { needRole } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import { settingNames } from '../records/desk-settings.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { logAnchors, oldLines } from '../stores/log-anchor-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import { nameOf } from './audit-page.ts';

export const leastMonths = 6;
const usualMonths = 36;
/** Six months have no more days; the database removes nothing younger, whatever is set. */
const leastMs = 184 * 86_400_000;
const stored = z.object({ months: z.int().min(leastMonths) });

export function keptMonths(reading: Reading): number {
  const set = stored.safeParse(readSetting(reading, settingNames.logKept));
  return set.success ? set.data.months : usualMonths;
}

/** Lines written before this moment (ms since 1970) are past their time. */
export function keptSince(desk: Desk, reading: Reading): number {
  const now = desk.tools.now();
  const day = addMonths(datePart(epochMsToLocal(now)), -keptMonths(reading));
  return Math.min(localToEpochMs(startOfDay(day)), now - leastMs);
}

/** Problem `not_allowed`. */
export function logKeeping(desk: Desk, person: Person): Result<LogKeepingView, Problem> {
  const allowed = needRole(person, auditReaders);
  if (!allowed.ok) return allowed;
  return ok(
    desk.database.snapshot((reading) => {
      const before = keptSince(desk, reading);
      const due = oldLines(reading, before);
      return {
        months: keptMonths(reading),
        least: leastMonths,
        before,
        due: due === null ? null : { ...due, lines: due.last - due.first + 1 },
        archives: logAnchors(reading)
          .map(({ first, last, file, at, account }) => ({ first, last, sha256: file, at, by: nameOf(desk, account) }))
          .reverse(),
      };
    }),
  );
}

/** Problem `log_kept_too_short`. */
export function setLogKept(
  desk: Desk,
  person: Person,
  { months }: { readonly months: number },
): Result<LogKeepingView, Problem> {
  if (months < leastMonths) return err({ code: 'log_kept_too_short', facts: { least: leastMonths } });
  const set = desk.database.write((writing) => {
    const detail = { what: 'log_kept', months, before: keptMonths(writing) };
    writeSetting(writing, settingNames.logKept, { months });
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'settings_changed', record: '', detail });
    return ok(null);
  });
  return set.ok ? logKeeping(desk, person) : set;
}
