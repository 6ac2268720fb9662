// A wait that says what is waited for.

import { Group, Loader, Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

export function Waiting({ words }: { readonly words?: string }) {
  const { t } = useWords();
  return (
    <Group gap="sm" p="md" role="status" aria-live="polite">
      <Loader size="xs" aria-hidden />
      <Text size="sm" c="dimmed">
        {words ?? t('common.loading')}
      </Text>
    </Group>
  );
}
