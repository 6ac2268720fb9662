// Questions that stop the person for a moment: yes or no, or a reason in words that goes into the log.

import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useModals } from '@mantine/modals';
import { useCallback, useState } from 'react';
import { useWords } from '../words/use-words.ts';

type Question = {
  readonly title: string;
  readonly body?: string;
  /** Words on the button that goes on; says what will be done. */
  readonly go: string;
};

/** Asks; resolves true when the person goes on, false on cancel, Escape or close. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const modals = useModals();
  const { t } = useWords();
  return useCallback(
    (question) =>
      new Promise((resolve) => {
        modals.openConfirmModal({
          title: question.title,
          children: question.body === undefined ? undefined : <Text size="sm">{question.body}</Text>,
          labels: { confirm: question.go, cancel: t('common.cancel') },
          closeButtonProps: { 'aria-label': t('common.close') },
          onConfirm: () => resolve(true),
          onCancel: () => resolve(false),
          onClose: () => resolve(false),
        });
      }),
    [modals, t],
  );
}

function ReasonForm({
  question,
  onDone,
  onCancel,
}: {
  readonly question: Question;
  readonly onDone: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim().length < 2;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isMissing) onDone(reason.trim());
      }}
    >
      <Stack gap="sm">
        {question.body !== undefined && <Text size="sm">{question.body}</Text>}
        <Textarea
          label={t('common.reason')}
          description={t('common.reasonHint')}
          error={isTried && isMissing ? t('common.reasonMissing') : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{question.go}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Asks for a reason; resolves with it, or null when the person gave up. */
export function useAskReason(): (question: Question) => Promise<string | null> {
  const modals = useModals();
  const { t } = useWords();
  return useCallback(
    (question) =>
      new Promise((resolve) => {
        const finish = (reason: string | null) => {
          resolve(reason);
          modals.closeModal(id);
        };
        const id = modals.openModal({
          title: question.title,
          children: <ReasonForm question={question} onDone={finish} onCancel={() => finish(null)} />,
          closeButtonProps: { 'aria-label': t('common.close') },
          onClose: () => resolve(null),
        });
      }),
    [modals, t],
  );
}
