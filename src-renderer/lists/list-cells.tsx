// What stands in a cell of a list.

import { Group } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RowView } from '../../src-shared/contract/views.ts';
import { DeadlineBadge } from '../components/deadline-badge.tsx';
import { shownDateTime, shownMoment } from '../components/shown-time.ts';
import { StatusBadge } from '../components/status-badge.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './list.module.css';
import type { ListColumn } from './list-columns.ts';

function StatusCell({ row }: { readonly row: RowView }) {
  const { t } = useWords();
  return (
    <Group gap={4} wrap="nowrap">
      <StatusBadge kind={row.kind} status={row.status} />
      {row.conflict && (
        <IconArrowsSplit2
          size={16}
          color="var(--mantine-color-orange-7)"
          role="img"
          aria-label={t('common.conflict')}
        />
      )}
    </Group>
  );
}

export function cellOf(column: ListColumn, row: RowView): ReactNode {
  if (column.cell !== undefined) return row.cells[column.cell];
  switch (column.key) {
    case 'number':
      return <span className={classes.number}>{row.number}</span>;
    case 'status':
      return <StatusCell row={row} />;
    case 'due':
      return <DeadlineBadge due={row.due} state={row.dueState} />;
    case 'occurredAt':
      return row.occurredAt === null ? '—' : shownDateTime(row.occurredAt);
    case 'updatedAt':
      return shownMoment(row.updatedAt);
    default:
      return row.title;
  }
}
