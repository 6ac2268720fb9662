// The charts of a report: figures over the last periods, and which breakdowns are drawn.

import type { ChartView } from '../../src-shared/contract/report-views.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { type Indicator, isRate } from '../../src-shared/reports/indicator.ts';
import { lastPeriods } from '../../src-shared/reports/neighbour-periods.ts';
import type { Period, PeriodKind } from '../../src-shared/reports/period.ts';
import type { ReportChart } from '../../src-shared/reports/report-definition.ts';
import type { Figures } from './figures.ts';
import { periodView } from './period-view.ts';

/** How far back a line goes: a year of months, a fortnight of days. */
const reach: Readonly<Record<PeriodKind, number>> = {
  day: 14,
  week: 12,
  month: 13,
  statistics_month: 13,
  quarter: 8,
  year: 5,
  any: 6,
};

export function chartView(figures: Figures, chart: ReportChart, period: Period): readonly ChartView[] {
  if ('breakdown' in chart) return [{ kind: 'breakdown', breakdown: chart.breakdown }];
  const periods = lastPeriods(period, reach[period.kind]);
  const indicators = 'trend' in chart ? chart.trend.flatMap(known) : partsOf(chart.rate);
  return [
    {
      kind: 'trend' in chart ? 'trend' : 'rate',
      label: chart.label,
      periods: periods.map(periodView),
      series: indicators.map((indicator) => ({
        indicator,
        figures: periods.map((one) => figures.figure(indicator, one)),
      })),
    },
  ];
}

function partsOf(rate: string): readonly Indicator[] {
  const indicator = indicatorsByKey.get(rate);
  return indicator && isRate(indicator) ? [indicator.source.part, indicator.source.whole].flatMap(known) : [];
}

function known(key: string): readonly Indicator[] {
  const indicator = indicatorsByKey.get(key);
  return indicator === undefined ? [] : [indicator];
}
