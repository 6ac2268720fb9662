// One breakdown as a table: every type with its records and share, each opening its records; 件数 apart from 类型次数.

import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { BreakdownView, LabelView } from '../../src-shared/contract/report-views.ts';
import { percentHalfUp } from '../../src-shared/records/money/round-half-up.ts';
import { useWords } from '../words/use-words.ts';
import classes from './reports.module.css';

type Props = {
  readonly breakdown: BreakdownView;
  /** Null where the figures are frozen without their records. */
  readonly refOf: (breakdown: BreakdownView, label: LabelView) => string | null;
  readonly periodLabel: string;
};

export function BreakdownTable({ breakdown, refOf, periodLabel }: Props) {
  const { t, say } = useWords();
  const { labels, records, labelCount, kind } = breakdown;
  const rows = labels.map((label) => {
    const ref = refOf(breakdown, label);
    const named = { indicator: say(label.label), period: periodLabel, value: String(label.records) };
    return (
      <Table.Tr key={label.value ?? ''}>
        <Table.Th scope="row" className={classes.name}>
          {say(label.label)}
        </Table.Th>
        <Table.Td className={classes.right}>
          {ref === null ? (
            label.records
          ) : (
            <Link
              to="/list/$kind"
              params={{ kind }}
              search={{ figure: ref }}
              className={classes.figure}
              aria-label={t('reports.openFigure', named)}
            >
              {label.records}
            </Link>
          )}
        </Table.Td>
        <Table.Td className={classes.right}>{percentHalfUp(label.records, records) ?? '—'}%</Table.Td>
      </Table.Tr>
    );
  });
  return (
    <div>
      <Table aria-label={say(breakdown.label)} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.type')}</Table.Th>
            <Table.Th scope="col" className={classes.right}>
              {t('reports.records')}
            </Table.Th>
            <Table.Th scope="col" className={classes.right}>
              {t('reports.share')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{rows}</Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {labelCount > records
          ? t('reports.recordsAndLabels', { records, labels: labelCount })
          : t('reports.onlyRecords', { records })}
      </Text>
    </div>
  );
}
