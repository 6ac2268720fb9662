// One group of settings under its name.

import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { readonly title: string; readonly note?: string; readonly children: ReactNode };

export function Card({ title, note, children }: Props) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} maw={820} mb="sm">
      <Stack gap="sm">
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
        {children}
      </Stack>
    </Paper>
  );
}
