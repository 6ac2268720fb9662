// Says of which figure of a report a list shows the records, and how many of them this person may not see.

import { Alert, Group, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function FigureNote({ figure, onLeave }: { readonly figure: string; readonly onLeave: () => void }) {
  const { t, say } = useWords();
  const { queries } = useDesk();
  const { data, problem } = useAsk(queries.reports.figure.queryOptions({ input: { figure } }));
  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (data === undefined) return null;
  return (
    <Alert
      variant="light"
      p="xs"
      icon={<IconChartBar size={16} />}
      withCloseButton
      closeButtonLabel={t('reports.figureLeave')}
      onClose={onLeave}
    >
      <Group gap="md">
        <Text size="sm">{t('reports.figureOf', { label: say(data.label), period: say(data.period) })}</Text>
        {data.hidden > 0 && (
          <Text size="sm" c="dimmed">
            {t('reports.figureHidden', { count: data.hidden })}
          </Text>
        )}
      </Group>
    </Alert>
  );
}
