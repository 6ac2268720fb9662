// One column of the ledger: its header, what stands in it, and the field or the two fields it becomes.

import { Group, Select, Table, Text } from '@mantine/core';
import type { ImportColumnView } from '../../src-shared/contract/import-views.ts';
import { useWords } from '../words/use-words.ts';
import type { TargetOption } from './use-target-options.ts';

type Props = {
  readonly column: ImportColumnView;
  readonly paths: readonly string[];
  readonly options: readonly TargetOption[];
  readonly onChange: (paths: readonly string[]) => void;
};

export function ColumnRow({ column, paths, options, onChange }: Props) {
  const { t } = useWords();
  const [first = '@remark', second] = paths;
  const name = column.header === '' ? t('imports.unnamed', { number: column.index + 1 }) : column.header;
  const isField = !first.startsWith('@');
  const fields = options.filter(({ value }) => !value.startsWith('@') && value !== first);
  const common = {
    searchable: true,
    maxDropdownHeight: 280,
    comboboxProps: { shadow: 'md', keepMounted: false, transitionProps: { duration: 0 } },
  };
  return (
    <Table.Tr>
      <Table.Td fw={500}>{name}</Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {column.samples.length === 0 ? t('common.nothing') : column.samples.join(' ｜ ')}
        </Text>
        {column.looksLikeTwo && second === undefined && (
          <Text size="sm" c="orange">
            {t('imports.looksLikeTwo')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Select
            {...common}
            flex={1}
            aria-label={t('imports.fieldOf', { column: name })}
            data={options.map((option) => ({ ...option }))}
            value={first}
            allowDeselect={false}
            onChange={(path) => onChange([path ?? first])}
          />
          {isField && (
            <Select
              {...common}
              flex={1}
              aria-label={t('imports.secondFieldOf', { column: name })}
              placeholder={t('imports.noSecond')}
              data={fields.map((option) => ({ ...option }))}
              value={second ?? null}
              clearable
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              onChange={(path) => onChange(path === null ? [first] : [first, path])}
            />
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
