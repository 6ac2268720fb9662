// Custody: where stock-takes begin, and the sheets that came of them.

import { PageHeader } from '../components/page-header.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';
import { StockTakeCard } from './stock-take-card.tsx';

export function CustodyPage() {
  const { t } = useWords();
  return (
    <div className={classes.page}>
      <PageHeader title={t('frame.place./custody')} note={t('custody.note')} />
      <div className={classes.cards}>
        <StockTakeCard />
      </div>
    </div>
  );
}
