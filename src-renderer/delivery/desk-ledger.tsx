// Whose changes are on this PC.

import { Table } from '@mantine/core';
import type { LedgerView } from '../../src-shared/contract/delivery-views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useWords } from '../words/use-words.ts';

export function DeskLedger({ desks }: { readonly desks: LedgerView['desks'] }) {
  const { t } = useWords();
  return (
    <TitledCard title={t('delivery.desks')}>
      <Table aria-label={t('delivery.desks')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('delivery.desk')}</Table.Th>
            <Table.Th ta="right">{t('delivery.held')}</Table.Th>
            <Table.Th ta="right">{t('delivery.lastAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {desks.map(({ device, scope, name, isOwn, count, last }) => (
            <Table.Tr key={`${device} ${scope}`}>
              <Table.Td>{isOwn ? t('delivery.thisDesk') : name}</Table.Td>
              <Table.Td ta="right">{count}</Table.Td>
              <Table.Td ta="right">{shownMoment(last)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TitledCard>
  );
}
