// The sticks this desk has written, and which of them still wait for their receipt.

import { Table, Text } from '@mantine/core';
import type { StickView } from '../../src-shared/contract/bundle-views.ts';
import { shownSize } from '../components/shown-size.ts';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useWords } from '../words/use-words.ts';
import { PrintSheet } from './print-sheet.tsx';

export function SticksCard({ sticks }: { readonly sticks: readonly StickView[] }) {
  const { t } = useWords();
  return (
    <TitledCard title={t('bundles.sticks')}>
      {sticks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('bundles.sticksNone')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={640} maxHeight={320}>
          <Table aria-label={t('bundles.sticks')} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={70}>{t('bundles.number')}</Table.Th>
                <Table.Th w={150}>{t('bundles.writtenAt')}</Table.Th>
                <Table.Th w={100}>{t('bundles.by')}</Table.Th>
                <Table.Th>{t('bundles.content')}</Table.Th>
                <Table.Th w={150}>{t('bundles.state')}</Table.Th>
                <Table.Th w={150} aria-label={t('bundles.printSheet')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sticks.map((stick) => (
                <Stick key={stick.number} stick={stick} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </TitledCard>
  );
}

function Stick({ stick }: { readonly stick: StickView }) {
  const { t } = useWords();
  const { number, at, by, changes, files, bytes, state } = stick;
  return (
    <Table.Tr>
      <Table.Td>{number}</Table.Td>
      <Table.Td>{shownMoment(at)}</Table.Td>
      <Table.Td>{by}</Table.Td>
      <Table.Td>
        {t('bundles.contentOf', { changes, files })} · {shownSize(bytes)}
      </Table.Td>
      <Table.Td>{t(`bundles.states.${state}`)}</Table.Td>
      <Table.Td>
        <PrintSheet number={number} isSmall />
      </Table.Td>
    </Table.Tr>
  );
}
