// Backups that are plugged in or lie in a folder, to choose one that is put in place of a desk.

import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BackupView } from '../../src-shared/contract/backup-views.ts';
import type { Answer } from '../desk/use-ask.ts';
import type { Call } from '../desk/use-call.ts';
import { useWords } from '../words/use-words.ts';
import { AnswerView } from './answer-view.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { shownMoment } from './shown-time.ts';
import { Waiting } from './waiting.tsx';

type FoundProps = {
  readonly backups: readonly BackupView[];
  readonly isBusy: boolean;
  readonly onRestore: (path: string) => void;
};

function Found({ backups, isBusy, onRestore }: FoundProps) {
  const { t } = useWords();
  if (backups.length === 0) return <Text size="sm">{t('backups.restoreNothing')}</Text>;
  return (
    <Table aria-label={t('backups.restoreFound')}>
      <Table.Tbody>
        {backups.map(({ path, at, unitName, records, faults, problem }) => (
          <Table.Tr key={path}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {at === null ? path : `${shownMoment(at)} · ${unitName}`}
              </Text>
              <Text size="sm" c="dimmed">
                {t('backups.records')} {records} · {path}
              </Text>
              <ProblemNotice problem={problem} />
              {faults > 0 && <Text size="sm">{t('backups.faulty', { count: faults })}</Text>}
            </Table.Td>
            <Table.Td ta="right" w={140}>
              <Button size="compact-md" disabled={problem !== null || isBusy} onClick={() => onRestore(path)}>
                {t('backups.restoreGo')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type Props = {
  readonly answer: Answer<readonly BackupView[]>;
  /** Looks again, in this folder or, without one, on everything that is plugged in. */
  readonly onLook: (folder: string | undefined) => void;
  readonly restoring: Call<string, unknown>;
};

export function BackupChooser({ answer, onLook, restoring }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const folder = typed.trim();
  return (
    <Stack gap="md">
      <AnswerView answer={answer}>
        {(backups) => (
          <Found backups={backups} isBusy={restoring.isRunning} onRestore={(path) => void restoring.run(path)} />
        )}
      </AnswerView>
      {restoring.isRunning && <Waiting words={t('backups.restoring')} />}
      <ProblemNotice problem={restoring.problem} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onLook(folder === '' ? undefined : folder);
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t('backups.folder')}
            description={t('backups.folderHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            maxLength={1_000}
            w={380}
          />
          <Button type="submit" variant="default">
            {t(folder === '' ? 'backups.findAgain' : 'backups.findThere')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
