// One indicator for one period, for whoever fills a table with it.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { type Figure, ratioOf } from '../../src-shared/reports/figure.ts';
import type { Indicator } from '../../src-shared/reports/indicator.ts';
import { type Period, parsePeriod } from '../../src-shared/reports/period.ts';
import type { Desk } from '../records/desk.ts';
import { createFigures } from './figures.ts';
import { figuresFrom, figuresReady } from './make-report.ts';

export type IndicatorValue = {
  readonly indicator: Indicator;
  readonly figure: Figure;
  /**
   * As a cell of a table wants it: a whole number, fen where `indicator.money`; of a rate the quotient (0.9379 for 93.79%).
   * Null while nobody has entered it, or its denominator is 0.
   */
  readonly value: number | null;
  /** 余: the value is a floor. */
  readonly approximate: boolean;
};

/**
 * @param period a period or its text (`2026-03`)
 * Problems: `indicator_unknown`, `period_…`, `figures_not_ready`.
 */
export function indicatorValue(desk: Desk, name: string, period: Period | string): Result<IndicatorValue, Problem> {
  const indicator = indicatorsByKey.get(name);
  if (!indicator) return err({ code: 'indicator_unknown', facts: { indicator: name.slice(0, 80) } });
  const parsed = typeof period === 'string' ? parsePeriod(period) : ok(period);
  if (!parsed.ok) return parsed;
  return desk.database.snapshot((reading) => {
    const ready = figuresReady(reading);
    if (!ready.ok) return ready;
    const figure = createFigures(figuresFrom(desk, reading)).figure(indicator, parsed.value);
    return ok({ indicator, figure, value: numberOf(figure), approximate: isApproximate(figure) });
  });
}

function numberOf(figure: Figure): number | null {
  if ('amount' in figure) return figure.amount?.value ?? null;
  const ratio = ratioOf(figure);
  return ratio === null ? null : ratio.part / ratio.whole;
}

function isApproximate(figure: Figure): boolean {
  if ('amount' in figure) return figure.amount?.approximate === true;
  return figure.part?.approximate === true || figure.whole?.approximate === true;
}
