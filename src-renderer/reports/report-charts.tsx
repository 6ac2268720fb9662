// Lines and bars of a report. Loaded only when a report is looked at; every number of a chart stands in a table beside it.

import { BarChart, LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Table, useMantineTheme } from '@mantine/core';
import type { BreakdownView, ChartView, SeriesView } from '../../src-shared/contract/report-views.ts';
import type { Figure } from '../../src-shared/reports/figure.ts';
import { showFigure } from '../../src-shared/reports/show-figure.ts';
import { useWords } from '../words/use-words.ts';
import classes from './reports.module.css';

const colours = ['ink.6', 'teal.6', 'orange.6', 'grape.5'] as const;
const height = 220;

function numberOf(figure: Figure): number | null {
  return 'amount' in figure ? (figure.amount?.value ?? null) : null;
}

/** `2026-03` is enough under a chart; the table beside it has the whole name. */
function short(text: string): string {
  return text.replace(/^20(?=\d\d-)/, '').slice(0, 10);
}

export function PeriodChart({ chart }: { readonly chart: Exclude<ChartView, { kind: 'breakdown' }> }) {
  const { say } = useWords();
  const series = chart.series.map(({ indicator }, index) => ({
    name: indicator.key,
    label: say(indicator.label),
    color: colours[index % colours.length] ?? 'ink.6',
  }));
  const data = chart.periods.map(({ text }, at) => ({
    period: short(text),
    ...Object.fromEntries(chart.series.map(({ indicator, figures }) => [indicator.key, valueAt(figures, at)])),
  }));
  const common = {
    h: height,
    data,
    dataKey: 'period',
    series,
    withLegend: true,
    tickLine: 'y' as const,
    yAxisProps: { allowDecimals: false },
  };
  return (
    <div className={classes.chart}>
      {chart.kind === 'rate' ? (
        <BarChart {...common} barProps={{ isAnimationActive: false }} />
      ) : (
        <LineChart {...common} curveType="linear" lineProps={{ isAnimationActive: false }} />
      )}
      <SeriesTable chart={chart} />
    </div>
  );
}

function valueAt(figures: readonly Figure[], at: number): number | null {
  const figure = figures[at];
  return figure === undefined ? null : numberOf(figure);
}

function SeriesTable({ chart }: { readonly chart: Exclude<ChartView, { kind: 'breakdown' }> }) {
  const { t, say } = useWords();
  return (
    <details>
      <summary>{t('reports.tableOf', { label: say(chart.label) })}</summary>
      <Table aria-label={say(chart.label)} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.period')}</Table.Th>
            {chart.series.map(({ indicator }) => (
              <Table.Th key={indicator.key} scope="col" className={classes.right}>
                {say(indicator.label)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {chart.periods.map((period, at) => (
            <Table.Tr key={period.text}>
              <Table.Th scope="row" className={classes.name}>
                {say(period.label)}
              </Table.Th>
              {chart.series.map((one) => (
                <SeriesCell key={one.indicator.key} series={one} at={at} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

function SeriesCell({ series, at }: { readonly series: SeriesView; readonly at: number }) {
  const { language } = useWords();
  const figure = series.figures[at];
  return (
    <Table.Td className={classes.right}>
      {figure === undefined ? '—' : showFigure(series.indicator, figure, language)}
    </Table.Td>
  );
}

export function BreakdownChart({ breakdown }: { readonly breakdown: BreakdownView }) {
  const { t, say } = useWords();
  const theme = useMantineTheme();
  if (breakdown.labels.length === 0) return null;
  const data = breakdown.labels.map(({ label, records }) => ({ label: say(label), records }));
  return (
    <BarChart
      className={classes.chart}
      h={Math.max(80, data.length * 30 + 30)}
      data={data}
      dataKey="label"
      orientation="vertical"
      xAxisProps={{ allowDecimals: false }}
      yAxisProps={{ width: 130, fontSize: theme.fontSizes.xs }}
      series={[{ name: 'records', label: t('reports.records'), color: 'ink.6' }]}
      barProps={{ isAnimationActive: false }}
      withBarValueLabel
    />
  );
}
