// Backups: the last good one, where they go, how many are kept; and what a restored desk has to know.

import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { BackupStatusView } from '../../src-shared/contract/backup-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownSize } from '../components/shown-size.ts';
import { shownMoment } from '../components/shown-time.ts';
import { useMay } from '../desk/session.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { BackupChoicesCard } from './backup-choices-card.tsx';
import { BackupListCard } from './backup-list-card.tsx';
import { BackupPlaceCard } from './backup-place-card.tsx';
import { Card } from './card.tsx';
import { RestoredCard } from './restored-card.tsx';

function Warning({ status }: { readonly status: BackupStatusView }) {
  const { t } = useWords();
  const words = [
    ...(status.last === null ? [t('backups.noneYet')] : []),
    ...(status.last !== null && status.stale ? [t('backups.stale', { count: status.choices.staleDays })] : []),
    ...(status.sameDisk ? [t('backups.sameDisk')] : []),
  ];
  if (words.length === 0) return null;
  return (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle />} role="alert">
      {words.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}

function LastBackupCard({ status }: { readonly status: BackupStatusView }) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id, () => cache.invalidateQueries({ queryKey: queries.backups.key() }));
  const making = useCall(
    () => calls.backups.make(),
    ({ job: begun }) => setId(begun),
  );
  const { last, place } = status;
  const when = last === null ? '' : shownMoment(last.at);
  return (
    <Card title={t('backups.lastGood')} note={t('backups.lastGoodNote')}>
      <Table layout="fixed">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row" w={140} fw={500}>
              {t('backups.lastGood')}
            </Table.Th>
            <Table.Td data-last-backup>
              {last === null
                ? t('backups.none')
                : t('backups.lastLine', { when, records: last.records, size: shownSize(last.bytes) })}
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              {t('backups.place')}
            </Table.Th>
            <Table.Td>{place ?? t('backups.placeUnset')}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Warning status={status} />
      <ProblemNotice problem={status.problem} />
      <Group>
        <Button
          leftSection={<IconDatabaseExport size={16} />}
          disabled={place === null}
          loading={making.isRunning || job?.state === 'running'}
          onClick={() => void making.run(undefined)}
        >
          {t('backups.makeNow')}
        </Button>
      </Group>
      <ProblemNotice problem={making.problem} />
      {job !== undefined && <JobProgress job={job} />}
    </Card>
  );
}

export function BackupSettings() {
  const { queries } = useDesk();
  const mayChange = useMay('backups', 'choosePlace');
  const answer = useAsk(queries.backups.status.queryOptions());
  const restored = useAsk(queries.backups.restored.queryOptions());
  return (
    <AnswerView answer={answer}>
      {(status) => (
        <>
          {restored.data && <RestoredCard restored={restored.data} mayChange={mayChange} />}
          <LastBackupCard status={status} />
          <BackupPlaceCard mayChange={mayChange} />
          <BackupChoicesCard key={JSON.stringify(status.choices)} choices={status.choices} mayChange={mayChange} />
          <BackupListCard status={status} mayCheck={mayChange} />
        </>
      )}
    </AnswerView>
  );
}
