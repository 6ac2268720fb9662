// What reports count of one record: for each measure its kind declares, the amount and the day it counts on. A function of
// the record alone; no clock has a part in it, so that a figure can be worked out again at any time.

import type { Condition } from './condition.ts';
import { isIsoDate, isoToDays } from './dates/iso-date.ts';
import { holds } from './evaluate-condition.ts';
import { evaluate } from './evaluate-expression.ts';
import type { Measure } from './kind.ts';
import { entriesAt, find, type Place } from './place.ts';
import type { RecordContext } from './record-context.ts';
import { stateOf } from './record-state.ts';
import type { Shown } from './shown.ts';

export type Measured = {
  readonly measure: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Which of the record's amounts of this measure it is. */
  readonly nth: number;
  /** A whole number; money in fen. */
  readonly amount: number;
  readonly approximate: boolean;
};

/** Nothing of a void record, of an amount that is not there, or of one without a day. */
export function measureRecord(context: RecordContext): readonly Measured[] {
  const { kind, system } = context;
  if (stateOf(kind, system.status).stage === 'void') return [];
  return kind.measures.flatMap((measure) => measureOne(measure, context));
}

function measureOne(measure: Measure, context: RecordContext): readonly Measured[] {
  const places = measure.each === undefined ? [context.place] : entriesAt(context.place, measure.each);
  const applies = (condition: Condition | undefined, at: Place) =>
    condition !== undefined && holds(condition, at, context);
  return places.flatMap((at, nth) => {
    if (measure.where !== undefined && !applies(measure.where, at)) return [];
    const day = dayOf(at, measure.at ?? context.kind.occurredAt);
    const amount = amountOf(measure.value, at, context);
    if (day === null || amount === null) return [];
    return [{ measure: measure.key, day, nth, amount, approximate: applies(measure.approximate, at) }];
  });
}

function dayOf(at: Place, paths: string | readonly string[]): number | null {
  if (typeof paths === 'string') return latestDay(at, paths);
  return paths.map((path) => latestDay(at, path)).find((day) => day !== null) ?? null;
}

function latestDay(at: Place, path: string): number | null {
  const days = find(at, path).flatMap(({ value }) => {
    const day = typeof value === 'string' ? value.slice(0, 10) : '';
    return isIsoDate(day) ? [isoToDays(day)] : [];
  });
  return days.length === 0 ? null : Math.max(...days);
}

/** A count or sum of nothing counts nothing; a measured 0 (answered within the minute) is an amount. */
function amountOf(value: Measure['value'], at: Place, context: RecordContext): number | null {
  if (value === 'records') return 1;
  const amount = numberIn(evaluate(value, at, context));
  return amount === 0 && ('count' in value || 'sum' in value) ? null : amount;
}

function numberIn(shown: Shown): number | null {
  if (shown.type === 'integer' || shown.type === 'money') return shown.value;
  if (shown.type !== 'joined') return null;
  const parts = shown.parts.map(numberIn).filter((part) => part !== null);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
}
