// How far a piece of long work is, in counts and time left; a way to stop it; at its end what went wrong, or its file.

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { useTimeLeft } from './time-left.ts';

function Running({ job }: { readonly job: JobView }) {
  const { t } = useWords();
  const { calls } = useDesk();
  const cancelling = useCall(() => calls.jobs.cancel({ id: job.id }));
  const timeLeft = useTimeLeft();
  const { done, total } = job;
  const counted = total === null ? t('jobs.done', { done }) : t('jobs.doneOf', { done, total });
  return (
    <Stack gap={6} role="status" aria-live="polite">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t(`jobs.kind.${job.kind}`)} · {done > 0 ? counted : t('jobs.begins')} {timeLeft(job.timeLeft)}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconX size={14} />}
          loading={cancelling.isRunning || cancelling.problem !== null}
          onClick={() => void cancelling.run(undefined)}
        >
          {t('common.cancel')}
        </Button>
      </Group>
      <Progress
        value={total === null || total === 0 ? 100 : (done / total) * 100}
        animated={total === null}
        aria-hidden
      />
    </Stack>
  );
}

function Finished({ job }: { readonly job: JobView }) {
  const { t } = useWords();
  const { calls, shell } = useDesk();
  const saving = useCall(async () => shell.saveFile(await calls.jobs.file({ id: job.id })));
  const { file } = job;
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {t(`jobs.kind.${job.kind}`)} · {t('jobs.state.done')}
        </Text>
        {file !== null && (
          <Button
            size="compact-sm"
            maw="100%"
            leftSection={<IconDownload size={14} />}
            loading={saving.isRunning}
            onClick={() => void saving.run(undefined)}
          >
            {t('jobs.saveFile', { name: file.name })}
          </Button>
        )}
      </Group>
      <ProblemNotice problem={saving.problem} />
    </Stack>
  );
}

export function JobProgress({ job }: { readonly job: JobView }) {
  const { t } = useWords();
  if (job.state === 'running') return <Running job={job} />;
  if (job.state === 'done') return <Finished job={job} />;
  return (
    <Stack gap={6}>
      <Text size="sm">
        {t(`jobs.kind.${job.kind}`)} · {t(`jobs.state.${job.state}`)}
      </Text>
      {job.state === 'failed' && <ProblemNotice problem={job.problem} />}
    </Stack>
  );
}
