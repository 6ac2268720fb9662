// The small buttons of a list entry: up, down, take out, take back.

import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { useFormSetting } from './form-setting.ts';
import { useIsRemoved } from './use-field.ts';

type Props = {
  readonly path: string;
  /** What the entry is called, for those who hear the page: 物品 2. */
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

export function EntryTools({ path, name, isFirst, isLast }: Props) {
  const { store } = useFormSetting();
  const isRemoved = useIsRemoved(path);
  const { t } = useWords();
  if (isRemoved) {
    return (
      <Button size="compact-xs" variant="default" onClick={() => store.restoreEntry(path)}>
        {t('forms.restoreEntry')}
      </Button>
    );
  }
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        tabIndex={-1}
        disabled={isFirst}
        aria-label={t('forms.moveUp', { name })}
        onClick={() => store.moveEntry(path, -1)}
      >
        <IconArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        tabIndex={-1}
        disabled={isLast}
        aria-label={t('forms.moveDown', { name })}
        onClick={() => store.moveEntry(path, 1)}
      >
        <IconArrowDown size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('forms.removeEntry', { name })}
        onClick={() => store.removeEntry(path)}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
