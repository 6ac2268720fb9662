// Days as spreadsheets count them: since 30 December 1899, the hours as a part of the day.

import { civilToDays } from '../../../src-shared/records/dates/civil-days.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/u;
/** Excel believes in a 29 February 1900; days before 1 March 1900 are written as words. */
const firstSafe = 61;

/** The serial number of a local date or date-time; null where spreadsheets disagree about it. */
export function serialOf(moment: string): number | null {
  const found = pattern.exec(moment);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = civilToDays({ year, month, day }) - civilToDays({ year: 1899, month: 12, day: 30 });
  return days < firstSafe ? null : days + (hour * 3_600 + minute * 60 + second) / 86_400;
}
