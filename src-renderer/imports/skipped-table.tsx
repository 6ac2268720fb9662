// Lines that are no records, so that a person sees what was passed over.

import { Table, Text } from '@mantine/core';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import type { ImportCheckView } from '../../src-shared/contract/import-views.ts';
import { useWords } from '../words/use-words.ts';
import classes from './imports.module.css';

export function SkippedTable({ check }: { readonly check: ImportCheckView }) {
  const { t, language } = useWords();
  const name = t('imports.tab.skipped', { count: check.skipped.length });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.lines} aria-label={name} tabIndex={0}>
      {check.blank > 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {t('imports.blank', { count: check.blank })}
        </Text>
      )}
      <Table withColumnBorders striped aria-label={name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={64}>{t('imports.line')}</Table.Th>
            <Table.Th>{t('imports.why')}</Table.Th>
            <Table.Th>{t('imports.says')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {check.skipped.map(({ line, problem, text }) => (
            <Table.Tr key={line}>
              <Table.Td>{line}</Table.Td>
              <Table.Td>{problemWords(problem, language)}</Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
