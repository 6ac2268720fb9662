// The working-day calendar: which years this desk knows, and loading a newer file. A deadline that needs a year it does
// not know is marked provisional.

import { Badge, Button, Group, Table } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { AnswerView } from '../components/answer-view.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { DeskProblem } from '../desk/desk-problem.ts';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';
import { useSavedNotice } from './use-saved-notice.ts';

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new DeskProblem({ code: 'file_unreadable', facts: { name: file.name } });
  }
}

export function CalendarSettings() {
  const { t } = useWords();
  const { calls, cache, queries, shell } = useDesk();
  const saySaved = useSavedNotice();
  const mayChange = useMay('settings', 'setCalendar');
  const answer = useAsk(queries.settings.calendar.queryOptions());
  const loading = useCall(
    async () => {
      const file = await shell.openFile({ label: t('settings.calendarFile'), endings: ['json'] });
      return file === null ? null : calls.settings.setCalendar({ json: await textOf(file) });
    },
    async (calendar) => {
      if (calendar === null) return;
      await cache.invalidateQueries();
      saySaved();
    },
  );
  return (
    <Card title={t('settings.part.calendar')} note={t('settings.calendarNote')}>
      <AnswerView answer={answer}>
        {(calendar) => (
          <Table aria-label={t('settings.part.calendar')}>
            <Table.Tbody>
              <Table.Tr>
                <Table.Th scope="row" w={160} fw={500}>
                  {t('settings.calendarYears')}
                </Table.Th>
                <Table.Td>
                  <Group gap={4}>
                    {calendar.years.map((year) => (
                      <Badge key={year} variant="light">
                        {year}
                      </Badge>
                    ))}
                  </Group>
                </Table.Td>
              </Table.Tr>
              <Table.Tr>
                <Table.Th scope="row" fw={500}>
                  {t('settings.calendarSource')}
                </Table.Th>
                <Table.Td>{calendar.source}</Table.Td>
              </Table.Tr>
              <Table.Tr>
                <Table.Th scope="row" fw={500}>
                  {t('settings.calendarVersion')}
                </Table.Th>
                <Table.Td>{calendar.version}</Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        )}
      </AnswerView>
      <ProblemNotice problem={loading.problem} />
      {mayChange && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconUpload size={16} />}
            loading={loading.isRunning}
            onClick={() => void loading.run(undefined)}
          >
            {t('settings.loadCalendar')}
          </Button>
        </Group>
      )}
    </Card>
  );
}
