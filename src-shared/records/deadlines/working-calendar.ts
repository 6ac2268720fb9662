// Which days are worked: weekends and the State Council's yearly holidays with their make-up working days (调休), as
// data that a desk can replace.

import { addDays, type IsoDate, isoToCivil, weekdayOf } from '../dates/iso-date.ts';

export type CalendarYear = {
  /** Days off by the notice, weekend days inside a holiday included. */
  readonly holidays: readonly IsoDate[];
  /** Saturdays and Sundays that are worked. */
  readonly workdays: readonly IsoDate[];
  /** The year was filled in before its notice was published. */
  readonly provisional?: boolean;
};

export type WorkingCalendar = {
  readonly version: string;
  /** Notice or office it comes from, for people to read. */
  readonly source: string;
  readonly years: Readonly<Record<string, CalendarYear>>;
};

/** A day as the calendar sees it; `provisional` when its year is missing or not yet official, and only weekends count. */
export type CalendarDay = { readonly isWorked: boolean; readonly provisional: boolean };

export function calendarDay(date: IsoDate, calendar: WorkingCalendar): CalendarDay {
  const year = calendar.years[String(isoToCivil(date).year)];
  const isWeekend = weekdayOf(date) > 5;
  if (!year) return { isWorked: !isWeekend, provisional: true };
  const isWorked = isWeekend ? year.workdays.includes(date) : !year.holidays.includes(date);
  return { isWorked, provisional: year.provisional === true };
}

/** A day reached on the calendar, and whether a year without an official calendar was needed on the way. */
export type ReachedDay = { readonly day: IsoDate; readonly provisional: boolean };

/** The day itself when it is worked, else the first worked day after it (Civil Code 民法典 art. 203). */
export function workingDayFrom(date: IsoDate, calendar: WorkingCalendar): ReachedDay {
  let [day, provisional] = [date, false];
  for (;;) {
    const seen = calendarDay(day, calendar);
    provisional ||= seen.provisional;
    if (seen.isWorked) return { day, provisional };
    day = addDays(day, 1);
  }
}

/** The `count`-th worked day after the start day, which is not counted itself; the start day when `count` is 0. */
export function addWorkingDays(start: IsoDate, count: number, calendar: WorkingCalendar): ReachedDay {
  let [day, provisional, left] = [start, false, count];
  while (left > 0) {
    day = addDays(day, 1);
    const seen = calendarDay(day, calendar);
    provisional ||= seen.provisional;
    if (seen.isWorked) left -= 1;
  }
  return { day, provisional };
}
