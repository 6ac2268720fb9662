// The backups at the chosen place, and checking one of them whole.

import { Alert, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { BackupStatusView, BackupView } from '../../src-shared/contract/backup-views.ts';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownSize } from '../components/shown-size.ts';
import { shownMoment } from '../components/shown-time.ts';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { Card } from './card.tsx';

function Checked({ job }: { readonly job: JobView }) {
  const { t } = useWords();
  if (job.state !== 'done') return <JobProgress job={job} />;
  const { records = 0, changes = 0, faults = 0 } = job.facts;
  return (
    <Alert color={faults === 0 ? 'green' : 'orange'} variant="light" role="status">
      {faults === 0
        ? t('backups.checked', { records, changes })
        : t('backups.checkedFaults', { count: Number(faults) })}
    </Alert>
  );
}

type RowProps = { readonly backup: BackupView; readonly onCheck: (() => void) | null };

function Row({ backup, onCheck }: RowProps) {
  const { t } = useWords();
  const { name, at, records, bytes, faults, problem } = backup;
  const state = faults === 0 ? t('backups.good') : t('backups.faulty', { count: faults });
  return (
    <Table.Tr>
      <Table.Td>{at === null ? name : shownMoment(at)}</Table.Td>
      <Table.Td>{records}</Table.Td>
      <Table.Td>{shownSize(bytes)}</Table.Td>
      <Table.Td>{problem === null ? state : t('backups.unreadable')}</Table.Td>
      <Table.Td ta="right">
        {onCheck !== null && (
          <Button size="compact-sm" variant="default" onClick={onCheck}>
            {t('backups.check')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

export function BackupListCard({ status, mayCheck }: Readonly<{ status: BackupStatusView; mayCheck: boolean }>) {
  const { t } = useWords();
  const { calls, queries } = useDesk();
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id);
  const checking = useCall(calls.backups.verify, ({ job: begun }) => setId(begun));
  const answer = useAsk(queries.backups.list.queryOptions());
  if (status.place === null) return null;
  const isAway = status.problem?.code.startsWith('backup_place_') === true;
  return (
    <Card title={t('backups.list')}>
      <AnswerView answer={answer}>
        {(backups) =>
          backups.length === 0 ? (
            <Text size="sm">{t(isAway ? 'backups.listAway' : 'backups.listNone')}</Text>
          ) : (
            <Table aria-label={t('backups.list')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('backups.made')}</Table.Th>
                  <Table.Th>{t('backups.records')}</Table.Th>
                  <Table.Th>{t('backups.size')}</Table.Th>
                  <Table.Th>{t('backups.state')}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {backups.map((backup) => (
                  <Row
                    key={backup.path}
                    backup={backup}
                    onCheck={mayCheck ? () => void checking.run({ path: backup.path }) : null}
                  />
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </AnswerView>
      <ProblemNotice problem={checking.problem} />
      {job !== undefined && <Checked job={job} />}
    </Card>
  );
}
