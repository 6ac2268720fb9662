// The rows of a register as on paper: a running number first, figures to the right, sums below each group and below all.

import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { RegisterSurveyView, RegisterView } from '../../src-shared/contract/views.ts';
import { useWords } from '../words/use-words.ts';
import classes from './registers.module.css';

type Columns = RegisterView['columns'];
type Props = {
  readonly label: string;
  readonly columns: Columns;
  readonly rows: RegisterView['rows'];
  readonly survey: RegisterSurveyView | undefined;
};

function Line({
  row,
  number,
  columns,
}: {
  readonly row: RegisterView['rows'][number];
  readonly number: number;
  readonly columns: Columns;
}) {
  const { t } = useWords();
  return (
    <Table.Tr>
      <Table.Td className={classes.right}>
        <Link
          to="/records/$id"
          params={{ id: row.id }}
          className={classes.open}
          aria-label={t('registers.openRow', { number })}
        >
          {number}
        </Link>
      </Table.Td>
      {columns.map((column, index) => (
        <Table.Td key={column.label.zh} className={column.right ? classes.right : undefined}>
          {row.cells[index] === '' ? '—' : row.cells[index]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Sums({
  head,
  counted,
  sums,
  columns,
}: {
  readonly head: string;
  readonly counted: string;
  readonly sums: readonly string[];
  readonly columns: Columns;
}) {
  return (
    <Table.Tr className={classes.sums}>
      <Table.Th scope="row">{head}</Table.Th>
      {columns.map((column, index) => (
        <Table.Td key={column.label.zh} className={column.right ? classes.right : undefined}>
          {index === 0 && sums[index] === '' ? counted : sums[index]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

export function RegisterSheet({ label, columns, rows, survey }: Props) {
  const { t, say } = useWords();
  const groupEnds = new Map(survey?.groups.map((group) => [group.before + group.count, group]));
  const isWhole = survey !== undefined && rows.length >= survey.count;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.sheet} aria-label={label} tabIndex={0} data-page-focus>
      <Table withColumnBorders striped aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.right}>{t('registers.ordinal')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column.label.zh} className={column.right ? classes.right : undefined}>
                {say(column.label)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, position) => {
            const group = groupEnds.get(position + 1);
            return (
              <Fragment key={row.id}>
                <Line row={row} number={position + 1} columns={columns} />
                {group !== undefined && (
                  <Sums
                    head={t('registers.subtotal')}
                    counted={`${group.label}　${t('registers.lines', { count: group.count })}`}
                    sums={group.sums}
                    columns={columns}
                  />
                )}
              </Fragment>
            );
          })}
          {isWhole && (
            <Sums
              head={t('registers.total')}
              counted={t('registers.lines', { count: survey.count })}
              sums={survey.sums}
              columns={columns}
            />
          )}
        </Table.Tbody>
      </Table>
    </section>
  );
}
