// The head of a page: its name, one line of explanation, what can be done here.

import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { readonly title: ReactNode; readonly note?: ReactNode; readonly children?: ReactNode };

export function PageHeader({ title, note, children }: Props) {
  return (
    <Group justify="space-between" align="center" wrap="nowrap" mb="sm" gap="md">
      <Group gap="sm" align="baseline">
        <Title order={1} size="h3" id="page-title" tabIndex={-1}>
          {title}
        </Title>
        {note !== undefined && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </Group>
      <Group gap="xs" wrap="nowrap">
        {children}
      </Group>
    </Group>
  );
}
