// One figure in a table: it opens the records behind it, or the form it is entered with.

import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PeriodView, RowOfReport } from '../../src-shared/contract/report-views.ts';
import type { Amount } from '../../src-shared/reports/amount.ts';
import type { Figure } from '../../src-shared/reports/figure.ts';
import { type Indicator, isManual, measureBehind, splitMeasure } from '../../src-shared/reports/indicator.ts';
import { showAmount, showFigure } from '../../src-shared/reports/show-figure.ts';
import { useWords } from '../words/use-words.ts';
import classes from './reports.module.css';

export type Enter = (indicator: Indicator, period: PeriodView) => void;

type Props = {
  readonly row: RowOfReport;
  readonly figure: Figure;
  readonly period: PeriodView;
  /** Address of a figure's records; null where the figure is frozen without them. */
  readonly refOf: (indicator: Indicator, period: PeriodView) => string | null;
  readonly onEnter?: Enter | undefined;
};

export function FigureCell({ row, figure, period, refOf, onEnter }: Props) {
  const { language } = useWords();
  if ('amount' in figure)
    return <AmountCell indicator={row.indicator} amount={figure.amount} {...{ period, refOf, onEnter }} />;
  return (
    <>
      <div>{showFigure(row.indicator, figure, language)}</div>
      {row.part !== null && row.whole !== null && (
        <div className={classes.parts}>
          <AmountCell indicator={row.part} amount={figure.part} {...{ period, refOf, onEnter }} />
          {' ／ '}
          <AmountCell indicator={row.whole} amount={figure.whole} {...{ period, refOf, onEnter }} />
        </div>
      )}
    </>
  );
}

type AmountProps = Pick<Props, 'period' | 'refOf' | 'onEnter'> & {
  readonly indicator: Indicator;
  readonly amount: Amount | null;
};

function AmountCell({ indicator, amount, period, refOf, onEnter }: AmountProps) {
  const { t, say, language } = useWords();
  const value = showAmount(indicator, amount, language);
  const named = { indicator: say(indicator.label), period: say(period.label), value };
  const measure = measureBehind(indicator);
  const ref = refOf(indicator, period);
  if (isManual(indicator) && onEnter !== undefined)
    return (
      <UnstyledButton
        className={classes.enter}
        aria-label={t('reports.enterFigure', named)}
        onClick={() => onEnter(indicator, period)}
      >
        {value}
      </UnstyledButton>
    );
  if (measure === null || ref === null || amount === null || (amount.value === 0 && amount.parts === 0))
    return <span>{value}</span>;
  return (
    <Link
      to="/list/$kind"
      params={{ kind: splitMeasure(measure).kind }}
      search={{ figure: ref }}
      className={classes.figure}
      aria-label={t('reports.openFigure', named)}
    >
      {value}
    </Link>
  );
}
