// Asks what to do with unsaved work before a form is left: go on, keep it as a draft, or throw it away.

import { Button, Group, Stack, Text } from '@mantine/core';
import { useModals } from '@mantine/modals';
import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';

export type LeaveAnswer = 'stay' | 'keep' | 'discard';

export function useLeaveQuestion(): () => Promise<LeaveAnswer> {
  const modals = useModals();
  const { t } = useWords();
  return useCallback(
    () =>
      new Promise((resolve) => {
        const answer = (chosen: LeaveAnswer) => {
          resolve(chosen);
          modals.closeModal(id);
        };
        const id = modals.openModal({
          title: t('records.leaveTitle'),
          closeButtonProps: { 'aria-label': t('common.close') },
          onClose: () => resolve('stay'),
          children: (
            <Stack gap="sm">
              <Text size="sm">{t('records.leaveBody')}</Text>
              <Group justify="flex-end" gap="sm">
                <Button variant="default" onClick={() => answer('discard')}>
                  {t('records.discard')}
                </Button>
                <Button variant="default" onClick={() => answer('keep')}>
                  {t('records.keepDraft')}
                </Button>
                <Button data-autofocus onClick={() => answer('stay')}>
                  {t('records.stay')}
                </Button>
              </Group>
            </Stack>
          ),
        });
      }),
    [modals, t],
  );
}
