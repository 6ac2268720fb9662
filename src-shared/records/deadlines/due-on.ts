// When a time limit ends, by the Civil Code's counting of periods.

import { assert } from '../../base/assert.ts';
import { addMonths, addYears } from '../dates/add-months.ts';
import { addDays, type IsoDate, isIsoDate } from '../dates/iso-date.ts';
import { addSeconds, datePart, type IsoDateTime, startOfDay } from '../dates/iso-date-time.ts';
import type { DeadlineRule } from '../workflow.ts';
import { addWorkingDays, type ReachedDay, type WorkingCalendar, workingDayFrom } from './working-calendar.ts';

export type Due = {
  /** Last day by plain counting (arts. 201, 202), before any shift. */
  readonly lastDay: IsoDate;
  /** The last day, or the first working day after it when it is a day off (art. 203), whatever the rule says: show both. */
  readonly shiftedDay: IsoDate;
  /** The day that counts: `shiftedDay` when the rule shifts, else `lastDay`. */
  readonly day: IsoDate;
  /** First moment that is too late: 24:00 of the day that counts (art. 203), or the exact end of a limit in hours. */
  readonly endsAt: IsoDateTime;
  /** `warnDays` days before the day that counts, one per number asked for, earliest first. */
  readonly reminders: readonly IsoDate[];
  /** The day that counts rests on a year without an official calendar; work it out again when that is there. */
  readonly provisional: boolean;
  /** The same for `shiftedDay`. */
  readonly shiftProvisional: boolean;
};

/**
 * Works out when a limit that starts on a day or at a moment ends. Civil Code (民法典) art. 201: the first day is not
 * counted, hours run from the moment itself; art. 202: months and years end on the corresponding day, or the month's
 * last; art. 203: a last day off moves to the next working day where `shiftFromHoliday` is set, and ends at 24:00.
 * The rule names exactly one of years, months, days, workingDays, hours (asserted). Hours from a mere day count from 00:00.
 */
export function dueOn(
  rule: DeadlineRule,
  start: IsoDate | IsoDateTime,
  calendar: WorkingCalendar,
  warnDays: readonly number[] = [],
): Due {
  assertOnePeriod(rule);
  const end = exactEnd(rule, start);
  const last = end ? { day: datePart(end), provisional: false } : lastDayOf(rule, dayOf(start), calendar);
  const shifted = workingDayFrom(last.day, calendar);
  const isShifted = rule.shiftFromHoliday === true;
  const day = isShifted ? shifted.day : last.day;
  const shiftProvisional = last.provisional || shifted.provisional;
  return {
    lastDay: last.day,
    shiftedDay: shifted.day,
    day,
    endsAt: end && day === last.day ? end : startOfDay(addDays(day, 1)),
    reminders: warnDays.toSorted((left, right) => right - left).map((days) => addDays(day, -days)),
    provisional: isShifted ? shiftProvisional : last.provisional,
    shiftProvisional,
  };
}

function dayOf(start: IsoDate | IsoDateTime): IsoDate {
  return isIsoDate(start) ? start : datePart(start);
}

function exactEnd({ hours }: DeadlineRule, start: IsoDate | IsoDateTime): IsoDateTime | null {
  if (hours === undefined) return null;
  return addSeconds(isIsoDate(start) ? startOfDay(start) : start, hours * 3600);
}

function lastDayOf(rule: DeadlineRule, start: IsoDate, calendar: WorkingCalendar): ReachedDay {
  if (rule.workingDays !== undefined) return addWorkingDays(start, rule.workingDays, calendar);
  if (rule.years !== undefined) return { day: addYears(start, rule.years), provisional: false };
  if (rule.months !== undefined) return { day: addMonths(start, rule.months), provisional: false };
  return { day: addDays(start, rule.days ?? 0), provisional: false };
}

function assertOnePeriod({ years, months, days, workingDays, hours }: DeadlineRule): void {
  const periods = [years, months, days, workingDays, hours].filter((period) => period !== undefined);
  const [period] = periods;
  assert(periods.length === 1 && period !== undefined, 'exactly one period in a deadline rule');
  assert(Number.isSafeInteger(period) && period >= 0, 'a whole, positive period in a deadline rule');
}
