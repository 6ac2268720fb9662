// First run on a spare PC: the backups that are plugged in, and putting one in place. Nothing of the backup is changed.

import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BackupView } from '../../src-shared/contract/backup-views.ts';
import { AnswerView } from '../components/answer-view.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { shownMoment } from '../components/shown-time.ts';
import { Waiting } from '../components/waiting.tsx';
import { useAsk } from '../desk/use-ask.ts';
import { useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

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

export function RestoreStep({ onDone, onBack }: Readonly<{ onDone: () => void; onBack: () => void }>) {
  const { t } = useWords();
  const { calls, queries } = useDesk();
  const [typed, setTyped] = useState('');
  const [folder, setFolder] = useState<string | undefined>(undefined);
  const answer = useAsk(queries.backups.find.queryOptions({ input: { folder }, gcTime: 0 }));
  const restoring = useCall(calls.backups.restore, onDone);
  return (
    <Stack gap="md">
      <AnswerView answer={answer}>
        {(backups) => (
          <Found backups={backups} isBusy={restoring.isRunning} onRestore={(path) => void restoring.run({ path })} />
        )}
      </AnswerView>
      {restoring.isRunning && <Waiting words={t('backups.restoring')} />}
      <ProblemNotice problem={restoring.problem} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setFolder(typed.trim() === '' ? undefined : typed.trim());
          answer.again();
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
            {t(typed.trim() === '' ? 'backups.findAgain' : 'backups.findThere')}
          </Button>
        </Group>
      </form>
      <Group>
        <Button variant="default" onClick={onBack} disabled={restoring.isRunning}>
          {t('backups.setUpInstead')}
        </Button>
      </Group>
    </Stack>
  );
}
