// Works one indicator out for one period from what was measured. Nothing after today is counted: a deadline that is still to
// come is not due.

import { type IsoDate, isoToDays } from '../../src-shared/records/dates/iso-date.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { type Amount, median } from '../../src-shared/reports/amount.ts';
import type { Figure } from '../../src-shared/reports/figure.ts';
import { type Indicator, isRate, type MeasureName, splitMeasure } from '../../src-shared/reports/indicator.ts';
import { type Period, periodText } from '../../src-shared/reports/period.ts';
import type { Reading } from '../database/database.ts';
import type { DeskKinds } from '../records/desk.ts';
import { amountsOf, type Counted, countTargets, type Stock, stockOf, sumOf } from '../stores/report-store.ts';
import { enteredAmount } from './entered-figures.ts';

/** Reads figures as of a day; each is worked out once, however many rates it stands in. */
export type Figures = {
  readonly amount: (indicator: Indicator, period: Period) => Amount | null;
  readonly figure: (indicator: Indicator, period: Period) => Figure;
};

export type FiguresFrom = {
  readonly reading: Reading;
  readonly today: IsoDate;
  /** Code of the unit whose entered figures are meant. */
  readonly unitCode: string;
  readonly kinds: DeskKinds;
};

export function createFigures(from: FiguresFrom): Figures {
  const known = new Map<string, Amount | null>();
  const amount = (indicator: Indicator, period: Period): Amount | null => {
    const name = `${indicator.key} ${periodText(period)}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const worked = workOut(from, indicator, period);
    known.set(name, worked);
    return worked;
  };
  return {
    amount,
    figure: (indicator, period) => {
      if (!isRate(indicator)) return { amount: amount(indicator, period) };
      const [part, whole] = [indicator.source.part, indicator.source.whole].map((key) => {
        const one = indicatorsByKey.get(key);
        return one === undefined ? null : amount(one, period);
      });
      return { part: part ?? null, whole: whole ?? null };
    },
  };
}

function workOut(from: FiguresFrom, indicator: Indicator, period: Period): Amount | null {
  const { reading, today } = from;
  const { source } = indicator;
  if ('manual' in source) return enteredAmount(from, indicator, period);
  if ('stock' in source) {
    const value = stockOf(reading, stockUpTo(source.stock, period, today));
    return { value, parts: value, approximate: false };
  }
  if ('measure' in source) {
    const { value, parts, approximate } = sumOf(reading, countedIn(source.measure, period, today));
    return { value, parts, approximate: approximate === 1 };
  }
  if ('median' in source) {
    const values = amountsOf(reading, countedIn(source.median, period, today));
    const middle = median(values);
    return middle === null ? null : { value: middle, parts: values.length, approximate: false };
  }
  if ('distinct' in source) {
    const counted = countedIn(source.distinct, period, today);
    const value = countTargets(reading, counted, fieldOf(from.kinds, counted));
    return { value, parts: value, approximate: false };
  }
  return null;
}

/** The field whose different records a measure counts, by its kind's declaration. */
function fieldOf(kinds: DeskKinds, { kind: key, measure }: Counted): string {
  const kind = kinds.get(key);
  return kind.ok ? (kind.value.measures.find((one) => one.key === measure)?.different ?? '') : '';
}

/** The measure in the days of the period that are not after today. */
export function countedIn(name: MeasureName, { first, last }: Period, today: IsoDate): Counted {
  const end = last < today ? last : today;
  return { ...splitMeasure(name), first: isoToDays(first), last: isoToDays(end) };
}

export function stockUpTo(
  stock: { readonly in: MeasureName; readonly out: MeasureName },
  { last }: Period,
  today: IsoDate,
): Stock {
  const end = last < today ? last : today;
  return { ...splitMeasure(stock.in), out: splitMeasure(stock.out).measure, last: isoToDays(end) };
}
