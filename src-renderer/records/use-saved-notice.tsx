// Says that a change is saved, with the one key that takes it back; taking back is a change of its own.

import { Button, Group, Text } from '@mantine/core';
import { notifications, notificationsStore } from '@mantine/notifications';
import { useCallback } from 'react';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { problemOf } from '../desk/desk-problem.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';

/** Milliseconds the offer to undo stands. */
const undoOffer = 12_000;
const savedPrefix = 'saved-';

/** Only the latest save can be taken back from its notice; older ones would cover the form and be refused. */
function hideEarlier(): void {
  for (const { id } of notificationsStore.getState().notifications)
    if (id?.startsWith(savedPrefix)) notifications.hide(id);
}

export function useSavedNotice(): (saved: SavedView, message?: string) => void {
  const undo = useUndo();
  const { t } = useWords();
  return useCallback(
    (saved, message) => {
      hideEarlier();
      const id = notifications.show({
        id: `${savedPrefix}${saved.change}`,
        autoClose: undoOffer,
        color: 'green',
        withCloseButton: true,
        closeButtonProps: { 'aria-label': t('common.close') },
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{message ?? t('records.saved')}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                void undo(saved);
              }}
            >
              {t('records.undo')}
            </Button>
          </Group>
        ),
      });
    },
    [undo, t],
  );
}

/** Takes one change back by a new one. */
export function useUndo(): (change: Pick<SavedView, 'id' | 'change' | 'heads'>) => Promise<void> {
  const { calls, cache, queries } = useDesk();
  const { t, language } = useWords();
  return useCallback(
    async ({ id, change, heads }) => {
      try {
        await calls.records.undo({ id, change, heads: [...heads] });
        notifications.show({ message: t('records.undone'), color: 'green', withCloseButton: false });
        await cache.invalidateQueries({ queryKey: queries.records.key() });
      } catch (error) {
        notifications.show({
          message: problemWords(problemOf(error), language),
          color: 'orange',
          autoClose: false,
          closeButtonProps: { 'aria-label': t('common.close') },
        });
      }
    },
    [calls, cache, queries, t, language],
  );
}
