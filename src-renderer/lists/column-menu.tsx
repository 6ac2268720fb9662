// Chooses the columns of a list.

import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import type { ColumnChoice } from './use-column-choice.ts';
import { useColumnName } from './use-column-name.ts';

export function ColumnMenu({ columns }: { readonly columns: ColumnChoice }) {
  const { t } = useWords();
  const nameOf = useColumnName();
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} />}>
          {t('lists.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.columns')}>
        <Stack gap={8}>
          {columns.all.map((column) => (
            <Checkbox
              key={column.key}
              size="sm"
              checked={columns.shown.has(column.key)}
              disabled={!column.isOptional}
              onChange={() => columns.toggle(column.key)}
              label={nameOf(column)}
            />
          ))}
          <Button variant="subtle" size="compact-sm" onClick={columns.reset}>
            {t('lists.usualColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
