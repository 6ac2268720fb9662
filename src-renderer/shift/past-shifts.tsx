// The hand-overs of this desk, the latest first.

import { Table, Text } from '@mantine/core';
import type { ShiftLineView } from '../../src-shared/contract/shift-views.ts';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useWords } from '../words/use-words.ts';
import { SheetButtons } from './sheet-buttons.tsx';

function Line({ sheet }: { readonly sheet: ShiftLineView }) {
  const { t } = useWords();
  return (
    <Table.Tr>
      <Table.Td>{shownMoment(sheet.givenAt)}</Table.Td>
      <Table.Td>{sheet.fromName}</Table.Td>
      <Table.Td>{sheet.takenAt === null ? '' : shownMoment(sheet.takenAt)}</Table.Td>
      <Table.Td>{sheet.toName ?? ''}</Table.Td>
      <Table.Td>{t(`shifts.state.${sheet.state}`)}</Table.Td>
      <Table.Td>
        <SheetButtons id={sheet.id} isSmall />
      </Table.Td>
    </Table.Tr>
  );
}

export function PastShifts({ sheets }: { readonly sheets: readonly ShiftLineView[] }) {
  const { t } = useWords();
  return (
    <TitledCard title={t('shifts.past')}>
      {sheets.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('shifts.none')}
        </Text>
      ) : (
        <Table aria-label={t('shifts.past')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={150}>{t('shifts.givenAt')}</Table.Th>
              <Table.Th>{t('shifts.from')}</Table.Th>
              <Table.Th w={150}>{t('shifts.takenAt')}</Table.Th>
              <Table.Th>{t('shifts.to')}</Table.Th>
              <Table.Th w={100}>{t('shifts.stateColumn')}</Table.Th>
              <Table.Th w={260} aria-label={t('shifts.print')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheets.map((sheet) => (
              <Line key={sheet.id} sheet={sheet} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </TitledCard>
  );
}
