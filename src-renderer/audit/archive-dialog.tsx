// Asks once more before lines past their time leave the log, and where their file goes.

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LogKeepingView } from '../../src-shared/contract/audit-views.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly due: NonNullable<LogKeepingView['due']>;
  readonly onStarted: (job: string) => void;
  readonly onClose: () => void;
};

export function ArchiveDialog({ due, onStarted, onClose }: Props) {
  const { t } = useWords();
  const { calls } = useDesk();
  const [folder, setFolder] = useState('');
  const archiving = useCall(calls.audit.archive, ({ job }) => onStarted(job));
  return (
    <Modal opened onClose={onClose} title={t('audit.archiveAsk', due)}>
      <Stack gap="sm">
        <Text size="sm">{t('audit.archiveNote', { lines: due.lines })}</Text>
        <TextInput
          label={t('audit.folder')}
          description={t('audit.folderHint')}
          value={folder}
          maxLength={1_000}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <ProblemNotice problem={archiving.problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={archiving.isRunning} onClick={() => void archiving.run({ folder })}>
            {t('audit.archiveNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
