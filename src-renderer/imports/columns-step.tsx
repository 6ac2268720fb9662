// Step 2: which column is which field. What was suggested or remembered is shown; what has no column gets one value for all.

import { Alert, Button, Group, List, NumberInput, Select, Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { ImportFileView } from '../../src-shared/contract/import-views.ts';
import { importTargets } from '../../src-shared/imports/targets.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { ColumnRow } from './column-row.tsx';
import { FixedValues } from './fixed-values.tsx';
import classes from './imports.module.css';
import type { Importing } from './use-import.ts';
import { useTargetOptions } from './use-target-options.ts';

type Props = { readonly kind: Kind; readonly view: ImportFileView; readonly importing: Importing };

function Notices({ view }: { readonly view: ImportFileView }) {
  const { t, language } = useWords();
  const said = view.notices.map((notice) => problemWords(notice, language));
  const all = view.remembered ? [t('imports.remembered'), ...said] : said;
  if (all.length === 0) return null;
  return (
    <Alert color="blue" variant="light" aria-label={t('imports.notices')}>
      <List size="sm">
        {all.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function WhichTable({ view, importing: { table } }: Omit<Props, 'kind'>) {
  const { t } = useWords();
  return (
    <Group gap="md" align="end">
      {view.sheets.length > 1 && (
        <Select
          label={t('imports.sheet')}
          data={view.sheets.map(({ name, hidden, lines }, index) => ({
            value: String(index),
            label: t(hidden ? 'imports.hiddenSheet' : 'imports.sheetLines', { name, count: lines }),
          }))}
          value={String(view.sheet)}
          allowDeselect={false}
          onChange={(sheet) => void table.run({ sheet: Number(sheet ?? 0) })}
        />
      )}
      <NumberInput
        key={`${view.sheet}:${view.header?.line}`}
        label={t('imports.headerLine')}
        w="9rem"
        min={1}
        max={10_000}
        allowDecimal={false}
        defaultValue={view.header?.line}
        onBlur={(event) => {
          const line = Number(event.currentTarget.value);
          if (line >= 1 && line !== view.header?.line) void table.run({ sheet: view.sheet, line });
        }}
      />
      <Text size="sm" c="dimmed" pb={6}>
        {t('imports.linesFound', { count: view.lines })}
      </Text>
    </Group>
  );
}

export function ColumnsStep({ kind, view, importing }: Props) {
  const { t } = useWords();
  const { mapping, setMapping, checking, table } = importing;
  const targets = useMemo(() => importTargets(kind), [kind]);
  const options = useTargetOptions(targets);
  const setColumn = (index: number, paths: readonly string[]) =>
    setMapping({ ...mapping, columns: { ...mapping.columns, [String(index)]: paths } });
  return (
    <Stack gap="sm">
      <Notices view={view} />
      <WhichTable view={view} importing={importing} />
      <ProblemNotice problem={table.problem ?? (view.header === null ? { code: 'import_no_header' } : null)} />
      {view.header !== null && (
        <>
          <section className={classes.sheet} aria-label={t('imports.columns')} data-page-focus>
            <Table withColumnBorders aria-label={t('imports.columns')} layout="fixed">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="18%">{t('imports.column')}</Table.Th>
                  <Table.Th w="32%">{t('imports.samples')}</Table.Th>
                  <Table.Th>{t('imports.becomes')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {view.columns.map((column) => (
                  <ColumnRow
                    key={column.index}
                    column={column}
                    paths={mapping.columns[String(column.index)] ?? []}
                    options={options}
                    onChange={(paths) => setColumn(column.index, paths)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </section>
          <FixedValues kind={kind} mapping={mapping} onChange={setMapping} />
        </>
      )}
      <ProblemNotice problem={checking.problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={importing.restart}>
          {t('imports.otherFile')}
        </Button>
        <Button
          disabled={view.header === null}
          loading={checking.isRunning}
          onClick={() => void checking.run(undefined)}
        >
          {t('imports.check')}
        </Button>
      </Group>
    </Stack>
  );
}
