// What was refused or set aside, with the reason in words, and what can be done: try again, or hand it to whoever helps.

import { Button, Group, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { TrayView } from '../../src-shared/contract/delivery-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

export function TrayCard({ tray }: { readonly tray: readonly TrayView[] }) {
  const { t } = useWords();
  if (tray.length === 0) return null;
  return (
    <TitledCard title={t('delivery.tray')} note={t('delivery.trayNote')} tools={<TrayTools tray={tray} />}>
      <Table aria-label={t('delivery.tray')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('delivery.record')}</Table.Th>
            <Table.Th>{t('delivery.lastAt')}</Table.Th>
            <Table.Th>{t('delivery.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tray.map((row) => (
            <TrayRow key={row.change} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </TitledCard>
  );
}

function TrayRow({ row }: { readonly row: TrayView }) {
  const { t, language } = useWords();
  const { record, number, title, at, by, reason } = row;
  return (
    <Table.Tr>
      <Table.Td>
        {record === '' ? (
          <Text c="dimmed">{t('delivery.hidden')}</Text>
        ) : (
          <Link to="/records/$id" params={{ id: record }}>
            {number} {title}
          </Link>
        )}
      </Table.Td>
      <Table.Td>
        {shownMoment(at)} · {by}
      </Table.Td>
      <Table.Td>{problemWords(reason, language)}</Table.Td>
    </Table.Tr>
  );
}

function TrayTools({ tray }: { readonly tray: readonly TrayView[] }) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const retrying = useCall(calls.delivery.retry, ({ retried }) =>
    notifications.show({ message: t('delivery.retried', { count: retried }) }),
  );
  const exporting = useCall(calls.delivery.trayFile, (file) => shell.saveFile(file));
  return (
    <Group gap="xs">
      <ProblemNotice problem={retrying.problem ?? exporting.problem} />
      <Button
        size="compact-sm"
        loading={retrying.isRunning}
        onClick={() => void retrying.run({ changes: tray.map(({ change }) => change) })}
      >
        {t('delivery.retryAll')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={exporting.isRunning}
        onClick={() => void exporting.run(undefined)}
      >
        {t('delivery.exportTray')}
      </Button>
    </Group>
  );
}
