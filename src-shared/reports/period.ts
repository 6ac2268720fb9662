// A span of days that a report is about: which it is by its kind, how it is written, and that it is never empty.

import type { Problem } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { addMonths } from '../records/dates/add-months.ts';
import { daysInMonth } from '../records/dates/civil-days.ts';
import {
  addDays,
  civilToIso,
  type IsoDate,
  isIsoDate,
  isoDate,
  isoToCivil,
  isoToDays,
  weekdayOf,
} from '../records/dates/iso-date.ts';

/** `statistics_month` runs from the 26th of the month before to the 25th (统计月). */
export type PeriodKind = 'day' | 'week' | 'month' | 'statistics_month' | 'quarter' | 'year' | 'any';

export const periodKinds = ['day', 'week', 'month', 'statistics_month', 'quarter', 'year', 'any'] as const;

export type Period = {
  readonly kind: PeriodKind;
  /** Both days belong to it. */
  readonly first: IsoDate;
  readonly last: IsoDate;
};

/** The statistics month begins on this day of the month before. */
const statisticsDay = 26;

/** The period of a kind that a day lies in; for `any` the day alone. */
export function periodOf(kind: PeriodKind, day: IsoDate): Period {
  const { year, month, day: dayOfMonth } = isoToCivil(day);
  switch (kind) {
    case 'day':
    case 'any':
      return { kind, first: day, last: day };
    case 'week': {
      const first = addDays(day, 1 - weekdayOf(day));
      return { kind, first, last: addDays(first, 6) };
    }
    case 'month':
      return wholeMonths(kind, year, month, 1);
    case 'statistics_month': {
      const named = civilToIso({ year, month, day: 1 });
      return statisticsMonth(dayOfMonth >= statisticsDay ? addMonths(named, 1) : named);
    }
    case 'quarter':
      return wholeMonths(kind, year, Math.floor((month - 1) / 3) * 3 + 1, 3);
    case 'year':
      return wholeMonths(kind, year, 1, 12);
  }
}

/** The span of `count` calendar months from the first of a month. */
export function wholeMonths(kind: PeriodKind, year: number, month: number, count: number): Period {
  const first = civilToIso({ year, month, day: 1 });
  return { kind, first, last: addDays(addMonths(first, count), -1) };
}

/** The statistics month that bears the name of this month. */
export function statisticsMonth(named: IsoDate): Period {
  const { year, month } = isoToCivil(named);
  const first = addMonths(civilToIso({ year, month, day: 1 }), -1);
  const { year: beforeYear, month: before } = isoToCivil(first);
  return {
    kind: 'statistics_month',
    first: civilToIso({ year: beforeYear, month: before, day: statisticsDay }),
    last: civilToIso({ year, month, day: statisticsDay - 1 }),
  };
}

/** Whether a span begins on a month's first day and ends on a month's last. */
export function isWholeMonths({ first, last }: Period): boolean {
  const end = isoToCivil(last);
  return first.endsWith('-01') && end.day === daysInMonth(end.year, end.month);
}

/** Year and number of the ISO 8601 week that a Monday begins. */
export function weekNumber(monday: IsoDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(monday, 3);
  const { year } = isoToCivil(thursday);
  const firstThursday = addDays(firstMonday(year), 3);
  let week = 1;
  for (let day = firstThursday; day < thursday; day = addDays(day, 7)) week += 1;
  return { year, week };
}

/** The Monday of week 1: the week with the year's first Thursday (ISO 8601). */
export function firstMonday(year: number): IsoDate {
  const fourth = civilToIso({ year, month: 1, day: 4 });
  return addDays(fourth, 1 - weekdayOf(fourth));
}

/** `2026-03-05`, `2026-W10`, `2026-03`, `2026-03@26`, `2026-Q1`, `2026`, `2026-03-01..2026-03-20`. */
export function periodText({ kind, first, last }: Period): string {
  const { year, month } = isoToCivil(first);
  switch (kind) {
    case 'day':
      return first;
    case 'week': {
      const { year: weekYear, week } = weekNumber(first);
      return `${weekYear}-W${String(week).padStart(2, '0')}`;
    }
    case 'month':
      return first.slice(0, 7);
    case 'statistics_month':
      return `${last.slice(0, 7)}@${statisticsDay}`;
    case 'quarter':
      return `${year}-Q${(month + 2) / 3}`;
    case 'year':
      return String(year);
    case 'any':
      return `${first}..${last}`;
  }
}

/** Days of the longest period that is read: a hundred years. */
const longest = 36_525;

/**
 * Reads what `periodText` writes, for the years 1900 to 2999, so that the periods it is compared with can be written, too.
 * Problems `period_unreadable`, `period_backwards`.
 */
export function parsePeriod(text: string): Result<Period, Problem> {
  const parsed = parseDays(text) ?? parseNamed(text);
  if (parsed === null) return err({ code: 'period_unreadable', facts: { period: text.slice(0, 40) } });
  const { first, last } = parsed;
  return first <= last ? ok(parsed) : err({ code: 'period_backwards', facts: { first, last } });
}

function parseDays(text: string): Period | null {
  const [first = '', last, ...more] = text.split('..');
  if (!isReportable(first) || more.length > 0) return null;
  if (last === undefined) return periodOf('day', first);
  const isSpan = isReportable(last) && isoToDays(last) - isoToDays(first) < longest;
  return isSpan ? { kind: 'any', first, last } : null;
}

function isReportable(day: string): day is IsoDate {
  return isIsoDate(day) && day >= '1900' && day < '3000';
}

function parseNamed(text: string): Period | null {
  const [, year, rest = ''] = /^(19\d{2}|2\d{3})(?:-(.+))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (rest === '') return wholeMonths('year', Number(year), 1, 12);
  const quarter = /^Q([1-4])$/.exec(rest)?.[1];
  if (quarter !== undefined) return wholeMonths('quarter', Number(year), Number(quarter) * 3 - 2, 3);
  const week = /^W(\d{2})$/.exec(rest)?.[1];
  if (week !== undefined) return parseWeek(Number(year), Number(week));
  const month = /^(0[1-9]|1[0-2])(@26)?$/.exec(rest);
  if (month === null) return null;
  return month[2] === undefined
    ? wholeMonths('month', Number(year), Number(month[1]), 1)
    : statisticsMonth(isoDate(`${year}-${month[1]}-01`));
}

function parseWeek(year: number, week: number): Period | null {
  if (week < 1) return null;
  const period = periodOf('week', addDays(firstMonday(year), (week - 1) * 7));
  return weekNumber(period.first).year === year ? period : null;
}
