// Adds attachments: dropped, pasted or chosen, each with what it is; too large ones are refused before a byte is read.

import { Button, Group, Modal, Progress, Select, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import { attachmentSizeProblem } from '../../src-shared/contract/attachment-size.ts';
import type { RecordView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { shownSize } from '../components/shown-size.ts';
import { problemOf } from '../desk/desk-problem.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import { chooseFiles } from './choose-files.ts';
import classes from './records.module.css';

type Waiting = { readonly file: File; readonly role: string; readonly note: string; readonly problem: Problem | null };

export type AddFiles = {
  /** Lets the person choose files for a role (the first one without it). */
  readonly open: (role?: string) => void;
  /** Takes files that were dropped or pasted. */
  readonly take: (files: readonly File[]) => void;
  readonly dialog: ReactNode;
};

export function useAddFiles(view: RecordView, kind: Kind): AddFiles {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const first = Object.keys(kind.attachmentRoles)[0] ?? 'other';
  const take = useCallback(
    (files: readonly File[], role = first) => {
      setWaiting((before) => [
        ...before,
        ...files.map((file) => ({ file, role, note: '', problem: attachmentSizeProblem(file.size) })),
      ]);
    },
    [first],
  );
  const open = useCallback((role?: string) => void chooseFiles().then((files) => take(files, role)), [take]);
  const dialog =
    waiting.length === 0 ? null : <AddDialog view={view} kind={kind} waiting={waiting} onChange={setWaiting} />;
  return { open, take, dialog };
}

type DialogProps = {
  readonly view: RecordView;
  readonly kind: Kind;
  readonly waiting: readonly Waiting[];
  readonly onChange: (waiting: readonly Waiting[]) => void;
};

function AddDialog({ view, kind, waiting, onChange }: DialogProps) {
  const { t } = useWords();
  const { add, done, isRunning } = useUpload(view, waiting, onChange);
  const change = (index: number, next: Partial<Waiting>) =>
    onChange(waiting.map((each, at) => (at === index ? { ...each, ...next } : each)));
  const ready = waiting.filter(({ problem }) => problem === null);
  return (
    <Modal
      opened
      onClose={() => !isRunning && onChange([])}
      size="lg"
      title={t('records.addFiles')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        {waiting.map((each, index) => (
          <WaitingFile
            key={`${each.file.name} ${each.file.size} ${each.file.lastModified}`}
            waiting={each}
            kind={kind}
            onChange={(next) => change(index, next)}
          />
        ))}
        {isRunning && (
          <Progress value={(done / Math.max(1, done + ready.length)) * 100} aria-label={t('common.working')} />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={isRunning} onClick={() => onChange([])}>
            {t('common.cancel')}
          </Button>
          <Button data-autofocus loading={isRunning} disabled={ready.length === 0} onClick={() => void add()}>
            {t('records.attach', { count: ready.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function WaitingFile({
  waiting,
  kind,
  onChange,
}: {
  readonly waiting: Waiting;
  readonly kind: Kind;
  readonly onChange: (next: Partial<Waiting>) => void;
}) {
  const { t, say, language } = useWords();
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap" data-file={waiting.file.name}>
      <Stack gap={0} flex={1} miw={0}>
        <Text size="sm" truncate="end">
          {waiting.file.name}
        </Text>
        <Text size="xs" c="dimmed">
          {shownSize(waiting.file.size)}
        </Text>
        {waiting.problem !== null && (
          <Text size="xs" className={classes.refused} role="alert">
            {problemWords(waiting.problem, language)}
          </Text>
        )}
      </Stack>
      <Select
        w={200}
        aria-label={t('records.fileRole')}
        data={Object.entries(kind.attachmentRoles).map(([value, words]) => ({ value, label: say(words) }))}
        value={waiting.role}
        onChange={(role) => role !== null && onChange({ role })}
        allowDeselect={false}
      />
      <TextInput
        w={180}
        aria-label={t('records.fileNote')}
        placeholder={t('records.fileNote')}
        value={waiting.note}
        maxLength={500}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </Group>
  );
}

/** Sends the files one after the other; what is refused stays in the dialog with the reason. */
function useUpload(view: RecordView, waiting: readonly Waiting[], onChange: (waiting: readonly Waiting[]) => void) {
  const { calls, cache, queries } = useDesk();
  const [isRunning, setRunning] = useState(false);
  const [done, setDone] = useState(0);
  const add = async () => {
    setRunning(true);
    setDone(0);
    let heads = [...view.heads];
    const refused: Waiting[] = waiting.filter(({ problem }) => problem !== null);
    for (const each of waiting.filter(({ problem }) => problem === null)) {
      try {
        const saved = await calls.attachments.add({
          id: view.id,
          heads,
          file: each.file,
          role: each.role,
          note: each.note.trim(),
        });
        heads = [...saved.heads];
        setDone((before) => before + 1);
      } catch (error) {
        refused.push({ ...each, problem: problemOf(error) });
      }
    }
    setRunning(false);
    onChange(refused);
    await cache.invalidateQueries({ queryKey: queries.records.key() });
  };
  return { add, done, isRunning };
}
