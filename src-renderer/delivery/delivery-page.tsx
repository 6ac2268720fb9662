// Where the desk's changes are, honestly: counts that add up, and nothing called delivered without a receipt.

import { Alert, Paper, Stack, Table, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { AnswerView } from '../components/answer-view.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

const places = ['onThisPc', 'onStick', 'received', 'confirmed', 'refused'] as const;

export function DeliveryPage() {
  const { t } = useWords();
  const { queries } = useDesk();
  const answer = useAsk(queries.delivery.counters.queryOptions());
  return (
    <Stack gap="sm" maw={820}>
      <PageHeader title={t('frame.place./delivery')} note={t('delivery.note')} />
      <AnswerView answer={answer}>
        {(counters) => (
          <>
            <Alert icon={<IconInfoCircle />} variant="light" title={t('delivery.noCentre')}>
              {t('delivery.noCentreBody')}
            </Alert>
            <Paper withBorder>
              <Table aria-label={t('delivery.table')}>
                <Table.Tbody>
                  {places.map((place) => (
                    <Table.Tr key={place}>
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
                  <Table.Tr>
                    <Table.Th scope="row">{t('delivery.total')}</Table.Th>
                    <Table.Td ta="right" fz="md" fw={600}>
                      {counters.total}
                    </Table.Td>
                  </Table.Tr>
                </Table.Tfoot>
              </Table>
            </Paper>
          </>
        )}
      </AnswerView>
    </Stack>
  );
}
