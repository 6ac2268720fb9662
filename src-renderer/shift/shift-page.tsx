// Handing the desk over: what it stands at, the next person's confirmation, the sheets of before.

import { Stack } from '@mantine/core';
import { AnswerView } from '../components/answer-view.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { GiveCard } from './give-card.tsx';
import { PastShifts } from './past-shifts.tsx';
import { TakeCard } from './take-card.tsx';

export function ShiftPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const mayGive = useMay('shifts', 'handOver');
  const now = useAsk(queries.shifts.now.queryOptions());
  return (
    <Stack gap="sm" maw={980}>
      <PageHeader title={t('shifts.title')} note={t('shifts.note')} />
      <AnswerView answer={now}>
        {({ situation, sheets }) => {
          const waiting = sheets.find(({ state }) => state === 'given');
          return (
            <>
              {mayGive && waiting !== undefined && <TakeCard key={waiting.id} sheet={waiting} />}
              {mayGive && <GiveCard situation={situation} />}
              <PastShifts sheets={sheets} />
            </>
          );
        }}
      </AnswerView>
    </Stack>
  );
}
