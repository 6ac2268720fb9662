// What was counted beside what the records say, in one line that is read out as it changes.

import { fen } from '../../src-shared/records/money/fen.ts';
import { formatYuan } from '../../src-shared/records/money/format-yuan.ts';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';

type Props = { readonly openFen: number; readonly expectedFen: number; readonly countedFen: number };

export function CashSums({ openFen, expectedFen, countedFen }: Props) {
  const { t } = useWords();
  const difference = countedFen - expectedFen;
  const amount = formatYuan(fen(Math.abs(difference)));
  const says = () => {
    if (difference === 0) return t('custody.agrees');
    return t(difference < 0 ? 'custody.less' : 'custody.more', { amount });
  };
  return (
    <dl className={classes.counts} aria-live="polite">
      <div>
        <dt>{t('custody.expected')}</dt>
        <dd>{formatYuan(fen(expectedFen))}</dd>
      </div>
      {openFen > 0 && (
        <div>
          <dt>{t('custody.openDenominations')}</dt>
          <dd>{formatYuan(fen(openFen))}</dd>
        </div>
      )}
      <div>
        <dt>{t('custody.counted')}</dt>
        <dd data-sum="counted">{formatYuan(fen(countedFen))}</dd>
      </div>
      <div>
        <dt>{t('custody.difference')}</dt>
        <dd data-sum="difference">{says()}</dd>
      </div>
    </dl>
  );
}
