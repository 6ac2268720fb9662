// Counting a shelf: the scanner types, the page answers. Everything is on the disk as soon as it is answered.

import { Button, Group, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { StockTakeView } from '../../src-shared/contract/custody-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useKeys } from '../components/use-keys.ts';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './custody.module.css';
import { FinishDialog } from './finish-dialog.tsx';
import { ScanField } from './scan-field.tsx';
import { ScanList } from './scan-list.tsx';
import { StockCounts } from './stock-counts.tsx';
import { StockLines } from './stock-lines.tsx';

const route = getRouteApi('/custody/stock-takes/$id');

export function StockTakePage() {
  const { id } = route.useParams();
  const { queries } = useDesk();
  const answer = useAsk(queries.custody.stockTake.queryOptions({ input: { id }, staleTime: 0 }));
  return <AnswerView answer={answer}>{(view) => <StockTake key={view.id} view={view} />}</AnswerView>;
}

function StockTake({ view }: { readonly view: StockTakeView }) {
  const { t } = useWords();
  const { cache, queries } = useDesk();
  const [finishing, setFinishing] = useState(false);
  const mayScan = useMay('custody', 'scanLabel') && !view.finished;
  const take = (next: StockTakeView) =>
    cache.setQueryData(queries.custody.stockTake.queryKey({ input: { id: view.id } }), next);
  useKeys([['mod+Enter', () => mayScan && setFinishing(true)]], { alsoInFields: true });
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('custody.at', { place: view.place ?? t('custody.everything') })}
        note={t('custody.by', { number: view.number, name: view.countedBy })}
      >
        <LinkButton variant="default" to="/custody">
          {t('common.back')}
        </LinkButton>
        {view.finished && <Sheets id={view.id} />}
        {mayScan && <Finish onClick={() => setFinishing(true)} />}
      </PageHeader>
      {view.finished && <Text>{t('custody.over')}</Text>}
      {mayScan && <ScanField view={view} onScanned={take} />}
      <StockCounts counts={view.counts} />
      {view.hidden > 0 && <Text size="sm">{t('custody.hidden', { count: view.hidden })}</Text>}
      <div className={classes.columns}>
        <StockLines lines={view.lines} />
        <TitledCard title={t('custody.scans')}>
          <ScanList view={view} onDropped={take} />
        </TitledCard>
      </div>
      {finishing && <FinishDialog view={view} onClose={() => setFinishing(false)} />}
    </div>
  );
}

function Sheets({ id }: { readonly id: string }) {
  const { t } = useWords();
  return (
    <Group gap="xs">
      <LinkButton variant="default" to="/records/$id" params={{ id }}>
        {t('custody.openRecord')}
      </LinkButton>
      <LinkButton to="/records/$id/papers/$document" params={{ id, document: 'discrepancy_sheet' }}>
        {t('custody.openSheet')}
      </LinkButton>
    </Group>
  );
}

function Finish({ onClick }: { readonly onClick: () => void }) {
  const { t } = useWords();
  return (
    <Button onClick={onClick} aria-keyshortcuts="Control+Enter">
      {t('custody.finish')}
    </Button>
  );
}
