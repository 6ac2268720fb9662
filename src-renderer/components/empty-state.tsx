// An empty place says why it is empty and what the next step is.

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly body?: string;
  readonly icon?: ReactNode;
  /** The next step, usually a button. */
  readonly action?: ReactNode;
  readonly compact?: boolean;
  /** It is the whole page, so its title is the page's. */
  readonly isPage?: boolean;
};

export function EmptyState({ title, body, icon, action, compact = false, isPage = false }: Props) {
  return (
    <Stack
      align="center"
      justify="center"
      gap={compact ? 4 : 'xs'}
      py={compact ? 'sm' : 48}
      px="md"
      ta="center"
      className="empty-state"
    >
      {icon}
      <Title order={isPage ? 1 : 2} size={compact ? 'sm' : 'md'} fw={500}>
        {title}
      </Title>
      {body !== undefined && (
        <Text size="sm" c="dimmed" maw={460}>
          {body}
        </Text>
      )}
      {action}
    </Stack>
  );
}
