// The figures of a stock-take in one line.

import type { StockTakeView } from '../../src-shared/contract/custody-views.ts';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';

const shown = ['found', 'missing', 'misplaced', 'unexpected', 'unknown'] as const;

export function StockCounts({ counts }: { readonly counts: StockTakeView['counts'] }) {
  const { t } = useWords();
  return (
    <dl className={classes.counts}>
      <div>
        <dt>{t('custody.expected')}</dt>
        <dd>{counts.expected}</dd>
      </div>
      {shown.map((result) => (
        <div key={result}>
          <dt>{t(`custody.result.${result}`)}</dt>
          <dd data-count={result}>{counts[result]}</dd>
        </div>
      ))}
    </dl>
  );
}
