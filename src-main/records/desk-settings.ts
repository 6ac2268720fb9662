// What is set for the whole desk and for each person, parsed when it is read, since a newer or older version may have
// written it.

import { z } from 'zod';
import { closeAfterMinutes, deskKind, personalSettings, unit } from '../../src-shared/contract/inputs.ts';
import type { DeskKind, PersonalSettings, UnitView } from '../../src-shared/contract/views.ts';
import { builtInCalendar } from '../../src-shared/records/deadlines/built-in-calendar.ts';
import { parseCalendar } from '../../src-shared/records/deadlines/parse-calendar.ts';
import type { WorkingCalendar } from '../../src-shared/records/deadlines/working-calendar.ts';
import type { Reading } from '../database/database.ts';
import { readAccountSetting, readSetting } from '../stores/setting-store.ts';

export type DeskSettings = {
  readonly unit: UnitView;
  readonly deskKind: DeskKind;
  /** Minutes without a call after which a session locks. */
  readonly lockAfterMinutes: number;
  /** Minutes without anybody after which the desk closes; null: never by itself. */
  readonly closeAfterMinutes: number | null;
  readonly calendar: WorkingCalendar;
};

/** Names under which settings are kept. */
export const settingNames = {
  unit: 'unit',
  deskKind: 'desk_kind',
  lock: 'lock',
  closing: 'closing',
  calendar: 'calendar',
  device: 'device',
  incarnation: 'incarnation',
  numbers: 'numbers',
  restored: 'restored',
  backups: 'backups',
  lastBackup: 'last_backup',
  backupFailure: 'backup_failure',
  /** The centre this desk is enrolled at. */
  enrolment: 'centre',
  enrolmentRequest: 'enrolment_request',
  /** Years for which records of each kind are kept, where the unit has set its own. */
  retention: 'retention',
  /** How far the search index is rid of the words of what was erased. */
  wordsToClear: 'words_to_clear',
  /** Months for which the log is kept in the desk. */
  logKept: 'log_kept',
} as const;

const usualLockMinutes = 10;
const lock = z.object({ minutes: z.int().min(1).max(120) });
/** A desk in the evening: what was saved has long been sent and backed up, and the next morning somebody signs in anyway. */
const usualCloseMinutes = 4 * 60;
const closing = z.object({ minutes: closeAfterMinutes });
const kindSetting = z.object({ kind: deskKind });

export function readDeskSettings(reading: Reading): DeskSettings {
  const lockSetting = lock.safeParse(readSetting(reading, settingNames.lock));
  const closingSetting = closing.safeParse(readSetting(reading, settingNames.closing));
  return {
    unit: unit.parse(readSetting(reading, settingNames.unit)),
    deskKind: kindSetting.parse(readSetting(reading, settingNames.deskKind)).kind,
    lockAfterMinutes: lockSetting.success ? lockSetting.data.minutes : usualLockMinutes,
    closeAfterMinutes: closingSetting.success ? closingSetting.data.minutes : usualCloseMinutes,
    calendar: readCalendar(reading),
  };
}

/** The built-in years, and over them those of the file the desk was given. */
function readCalendar(reading: Reading): WorkingCalendar {
  const stored = readSetting(reading, settingNames.calendar);
  const own = stored === undefined ? null : parseCalendar(stored);
  if (!own?.ok) return builtInCalendar;
  return {
    version: own.value.version,
    source: own.value.source,
    years: { ...builtInCalendar.years, ...own.value.years },
  };
}

const usualPersonal: PersonalSettings = { language: 'zh', theme: 'system', textSize: 'normal' };

export function readPersonalSettings(reading: Reading, account: string): PersonalSettings {
  const stored = personalSettings.safeParse(readAccountSetting(reading, account, 'personal'));
  return stored.success ? stored.data : usualPersonal;
}
