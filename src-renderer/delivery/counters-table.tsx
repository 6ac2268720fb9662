// Each change of this PC in exactly one line; the lines add up.

import { Paper, Table, Text } from '@mantine/core';
import type { DeliveryView } from '../../src-shared/contract/delivery-views.ts';
import { useWords } from '../words/use-words.ts';

/** What nobody here can have yet is left out while it is nought, so that the eye rests on what counts. */
const always = ['here', 'sent', 'received', 'confirmed'] as const;
const sometimes = ['on_stick', 'doubted', 'refused', 'set_aside'] as const;

export function CountersTable({ counters }: { readonly counters: DeliveryView }) {
  const { t } = useWords();
  const places = [...always, ...sometimes.filter((place) => counters[place] > 0)];
  return (
    <Paper withBorder>
      <Table aria-label={t('delivery.table')}>
        <Table.Tbody>
          {places.map((place) => (
            <Table.Tr key={place} data-place={place}>
              <Table.Th scope="row" fw={500}>
                {t(`delivery.place.${place}`)}
                <Text size="xs" c="dimmed" fw={400}>
                  {t(`delivery.placeNote.${place}`)}
                </Text>
              </Table.Th>
              <Table.Td ta="right" fz="md">
                {counters[place]}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr data-place="total">
            <Table.Th scope="row">{t('delivery.total')}</Table.Th>
            <Table.Td ta="right" fz="md" fw={600}>
              {counters.total}
            </Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Paper>
  );
}
