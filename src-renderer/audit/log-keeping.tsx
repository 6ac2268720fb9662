// For how long the log stays in the desk, what is past that and can be archived, and the archives so far.

import { Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useState } from 'react';
import type { LogKeepingView } from '../../src-shared/contract/audit-views.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { localMoment, shownMoment } from '../components/shown-time.ts';
import { TitledCard } from '../components/titled-card.tsx';
import { useMay } from '../desk/session.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import classes from './audit.module.css';

type Changed = { readonly onChanged: () => void };

function Months({ months, onChanged }: Pick<LogKeepingView, 'months'> & Changed) {
  const { t } = useWords();
  const { calls } = useDesk();
  const [next, setNext] = useState<number | string>(months);
  const setting = useCall(calls.audit.setKept, onChanged);
  return (
    <>
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={t('audit.months')}
          value={next}
          onChange={setNext}
          min={0}
          max={1_200}
          allowDecimal={false}
          allowNegative={false}
          suffix={t('audit.monthsSuffix')}
          w={180}
        />
        <Button
          variant="default"
          loading={setting.isRunning}
          disabled={typeof next !== 'number' || next === months}
          onClick={() => void setting.run({ months: Number(next) })}
        >
          {t('common.save')}
        </Button>
      </Group>
      <ProblemNotice problem={setting.problem} />
    </>
  );
}

function Archives({ archives }: Pick<LogKeepingView, 'archives'>) {
  const { t, say } = useWords();
  return (
    <Table aria-label={t('audit.archives')} className={classes.lines}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('audit.archivedLines')}</Table.Th>
          <Table.Th>{t('audit.archivedAt')}</Table.Th>
          <Table.Th>{t('audit.archivedBy')}</Table.Th>
          <Table.Th>{t('audit.archivedFile')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {archives.map(({ first, last, at, by, sha256 }) => (
          <Table.Tr key={last}>
            <Table.Td className={classes.number}>{t('audit.archivedRange', { first, last })}</Table.Td>
            <Table.Td className={classes.number}>{shownMoment(at)}</Table.Td>
            <Table.Td>{say(by)}</Table.Td>
            <Table.Td className={classes.said}>{sha256}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Says where the lines are, once they are there. */
function ArchiveJob({ id, onChanged }: { readonly id: string } & Changed) {
  const { t } = useWords();
  const job = useJob(id, onChanged);
  if (job === undefined) return null;
  const { first = '', last = '', path = '', sha256 = '' } = job.facts;
  return (
    <>
      <JobProgress job={job} />
      {job.state === 'done' && (
        <Text size="sm" className={classes.said}>
          {t('audit.archived', { first, last, path, sha256 })}
        </Text>
      )}
    </>
  );
}

/** The lines past their time, and the way to archive them. */
function Due({ keeping: { before, due }, onChanged }: { readonly keeping: LogKeepingView } & Changed) {
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const day = localMoment(before).slice(0, 10);
  const start = (started: string) => {
    setAsking(false);
    setJob(started);
  };
  return (
    <>
      <Group gap="sm">
        <Text size="sm">{due === null ? t('audit.noneDue', { day }) : t('audit.due', { ...due, day })}</Text>
        {due !== null && (
          <Button size="compact-sm" leftSection={<IconArchive size={14} />} onClick={() => setAsking(true)}>
            {t('audit.archive')}
          </Button>
        )}
      </Group>
      {job !== null && <ArchiveJob id={job} onChanged={onChanged} />}
      {isAsking && due !== null && <ArchiveDialog due={due} onClose={() => setAsking(false)} onStarted={start} />}
    </>
  );
}

export function LogKeeping({ keeping, onChanged }: { readonly keeping: LogKeepingView } & Changed) {
  const { t } = useWords();
  const maySet = useMay('audit', 'setKept');
  const { months, least, archives } = keeping;
  return (
    <TitledCard title={t('audit.kept', { months })} note={t('audit.keptNote', { least })}>
      <Due keeping={keeping} onChanged={onChanged} />
      {maySet && <Months key={months} months={months} onChanged={onChanged} />}
      {archives.length > 0 && <Archives archives={archives} />}
    </TitledCard>
  );
}
