// The rows of a register as on paper: a running number first, figures to the right.

import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RegisterView } from '../../src-shared/contract/views.ts';
import { useWords } from '../words/use-words.ts';
import classes from './registers.module.css';

type Props = { readonly label: string; readonly columns: RegisterView['columns']; readonly rows: RegisterView['rows'] };

export function RegisterSheet({ label, columns, rows }: Props) {
  const { t, say } = useWords();
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
          {rows.map((row, position) => (
            <Table.Tr key={row.id}>
              <Table.Td className={classes.right}>
                <Link
                  to="/records/$id"
                  params={{ id: row.id }}
                  className={classes.open}
                  aria-label={t('registers.openRow', { number: position + 1 })}
                >
                  {position + 1}
                </Link>
              </Table.Td>
              {columns.map((column, index) => (
                <Table.Td key={column.label.zh} className={column.right ? classes.right : undefined}>
                  {row.cells[index] === '' ? '—' : row.cells[index]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
