// One report for one period: every row with the period before, the year before and the year so far, counted apart by type
// where the definition asks for it. All of it on one snapshot, so that parts and totals agree.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { PeriodView, ReportView, RowOfReport } from '../../src-shared/contract/report-views.ts';
import type { IsoDate } from '../../src-shared/records/dates/iso-date.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { indicatorsByKey } from '../../src-shared/reports/all-indicators.ts';
import { reportsByKey } from '../../src-shared/reports/all-reports.ts';
import { type Columns, reportRow } from '../../src-shared/reports/figure.ts';
import { type Indicator, isRate, measureBehind, splitMeasure } from '../../src-shared/reports/indicator.ts';
import { previousPeriod, samePeriodLastYear, yearToDate } from '../../src-shared/reports/neighbour-periods.ts';
import { type Period, parsePeriod } from '../../src-shared/reports/period.ts';
import { columnWords } from '../../src-shared/reports/period-words.ts';
import type { ReportDefinition } from '../../src-shared/reports/report-definition.ts';
import type { Reading } from '../database/database.ts';
import { mayRead } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import { isMeasured } from '../records/measuring.ts';
import type { Person } from '../records/people.ts';
import { countUnmeasured } from '../stores/measured-store.ts';
import { countRecords } from '../stores/record-store.ts';
import { breakdownView } from './breakdowns.ts';
import { chartView } from './charts.ts';
import { createFigures, type Figures, type FiguresFrom } from './figures.ts';
import { periodView } from './period-view.ts';

export type ReportRequest = { readonly report: string; readonly period: string };
export type Asked = { readonly definition: ReportDefinition; readonly period: Period };

/** Problems: `not_allowed`, `report_unknown`, `period_…`, `figures_not_ready`. */
export function makeReport(desk: Desk, person: Person, request: ReportRequest): Result<ReportView, Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const asked = readRequest(request);
  if (!asked.ok) return asked;
  return desk.database.snapshot((reading) => {
    const ready = figuresReady(reading);
    return ready.ok ? ok(reportView(desk, reading, asked.value)) : ready;
  });
}

/** Problems `report_unknown`, `period_…`. */
export function readRequest({ report, period: text }: ReportRequest): Result<Asked, Problem> {
  const definition = reportsByKey.get(report);
  if (!definition) return err({ code: 'report_unknown', facts: { report: report.slice(0, 80) } });
  const period = parsePeriod(text);
  return period.ok ? ok({ definition, period: period.value }) : period;
}

/** Problem `figures_not_ready` while records are still being counted after an update. */
export function figuresReady(reading: Reading): Result<null, Problem> {
  if (isMeasured(reading)) return ok(null);
  const total = countRecords(reading);
  return err({ code: 'figures_not_ready', facts: { done: total - countUnmeasured(reading), total } });
}

export function todayOf(desk: Desk): IsoDate {
  return datePart(epochMsToLocal(desk.tools.now()));
}

export function figuresFrom(desk: Desk, reading: Reading): FiguresFrom {
  return { reading, today: todayOf(desk), unitCode: desk.settings.current.unit.code, kinds: desk.kinds };
}

export function reportView(desk: Desk, reading: Reading, { definition, period }: Asked): ReportView {
  const from = figuresFrom(desk, reading);
  const figures = createFigures(from);
  const columns = columnsOf(period);
  return {
    report: { key: definition.key, label: definition.label },
    unitName: desk.settings.current.unit.name,
    columns: columnViews(columns, period),
    periodKind: period.kind,
    madeOn: from.today,
    isRunning: from.today < period.last,
    sections: definition.sections.map(({ label, indicators }) => ({
      label,
      rows: indicators.flatMap((key) => rowsOf(figures, indicatorsByKey.get(key), columns)),
    })),
    breakdowns: definition.breakdowns.map((breakdown) => breakdownView(desk, from, breakdown, period)),
    charts: definition.charts.flatMap((chart) => chartView(figures, chart, period)),
  };
}

function columnsOf(now: Period): Columns<Period> {
  const lastYear = samePeriodLastYear(now);
  const cumulative = yearToDate(now);
  return {
    now,
    previous: previousPeriod(now),
    lastYear,
    cumulative,
    cumulativeLastYear: samePeriodLastYear(cumulative),
  };
}

function columnViews(columns: Columns<Period>, { kind }: Period): Columns<PeriodView> {
  const heads = columnWords(kind);
  return {
    now: { ...periodView(columns.now), label: heads.now },
    previous: { ...periodView(columns.previous), label: heads.previous },
    lastYear: { ...periodView(columns.lastYear), label: heads.lastYear },
    cumulative: { ...periodView(columns.cumulative), label: { zh: '本年累计', en: 'Year to date' } },
    cumulativeLastYear: {
      ...periodView(columns.cumulativeLastYear),
      label: { zh: '上年累计', en: 'Year to date, a year ago' },
    },
  };
}

function rowsOf(figures: Figures, indicator: Indicator | undefined, columns: Columns<Period>): RowOfReport[] {
  if (!indicator) return [];
  const at = (period: Period) => figures.figure(indicator, period);
  const row = reportRow(indicator, {
    now: at(columns.now),
    previous: at(columns.previous),
    lastYear: at(columns.lastYear),
    cumulative: at(columns.cumulative),
    cumulativeLastYear: at(columns.cumulativeLastYear),
  });
  const measure = measureBehind(indicator);
  const rate = isRate(indicator) ? indicator.source : null;
  return [
    {
      ...row,
      part: rate === null ? null : (indicatorsByKey.get(rate.part) ?? null),
      whole: rate === null ? null : (indicatorsByKey.get(rate.whole) ?? null),
      kind: measure === null ? null : splitMeasure(measure).kind,
    },
  ];
}
