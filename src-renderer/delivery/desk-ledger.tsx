// Whose changes are on this PC.

import { Table } from '@mantine/core';
import type { LedgerView, VerificationView } from '../../src-shared/contract/delivery-views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useWords } from '../words/use-words.ts';

type Props = { readonly desks: LedgerView['desks']; readonly verified: VerificationView | null };

export function DeskLedger({ desks, verified }: Props) {
  const { t } = useWords();
  const note =
    verified === null
      ? t('delivery.notVerified')
      : t(verified.faults === 0 ? 'delivery.verified' : 'delivery.verifiedFaults', {
          at: shownMoment(verified.at),
          changes: verified.changes,
          count: verified.faults,
        });
  return (
    <TitledCard title={t('delivery.desks')} note={note}>
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
