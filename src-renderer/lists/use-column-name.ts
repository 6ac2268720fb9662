// The name over a column of a list.

import { useCallback } from 'react';
import { useWords } from '../words/use-words.ts';
import type { ListColumn } from './list-columns.ts';

export function useColumnName(): (column: ListColumn) => string {
  const { t, say } = useWords();
  return useCallback(
    (column) => {
      if (column.cell !== undefined) return say(column.label);
      return column.label === undefined ? t(`lists.column.${column.key}`) : say(column.label);
    },
    [t, say],
  );
}
