// The clocks that run on a record now: what falls due when, by which rule, and how pressing it is.

import type { IsoDate } from './dates/iso-date.ts';
import { addDays, isIsoDate } from './dates/iso-date.ts';
import { datePart, type IsoDateTime } from './dates/iso-date-time.ts';
import { dueMoment } from './deadline-due.ts';
import { holds } from './evaluate-condition.ts';
import type { RecordContext } from './record-context.ts';
import { stateOf } from './record-state.ts';
import type { Words } from './words.ts';

export type RunningDeadline = {
  readonly key: string;
  readonly label: Words;
  /** Last day, or the moment for limits in hours. */
  readonly due: IsoDate | IsoDateTime;
  /** First moment that is too late. */
  readonly endsAt: IsoDateTime;
  /** First day it turns yellow. */
  readonly warnFrom: IsoDate;
  /** The day before it moved off a holiday; absent when it did not move. */
  readonly shiftedFrom?: IsoDate;
  /** Rests on a year whose official calendar is not there yet. */
  readonly provisional: boolean;
  readonly overdue: boolean;
  /** Due soon, and not overdue. */
  readonly warn: boolean;
  readonly source: Words;
};

const usualWarnDays = 3;

/** Running deadlines, the earliest first; none on a void record. */
export function deadlinesOf(context: RecordContext): RunningDeadline[] {
  if (stateOf(context.kind, context.system.status).stage === 'void') return [];
  return context.kind.deadlines
    .flatMap((deadline) => {
      const moment = holds(deadline.while, context.place, context) ? dueMoment(deadline, context) : null;
      if (!moment) return [];
      const { key, label, source, warnDays = usualWarnDays } = deadline;
      const warnFrom = addDays(dayOf(moment.due), -warnDays);
      const overdue = context.now >= moment.endsAt;
      return [
        { key, label, source, ...moment, warnFrom, overdue, warn: !overdue && datePart(context.now) >= warnFrom },
      ];
    })
    .sort((left, right) => compare(left.endsAt, right.endsAt));
}

/** The running deadline that ends first. */
export function nextDue(context: RecordContext): RunningDeadline | null {
  return deadlinesOf(context)[0] ?? null;
}

function dayOf(due: IsoDate | IsoDateTime): IsoDate {
  return isIsoDate(due) ? due : datePart(due);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
