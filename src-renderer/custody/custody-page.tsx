// Custody: stock-takes, hand-overs and cash counts, and the sheets that came of them.

import { PageHeader } from '../components/page-header.tsx';
import { useWords } from '../words/use-words.ts';
import { CashCard } from './cash-card.tsx';
import classes from './custody.module.css';
import { HandOverCard } from './hand-over-card.tsx';
import { StockTakeCard } from './stock-take-card.tsx';

export function CustodyPage() {
  const { t } = useWords();
  return (
    <div className={classes.page}>
      <PageHeader title={t('frame.place./custody')} note={t('custody.note')} />
      <div className={classes.cards}>
        <StockTakeCard />
        <CashCard />
      </div>
      <div className={classes.wide}>
        <HandOverCard />
      </div>
    </div>
  );
}
