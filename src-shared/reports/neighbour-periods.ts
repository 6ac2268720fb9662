// The periods a period is compared with: the one before (环比), the same one a year earlier (同比), the year up to its end
// (累计). Leap days and the ends of months are kept: 1–2月 of a leap year compares with 1–2月, to the last day.

import { addMonths, addYears } from '../records/dates/add-months.ts';
import { addDays, civilToIso, daysBetween, type IsoDate, isoToCivil } from '../records/dates/iso-date.ts';
import {
  firstMonday,
  isWholeMonths,
  type Period,
  periodOf,
  statisticsMonth,
  weekNumber,
  wholeMonths,
} from './period.ts';

/** The period of the same kind and length that ends the day before. */
export function previousPeriod(period: Period): Period {
  const before = addDays(period.first, -1);
  if (period.kind !== 'any') return periodOf(period.kind, before);
  if (isWholeMonths(period)) return monthsBack(period, monthsOf(period));
  return { kind: 'any', first: addDays(period.first, -1 - daysBetween(period.first, period.last)), last: before };
}

/** The period of the same kind that begins the day after; `any` has none of its own and gives the same length. */
export function nextPeriod(period: Period): Period {
  const after = addDays(period.last, 1);
  if (period.kind !== 'any') return periodOf(period.kind, after);
  if (isWholeMonths(period)) return monthsBack(period, -monthsOf(period));
  return { kind: 'any', first: after, last: addDays(after, daysBetween(period.first, period.last)) };
}

/**
 * The corresponding period of the year before (上年同期). A day or span keeps its dates, the 29th of February becomes the
 * 28th; whole months stay whole; a week keeps its ISO number, and week 53 is set beside that year's last week.
 */
export function samePeriodLastYear(period: Period): Period {
  const { kind, first, last } = period;
  switch (kind) {
    case 'week':
      return weekLastYear(first);
    case 'statistics_month':
      return statisticsMonth(addYears(last, -1));
    case 'month':
    case 'quarter':
    case 'year':
      return { ...monthsBack(period, 12), kind };
    case 'day':
      return { kind, first: addYears(first, -1), last: addYears(last, -1) };
    case 'any':
      return isWholeMonths(period)
        ? monthsBack(period, 12)
        : { kind, first: addYears(first, -1), last: addYears(last, -1) };
  }
}

/** From the beginning of the (statistics) year to the end of the period (本年累计). */
export function yearToDate({ kind, last }: Period): Period {
  const { year } = isoToCivil(last);
  const begins = civilToIso({ year, month: 1, day: 1 });
  return { kind: 'any', first: kind === 'statistics_month' ? statisticsMonth(begins).first : begins, last };
}

/** Ways to cut a period into whole ones of another kind, whose figures add up to its own. */
export function partsOfPeriod(period: Period): readonly (readonly Period[])[] {
  return (['year', 'quarter', 'month', 'statistics_month'] as const).flatMap((kind) => {
    const parts = kind === period.kind ? [] : cutInto(kind, period);
    return parts.length > 0 ? [parts] : [];
  });
}

/** Empty where the kind's periods do not fill the span exactly. */
function cutInto(kind: 'year' | 'quarter' | 'month' | 'statistics_month', { first, last }: Period): readonly Period[] {
  const parts: Period[] = [];
  for (let part = periodOf(kind, first); part.first <= last; part = periodOf(kind, addDays(part.last, 1)))
    parts.push(part);
  return parts[0]?.first === first && parts.at(-1)?.last === last ? parts : [];
}

/** The period and those before it, oldest first. */
export function lastPeriods(period: Period, count: number): readonly Period[] {
  const periods = [period];
  for (let at = period; periods.length < count; ) {
    at = previousPeriod(at);
    periods.unshift(at);
  }
  return periods;
}

function monthsOf({ first, last }: Period): number {
  const [from, to] = [isoToCivil(first), isoToCivil(last)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** Whole months moved back, whole again: the last day is the month's, whatever its length. */
function monthsBack(period: Period, months: number): Period {
  const { year, month } = isoToCivil(addMonths(period.first, -months));
  return wholeMonths(period.kind, year, month, monthsOf(period));
}

function weekLastYear(monday: IsoDate): Period {
  const { year, week } = weekNumber(monday);
  const weeks = daysBetween(firstMonday(year - 1), firstMonday(year)) / 7;
  return periodOf('week', addDays(firstMonday(year - 1), (Math.min(week, weeks) - 1) * 7));
}
