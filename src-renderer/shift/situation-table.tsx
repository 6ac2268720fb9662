// What the desk stands at, as the next sheet will say it or the last one said.

import { SimpleGrid, Text } from '@mantine/core';
import { fen } from '../../src-shared/records/money/fen.ts';
import { formatYuan } from '../../src-shared/records/money/format-yuan.ts';
import type { ShiftSituation } from '../../src-shared/records/shift/shift-sheet.ts';
import { shownMoment } from '../components/shown-time.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly situation: ShiftSituation;
  /** Read by the next person: what is one’s own is that of whoever handed over. */
  readonly isGiven?: boolean;
};

export function SituationTable({ situation, isGiven = false }: Props) {
  const { t, say } = useWords();
  const { delivery, cashRecorded, since } = situation;
  const unfinished = situation.open.map(({ kind, open, waiting }) =>
    t('shifts.unfinishedOf', { kind: say(kind), open, waiting }),
  );
  const facts: readonly (readonly [string, string | number])[] = [
    [t('shifts.since'), since === null ? t('shifts.never') : shownMoment(since)],
    [t('shifts.due'), situation.due.total],
    [t(isGiven ? 'shifts.ownOfGiver' : 'shifts.own'), situation.own.total],
    [t('shifts.conflicts'), situation.conflicts],
    [t('shifts.undelivered'), delivery.here],
    [t('shifts.onStick'), delivery.onStick],
    [t('shifts.tray'), delivery.refused + delivery.setAside],
    [t('shifts.custody'), situation.custody.total],
    [
      t('shifts.cashRecorded'),
      cashRecorded === null ? t('shifts.counting') : t('shifts.yuan', { amount: formatYuan(fen(cashRecorded)) }),
    ],
    [t(isGiven ? 'shifts.draftsOfGiver' : 'shifts.drafts'), situation.drafts],
  ];
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm" verticalSpacing="xs">
        {facts.map(([name, value]) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {name}
            </Text>
            <Text fw={600}>{value}</Text>
          </div>
        ))}
      </SimpleGrid>
      <Text size="sm">
        {t('shifts.unfinished', { list: unfinished.join(t('shifts.semicolon')) || t('shifts.nothing') })}
      </Text>
    </>
  );
}
