// What whoever hands over adds to the figures: the cash they counted, and what the next shift must know.

import { Button, Checkbox, Group, NumberInput, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { denominations } from '../../src-shared/records/custody/count-cash.ts';
import { fen } from '../../src-shared/records/money/fen.ts';
import { formatYuan } from '../../src-shared/records/money/format-yuan.ts';
import { cashCounted, cashDifference, type ShiftSituation } from '../../src-shared/records/shift/shift-sheet.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { TitledCard } from '../components/titled-card.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { SituationTable } from './situation-table.tsx';

type Counts = ReadonlyMap<number, number>;

const yuan = (amount: number) => formatYuan(fen(amount));

function CashCount({ counts, onCount }: { readonly counts: Counts; readonly onCount: (counts: Counts) => void }) {
  const { t } = useWords();
  return (
    <SimpleGrid cols={{ base: 3, md: 6 }} spacing="xs">
      {denominations.map((denomination) => (
        <NumberInput
          key={denomination}
          size="xs"
          label={t('shifts.denomination', { amount: yuan(denomination) })}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          hideControls
          value={counts.get(denomination) ?? ''}
          onChange={(value) => onCount(new Map(counts).set(denomination, typeof value === 'number' ? value : 0))}
        />
      ))}
    </SimpleGrid>
  );
}

export function GiveCard({ situation }: { readonly situation: ShiftSituation }) {
  const { t } = useWords();
  const { calls, cache, queries, leaving } = useDesk();
  const [isCounting, setCounting] = useState(false);
  const [counts, setCounts] = useState<Counts>(new Map());
  const [note, setNote] = useState('');
  const giving = useCall(calls.shifts.handOver, async () => {
    setCounting(false);
    setCounts(new Map());
    setNote('');
    await cache.invalidateQueries({ queryKey: queries.shifts.key() });
  });
  const counted = isCounting
    ? [...counts].filter(([, count]) => count > 0).map(([denomination, count]) => ({ denomination, count }))
    : null;
  const total = cashCounted({ counted });
  const difference = cashDifference({ counted, cashRecorded: situation.cashRecorded });
  const give = async () => {
    await leaving.keepAll();
    await giving.run({ counted, note });
  };
  return (
    <TitledCard title={t('shifts.giveTitle')} note={t('shifts.giveNote')}>
      <SituationTable situation={situation} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <Checkbox
          mb="sm"
          label={t('shifts.countCash')}
          checked={isCounting}
          onChange={(event) => setCounting(event.currentTarget.checked)}
        />
        {isCounting && <CashCount counts={counts} onCount={setCounts} />}
        {total !== null && (
          <Text size="sm" my="xs" role="status">
            {t('shifts.counted', { amount: yuan(total) })}
            {difference !== null && (
              <>
                {t('shifts.semicolon')}
                {difference === 0
                  ? t('shifts.agrees')
                  : t('shifts.differs', { amount: `${difference < 0 ? '-' : '+'}${yuan(Math.abs(difference))}` })}
              </>
            )}
          </Text>
        )}
        <Textarea
          label={t('shifts.remarks')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemNotice problem={giving.problem} />
        <Group justify="flex-end" mt="sm">
          <Button type="submit" loading={giving.isRunning}>
            {t('shifts.give')}
          </Button>
        </Group>
      </form>
    </TitledCard>
  );
}
