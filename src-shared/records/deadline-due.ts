// When one declared deadline falls due, whether or not it is running.

import type { IsoDate } from './dates/iso-date.ts';
import { addDays, isIsoDate } from './dates/iso-date.ts';
import { type IsoDateTime, isIsoDateTime, startOfDay } from './dates/iso-date-time.ts';
import { dueOn } from './deadlines/due-on.ts';
import { find } from './place.ts';
import type { RecordContext } from './record-context.ts';
import type { Deadline } from './workflow.ts';

export type DueMoment = {
  /** The day, or for limits in hours the moment. */
  readonly due: IsoDate | IsoDateTime;
  /** First moment that is too late. */
  readonly endsAt: IsoDateTime;
  /** The day before it moved off a holiday; absent when it did not move. */
  readonly shiftedFrom?: IsoDate;
  /** Rests on a year without an official calendar. */
  readonly provisional: boolean;
};

/** Null while the field it counts from is empty, or holds no date. */
export function dueMoment(deadline: Deadline, context: RecordContext): DueMoment | null {
  const from = find(context.place, deadline.from).find(({ value }) => isMoment(value))?.value;
  if (!isMoment(from)) return null;
  const { rule } = deadline;
  if (!rule) return { due: from, endsAt: isIsoDate(from) ? startOfDay(addDays(from, 1)) : from, provisional: false };
  const { day, lastDay, endsAt, provisional } = dueOn(rule, from, context.calendar);
  const due = rule.hours === undefined || day !== lastDay ? day : endsAt;
  return { due, endsAt, provisional, ...(day === lastDay ? {} : { shiftedFrom: lastDay }) };
}

/** As `dueMoment`, by the deadline's key. */
export function dueMomentOf(key: string, context: RecordContext): DueMoment | null {
  const deadline = context.kind.deadlines.find((declared) => declared.key === key);
  return deadline ? dueMoment(deadline, context) : null;
}

function isMoment(value: unknown): value is IsoDate | IsoDateTime {
  return typeof value === 'string' && (isIsoDate(value) || isIsoDateTime(value));
}
