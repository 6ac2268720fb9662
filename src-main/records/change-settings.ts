// Changing what is set for the whole desk, each change in the log.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { keepers } from '../../src-shared/contract/permissions.ts';
import type { CalendarView, PersonalSettings, UnitView } from '../../src-shared/contract/views.ts';
import { parseCalendar } from '../../src-shared/records/deadlines/parse-calendar.ts';
import type { Writing } from '../database/database.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { runningRecordKeys } from '../stores/board-store.ts';
import { writeAccountSetting, writeSetting } from '../stores/setting-store.ts';
import { needRole } from './access.ts';
import type { Desk } from './desk.ts';
import { readDeskSettings, readPersonalSettings, settingNames } from './desk-settings.ts';
import type { Person } from './people.ts';
import { showRecord } from './show-record.ts';

export function setUnit(desk: Desk, person: Person, unit: UnitView): Result<null, Problem> {
  return changeSetting(desk, person, 'unit', (writing) => writeSetting(writing, settingNames.unit, unit));
}

export function setLockAfter(desk: Desk, person: Person, minutes: number): Result<null, Problem> {
  return changeSetting(desk, person, 'lock', (writing) => writeSetting(writing, settingNames.lock, { minutes }));
}

/** @param minutes null: never by itself */
export function setCloseAfter(desk: Desk, person: Person, minutes: number | null): Result<null, Problem> {
  return changeSetting(desk, person, 'closing', (writing) => writeSetting(writing, settingNames.closing, { minutes }));
}

/** What a person changes of their own settings; what is undefined stays. */
type PersonalChange = { readonly [Name in keyof PersonalSettings]?: PersonalSettings[Name] | undefined };

/** Everybody sets their own; it is no matter for the log. Two changes right after one another are both kept. */
export function setPersonal(desk: Desk, person: Person, change: PersonalChange): Result<null, Problem> {
  return desk.database.write((writing) => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    writeAccountSetting(writing, person.id, 'personal', { ...readPersonalSettings(writing, person.id), ...given });
    return ok(null);
  });
}

/** Replaces the years the file names, and works out anew what is due. Problems: `not_allowed`, `calendar_…`. */
export function setCalendar(desk: Desk, person: Person, json: string): Result<CalendarView, Problem> {
  const calendar = parseCalendar(json);
  if (!calendar.ok) return calendar;
  const changed = changeSetting(desk, person, 'calendar', (writing) => {
    writeSetting(writing, settingNames.calendar, calendar.value);
    desk.settings.current = readDeskSettings(writing);
    for (const key of runningRecordKeys(writing)) showRecord(desk, writing, key, new Set(), 0);
  });
  return changed.ok ? ok(calendarView(desk)) : changed;
}

export function calendarView(desk: Desk): CalendarView {
  const { version, source, years } = desk.settings.current.calendar;
  return { version, source, years: Object.keys(years).map(Number) };
}

function changeSetting(
  desk: Desk,
  person: Person,
  what: string,
  change: (writing: Writing) => void,
): Result<null, Problem> {
  const allowed = needRole(person, keepers);
  if (!allowed.ok) return err(allowed.problem);
  const before = desk.settings.current;
  const written = desk.database.write((writing) => {
    change(writing);
    appendAudit(writing, {
      at: desk.tools.now(),
      account: person.id,
      action: 'settings_changed',
      record: '',
      detail: { what },
    });
    return ok(null);
  });
  desk.settings.current = written.ok ? readDeskSettings(desk.database.reading) : before;
  if (written.ok) desk.notify({ type: 'settings' });
  return written;
}
