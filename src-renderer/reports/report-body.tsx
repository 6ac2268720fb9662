// A report on the page: its table, then what is counted by type with bars beside, then the lines.

import { Alert, SimpleGrid, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { BreakdownView, LabelView, PeriodView, ReportView } from '../../src-shared/contract/report-views.ts';
import type { Amount } from '../../src-shared/reports/amount.ts';
import type { Indicator } from '../../src-shared/reports/indicator.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useWords } from '../words/use-words.ts';
import { BreakdownTable } from './breakdown-table.tsx';
import type { Enter } from './figure-cell.tsx';
import { ReportTable } from './report-table.tsx';

const PeriodChart = lazy(() => import('./report-charts.tsx').then((module) => ({ default: module.PeriodChart })));
const BreakdownChart = lazy(() => import('./report-charts.tsx').then((module) => ({ default: module.BreakdownChart })));

type Props = {
  readonly view: ReportView;
  readonly refOf: (indicator: Indicator, period: PeriodView) => string | null;
  readonly refOfLabel: (breakdown: BreakdownView, label: LabelView) => string | null;
  readonly onEnter?: Enter | undefined;
};

export function ReportBody({ view, refOf, refOfLabel, onEnter }: Props) {
  const { t, say } = useWords();
  const charted = new Set(view.charts.flatMap((chart) => (chart.kind === 'breakdown' ? [chart.breakdown] : [])));
  return (
    <Stack gap="md">
      {view.isRunning && (
        <Alert variant="light" p="xs">
          {t('reports.running', { day: view.madeOn })}
        </Alert>
      )}
      <ReportTable view={view} refOf={refOf} onEnter={onEnter} />
      <Suspense fallback={<Waiting />}>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          {view.breakdowns
            .filter(({ records }) => records > 0)
            .map((breakdown) => (
              <TitledCard key={breakdown.key} title={say(breakdown.label)} note={say(view.columns.now.label)}>
                {charted.has(breakdown.key) && <BreakdownChart breakdown={breakdown} />}
                <BreakdownTable breakdown={breakdown} refOf={refOfLabel} periodLabel={say(view.columns.now.label)} />
              </TitledCard>
            ))}
          {view.charts.map((chart) =>
            chart.kind === 'breakdown' ? null : (
              <TitledCard key={chart.label.zh} title={say(chart.label)}>
                <PeriodChart chart={chart} />
              </TitledCard>
            ),
          )}
        </SimpleGrid>
      </Suspense>
    </Stack>
  );
}

/** The figure of the year before, for the form that enters one. */
export function lastYearOf(view: ReportView, indicator: Indicator): Amount | null {
  for (const { rows } of view.sections) {
    for (const { indicator: own, figures } of rows) {
      if (own.key === indicator.key && 'amount' in figures.lastYear) return figures.lastYear.amount;
    }
  }
  return null;
}
