// A calendar day of China as text `YYYY-MM-DD`, years 1000 to 9999; text order is time order.

import { assert } from '../../base/assert.ts';
import type { Brand } from '../../base/brand.ts';
import { type CivilDay, civilToDays, daysInMonth, daysToCivil } from './civil-days.ts';

export type IsoDate = Brand<string, 'IsoDate'>;

/** True for a day that exists, written exactly `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && isCivilDay(splitDate(text));
}

/** Asserts that the text is a date; for literals and for values that were checked before. */
export function isoDate(text: string): IsoDate {
  assert(isIsoDate(text), `a date YYYY-MM-DD, not ${text.slice(0, 20)}`);
  return text;
}

export function isCivilDay({ year, month, day }: CivilDay): boolean {
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function civilToIso({ year, month, day }: CivilDay): IsoDate {
  return isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

export function isoToCivil(date: IsoDate): CivilDay {
  return splitDate(date);
}

/** Days since 1970-01-01. */
export function isoToDays(date: IsoDate): number {
  return civilToDays(splitDate(date));
}

export function daysToIso(days: number): IsoDate {
  return civilToIso(daysToCivil(days));
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return daysToIso(isoToDays(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return isoToDays(to) - isoToDays(from);
}

/** -1, 0 or 1, as a sort wants it. */
export function compareDates(left: IsoDate, right: IsoDate): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Day of the week as ISO 8601 counts: 1 Monday … 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  return ((((isoToDays(date) + 3) % 7) + 7) % 7) + 1;
}

function splitDate(text: string): CivilDay {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}
