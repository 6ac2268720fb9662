// The status bar's word on long work: what runs now and what has ended, wherever the person has gone meanwhile.

import { ActionIcon, Group, Popover, Stack, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { JobProgress } from '../components/job-progress.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './frame.module.css';

function Line({ job }: { readonly job: JobView }) {
  const { t } = useWords();
  const { calls } = useDesk();
  const dismissing = useCall(() => calls.jobs.dismiss({ id: job.id }));
  return (
    <Group wrap="nowrap" align="flex-start">
      <div className={classes.job}>
        <JobProgress job={job} />
      </div>
      {job.state !== 'running' && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('common.clear')}
          onClick={() => void dismissing.run(undefined)}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}

export function JobsStatus() {
  const { t } = useWords();
  const { queries } = useDesk();
  const { data } = useAsk(queries.jobs.list.queryOptions());
  if (data === undefined || data.length === 0) return null;
  const running = data.filter(({ state }) => state === 'running').length;
  return (
    <Popover width={420} position="top" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.bottomLink} data-jobs>
          {running > 0 ? t('jobs.running', { count: running }) : t('jobs.ended', { count: data.length })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          {data.map((job) => (
            <Line key={job.id} job={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
