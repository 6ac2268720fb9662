// One part of a page under its name.

import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly note?: string;
  /** Buttons beside the name. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly maw?: number;
  readonly mb?: string;
};

export function TitledCard({ title, note, tools, children, ...room }: Props) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} {...room}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Title order={2} size="md">
              {title}
            </Title>
            {note !== undefined && (
              <Text size="sm" c="dimmed">
                {note}
              </Text>
            )}
          </div>
          {tools}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
