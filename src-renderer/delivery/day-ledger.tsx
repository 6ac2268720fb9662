// The delivery ledger by day: what this PC wrote, and where it is.

import { Table, Text } from '@mantine/core';
import type { LedgerView } from '../../src-shared/contract/delivery-views.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useWords } from '../words/use-words.ts';

type Day = LedgerView['days'][number];

const onTheWay = ({ sent, on_stick, received, doubted }: Day) => sent + on_stick + received + doubted;

export function DayLedger({ days, receipts }: { readonly days: readonly Day[]; readonly receipts: number }) {
  const { t } = useWords();
  return (
    <TitledCard title={t('delivery.days')} note={t('delivery.receipts', { count: receipts })}>
      {days.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('delivery.daysEmpty')}
        </Text>
      ) : (
        <Table aria-label={t('delivery.days')} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('delivery.day')}</Table.Th>
              <Table.Th ta="right">{t('delivery.written')}</Table.Th>
              <Table.Th ta="right">{t('delivery.place.here')}</Table.Th>
              <Table.Th ta="right">{t('delivery.onTheWay')}</Table.Th>
              <Table.Th ta="right">{t('delivery.place.confirmed')}</Table.Th>
              <Table.Th ta="right">{t('delivery.problems')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map((day) => (
              <Table.Tr key={day.day}>
                <Table.Td>{day.day}</Table.Td>
                <Table.Td ta="right">{day.total}</Table.Td>
                <Table.Td ta="right">{day.here}</Table.Td>
                <Table.Td ta="right">{onTheWay(day)}</Table.Td>
                <Table.Td ta="right">{day.confirmed}</Table.Td>
                <Table.Td ta="right">{day.refused + day.set_aside}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </TitledCard>
  );
}
