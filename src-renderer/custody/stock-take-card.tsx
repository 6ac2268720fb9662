// Beginning a stock-take: the place, who watches, and those that are under way.

import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { OtherPerson } from './other-person.tsx';
import { SheetList } from './sheet-list.tsx';

/** No place is called so: it has no letter. */
const everywhere = '*';

export function StockTakeCard() {
  const { t } = useWords();
  const { queries } = useDesk();
  const mayBegin = useMay('custody', 'beginStockTake');
  const places = useAsk(queries.custody.places.queryOptions({ staleTime: 0 }));
  return (
    <TitledCard title={t('custody.stockTake')} note={t('custody.stockTakeNote')}>
      <ProblemNotice problem={places.problem} onRetry={places.again} />
      {places.data?.places.length === 0 && (
        <EmptyState compact title={t('custody.nothingHeld')} body={t('custody.nothingHeldBody')} />
      )}
      {places.data !== undefined && places.data.places.length > 0 && mayBegin && <Begin places={places.data.places} />}
      {places.data !== undefined && places.data.hidden > 0 && (
        <Text size="sm">{t('custody.hidden', { count: places.data.hidden })}</Text>
      )}
      <SheetList
        sheet="stockTake"
        onOpen={(row) => (
          <LinkButton size="compact-xs" variant="light" to="/custody/stock-takes/$id" params={{ id: row.id }}>
            {t('custody.continue')}
          </LinkButton>
        )}
      />
    </TitledCard>
  );
}

type Place = { readonly place: string; readonly pieces: number };

function Begin({ places }: { readonly places: readonly Place[] }) {
  const { t } = useWords();
  const { calls } = useDesk();
  const navigate = useNavigate();
  const [place, setPlace] = useState<string | null>(null);
  const [witness, setWitness] = useState<string | null>(null);
  const beginning = useCall(calls.custody.beginStockTake, ({ id }) =>
    navigate({ to: '/custody/stock-takes/$id', params: { id } }),
  );
  const begin = () => {
    if (place !== null) void beginning.run({ place: place === everywhere ? null : place, witness });
  };
  const all = places.reduce((sum, { pieces }) => sum + pieces, 0);
  const option = (value: string, name: string, pieces: number) => ({
    value,
    label: t('custody.placeOption', { place: name, pieces }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <Stack gap="xs">
        <Group align="end" gap="xs">
          <Select
            data-page-focus
            flex={1}
            searchable
            openOnFocus={false}
            label={t('custody.place')}
            placeholder={t('custody.choosePlace')}
            data={[
              ...places.map((one) => option(one.place, one.place, one.pieces)),
              option(everywhere, t('custody.everything'), all),
            ]}
            value={place}
            onChange={setPlace}
          />
          <OtherPerson label={t('custody.witness')} value={witness} onChange={setWitness} />
          <Button type="submit" disabled={place === null} loading={beginning.isRunning}>
            {t('custody.begin')}
          </Button>
        </Group>
        <ProblemNotice problem={beginning.problem} />
      </Stack>
    </form>
  );
}
