// A figure of a report: an amount, or the two numbers of a rate; and a row of it with the periods it is compared with.

import type { Amount } from './amount.ts';
import { type Comparison, compareAmounts, comparePoints, compareRatios, type Ratio } from './comparison.ts';
import { type Indicator, isRate } from './indicator.ts';

/** An amount is null while nobody has entered it. */
export type Figure =
  | { readonly amount: Amount | null }
  | { readonly part: Amount | null; readonly whole: Amount | null };

export type Columns<T> = {
  readonly now: T;
  readonly previous: T;
  readonly lastYear: T;
  readonly cumulative: T;
  readonly cumulativeLastYear: T;
};

export type ReportRow = {
  readonly indicator: Indicator;
  readonly figures: Columns<Figure>;
  /** 环比. */
  readonly change: Comparison;
  /** 同比. */
  readonly yearOnYear: Comparison;
  /** 累计同比. */
  readonly cumulativeYearOnYear: Comparison;
};

export function reportRow(indicator: Indicator, figures: Columns<Figure>): ReportRow {
  const compare = (now: Figure, base: Figure) => compareFigures(indicator, now, base);
  return {
    indicator,
    figures,
    change: compare(figures.now, figures.previous),
    yearOnYear: compare(figures.now, figures.lastYear),
    cumulativeYearOnYear: compare(figures.cumulative, figures.cumulativeLastYear),
  };
}

/** A share by percentage points, an average and an amount by percent. */
export function compareFigures(indicator: Indicator, now: Figure, base: Figure): Comparison {
  if ('amount' in now && 'amount' in base) return compareAmounts(now.amount?.value ?? null, base.amount?.value ?? null);
  const [left, right] = [ratioOf(now), ratioOf(base)];
  const isShare = isRate(indicator) && indicator.source.as === 'percent';
  return isShare ? comparePoints(left, right) : compareRatios(left, right);
}

/** Null while one of its numbers is not known or the denominator is 0. */
export function ratioOf(figure: Figure): Ratio | null {
  if ('amount' in figure || figure.part === null || figure.whole === null || figure.whole.value === 0) return null;
  return { part: figure.part.value, whole: figure.whole.value };
}
