// The table of a report as it goes to superiors: 指标｜本月｜上月｜环比｜本年累计｜上年同期｜同比.

import { Table, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReportView, RowOfReport } from '../../src-shared/contract/report-views.ts';
import { showComparison } from '../../src-shared/reports/show-figure.ts';
import { useWords } from '../words/use-words.ts';
import { FigureCell } from './figure-cell.tsx';
import classes from './reports.module.css';

type Props = { readonly view: ReportView } & Pick<Parameters<typeof FigureCell>[0], 'refOf' | 'onEnter'>;

function Name({ row }: { readonly row: RowOfReport }) {
  const { t, say } = useWords();
  const { indicator } = row;
  const unit = say(indicator.unit);
  return (
    <>
      {say(indicator.label)}
      {unit !== '' && (
        <Text span size="xs" c="dimmed">
          {' '}
          {unit}
        </Text>
      )}
      {indicator.meaning !== undefined && (
        <Tooltip label={say(indicator.meaning)} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
          <button
            type="button"
            className={classes.meaning}
            aria-label={`${t('reports.meaning')}：${say(indicator.meaning)}`}
          >
            <IconInfoCircle size={14} aria-hidden />
          </button>
        </Tooltip>
      )}
    </>
  );
}

export function ReportTable({ view, ...cell }: Props) {
  const { t, say, language } = useWords();
  const { columns } = view;
  const right = { className: classes.right };
  return (
    <Table withColumnBorders className={classes.table} aria-label={say(view.report.label)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('reports.indicator')}</Table.Th>
          <Table.Th scope="col" {...right}>
            {say(columns.now.label)}
          </Table.Th>
          <Table.Th scope="col" {...right}>
            {say(columns.previous.label)}
          </Table.Th>
          <Table.Th scope="col">{t('reports.change')}</Table.Th>
          <Table.Th scope="col" {...right}>
            {say(columns.cumulative.label)}
          </Table.Th>
          <Table.Th scope="col" {...right}>
            {say(columns.lastYear.label)}
          </Table.Th>
          <Table.Th scope="col">{t('reports.yearOnYear')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {view.sections.map((section) => (
        <Table.Tbody key={section.label.zh}>
          <Table.Tr className={classes.section}>
            <Table.Th colSpan={7} scope="rowgroup">
              {say(section.label)}
            </Table.Th>
          </Table.Tr>
          {section.rows.map((row) => (
            <Table.Tr key={row.indicator.key}>
              <Table.Th scope="row" className={classes.name}>
                <Name row={row} />
              </Table.Th>
              {(['now', 'previous'] as const).map((column) => (
                <Table.Td key={column} {...right}>
                  <FigureCell row={row} figure={row.figures[column]} period={columns[column]} {...cell} />
                </Table.Td>
              ))}
              <Table.Td>{showComparison(row.change, 'change', language)}</Table.Td>
              {(['cumulative', 'lastYear'] as const).map((column) => (
                <Table.Td key={column} {...right}>
                  <FigureCell
                    row={row}
                    figure={row.figures[column]}
                    period={columns[column]}
                    {...cell}
                    onEnter={column === 'cumulative' ? undefined : cell.onEnter}
                  />
                </Table.Td>
              ))}
              <Table.Td>{showComparison(row.yearOnYear, 'yearOnYear', language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      ))}
    </Table>
  );
}
