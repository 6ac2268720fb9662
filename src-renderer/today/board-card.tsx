// One heap of the board: its name, how many, the rows, or why there are none.

import { Badge, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './today.module.css';

type Props = {
  readonly title: string;
  readonly count: number;
  /** A heap that is only a memory is not counted. */
  readonly isCounted?: boolean;
  readonly tone?: 'overdue' | 'soon';
  readonly empty: string;
  readonly more?: ReactNode;
  readonly children: ReactNode;
};

const colours = { overdue: 'red', soon: 'yellow', plain: 'gray' } as const;

export function BoardCard({ title, count, isCounted = true, tone, empty, more, children }: Props) {
  const colour = count === 0 ? 'gray' : colours[tone ?? 'plain'];
  return (
    <Paper
      component="section"
      withBorder
      className={classes.card}
      aria-label={title}
      data-tone={count > 0 ? tone : undefined}
    >
      <Group justify="space-between" className={classes.cardHead}>
        <Group gap="xs">
          <Title order={2} size="sm">
            {title}
          </Title>
          {isCounted && (
            <Badge color={colour} variant={tone === 'overdue' && count > 0 ? 'filled' : 'light'} size="sm">
              {count}
            </Badge>
          )}
        </Group>
        {more}
      </Group>
      {count === 0 ? (
        <Text size="sm" c="dimmed" className={classes.none}>
          {empty}
        </Text>
      ) : (
        children
      )}
    </Paper>
  );
}
