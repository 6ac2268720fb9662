// Counting cash: how many of each denomination, what that comes to beside the records, and who counted again.

import { Select, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CashView } from '../../src-shared/contract/custody-views.ts';
import { type Counted, countCash } from '../../src-shared/records/custody/count-cash.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { CashSums } from './cash-sums.tsx';
import { CashTable } from './cash-table.tsx';
import { SecondPerson } from './second-person.tsx';
import { SheetList } from './sheet-list.tsx';

/** No place is called so: it has no letter. */
const everywhere = '*';

export function CashCard() {
  const { t } = useWords();
  const { queries } = useDesk();
  const mayCount = useMay('custody', 'countCash');
  const [place, setPlace] = useState<string | null>(null);
  const cash = useAsk(queries.custody.cash.queryOptions({ input: { place }, staleTime: 0 }));
  const places = cash.data?.places ?? [];
  return (
    <TitledCard title={t('custody.cashCount')} note={t('custody.cashCountNote')}>
      <ProblemNotice problem={cash.problem} onRetry={cash.again} />
      {cash.data !== undefined && places.length === 0 && (
        <EmptyState compact title={t('custody.noCash')} body={t('custody.foreign')} />
      )}
      {places.length > 0 && mayCount && (
        <>
          <Select
            label={t('custody.place')}
            allowDeselect={false}
            data={[
              { value: everywhere, label: t('custody.allCash') },
              ...places.map((one) => ({ value: one, label: one })),
            ]}
            value={place ?? everywhere}
            onChange={(value) => setPlace(value === everywhere ? null : value)}
          />
          {cash.data !== undefined && <Counting key={place ?? everywhere} view={cash.data} />}
        </>
      )}
      <SheetList sheet="cashCount" />
    </TitledCard>
  );
}

function Counting({ view }: { readonly view: CashView }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const navigate = useNavigate();
  const [counts, setCounts] = useState<readonly Counted[]>([]);
  const [explanation, setExplanation] = useState('');
  const counting = useCall(calls.custody.countCash, async ({ id }) => {
    await cache.invalidateQueries({ queryKey: queries.custody.key() });
    await navigate({ to: '/records/$id/papers/$document', params: { id, document: 'cash_count_sheet' } });
  });
  const countedFen = countCash([], counts).countedFen;
  const difference = countedFen - view.expectedFen;
  return (
    <Stack gap="xs">
      <CashTable view={view} counts={counts} onChange={setCounts} />
      <CashSums openFen={view.openFen} expectedFen={view.expectedFen} countedFen={countedFen} />
      {difference !== 0 && (
        <Textarea
          required
          label={t('custody.explanation')}
          value={explanation}
          onChange={(event) => setExplanation(event.currentTarget.value)}
          maxLength={2_000}
          autosize
          minRows={2}
        />
      )}
      <SecondPerson
        label={t('custody.recount')}
        button={t('custody.confirmCount')}
        isReady={difference === 0 || explanation.trim() !== ''}
        isRunning={counting.isRunning}
        onConfirm={(second) =>
          counting.run({
            place: view.place,
            counts: [...counts],
            explanation: difference === 0 ? '' : explanation,
            second,
          })
        }
      />
      <ProblemNotice problem={counting.problem} />
      <Text size="xs" c="dimmed">
        {t('custody.foreign')}
      </Text>
    </Stack>
  );
}
