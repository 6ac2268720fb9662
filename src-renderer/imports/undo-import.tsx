// Takes an import back after a question, and names the records that were left because somebody had changed them.

import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useConfirm } from '../components/confirm.tsx';
import { JobProgress } from '../components/job-progress.tsx';
import { TextLink } from '../components/link-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useJob } from '../desk/use-job.ts';
import { useWords } from '../words/use-words.ts';

function Left({ id, kept }: { readonly id: string; readonly kept: number }) {
  const { t } = useWords();
  const { queries } = useDesk();
  const left = useAsk(queries.imports.left.queryOptions({ input: { id }, enabled: kept > 0 }));
  return (
    <List size="sm">
      {left.data
        ?.filter(({ changedSince }) => changedSince)
        .map((record) => (
          <List.Item key={record.id}>
            <TextLink to="/records/$id" params={{ id: record.id }}>
              {t('imports.leftRecord', record)}
            </TextLink>
          </List.Item>
        ))}
    </List>
  );
}

type Props = {
  readonly id: string;
  /** As it stands in a row of a table. */
  readonly compact?: boolean;
  readonly mayUndo?: boolean;
  /** Records that were left when it was taken back before. */
  readonly kept?: number;
};

export function UndoImport({ id, compact = false, mayUndo = true, kept: keptBefore = 0 }: Props) {
  const { t } = useWords();
  const { calls, cache, queries } = useDesk();
  const confirm = useConfirm();
  const [jobId, setJob] = useState<string | null>(null);
  const undoing = useCall(
    () => calls.imports.undo({ id }),
    ({ job }) => setJob(job),
  );
  const job = useJob(jobId, () => cache.invalidateQueries({ queryKey: queries.imports.key() }));
  const ask = async () => {
    const goOn = await confirm({ title: t('imports.undoTitle'), body: t('imports.undoBody'), go: t('imports.undo') });
    if (goOn) await undoing.run(undefined);
  };
  if (job?.state === 'done') {
    const [voided, kept] = [Number(job.facts.voided), Number(job.facts.kept)];
    return (
      <Alert color={kept > 0 ? 'orange' : 'green'} variant="light" role="status">
        <Text size="sm">{t('imports.undone', { count: voided })}</Text>
        {kept > 0 && <Text size="sm">{t('imports.kept', { count: kept })}</Text>}
        <Left id={id} kept={kept} />
      </Alert>
    );
  }
  if (job !== undefined) return <JobProgress job={job} />;
  if (!mayUndo) return <Left id={id} kept={keptBefore} />;
  return (
    <Stack gap={4}>
      <Button
        variant="default"
        size={compact ? 'compact-sm' : 'sm'}
        leftSection={<IconArrowBackUp size={16} />}
        loading={undoing.isRunning}
        onClick={() => void ask()}
      >
        {t('imports.undo')}
      </Button>
      <ProblemNotice problem={undoing.problem} />
    </Stack>
  );
}
