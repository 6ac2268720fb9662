// A table of any length: only the rows in view exist, the scroll bar reaches all of them, and arrow keys, Page Up/Down,
// Home, End and Enter work as in a register. Rows are asked for as they come into view.

import { Table } from '@mantine/core';
import { type KeyboardEvent, memo, type ReactNode, useEffect } from 'react';
import type { RowView } from '../../src-shared/contract/views.ts';
import { useRowWindow } from './use-row-window.ts';
import classes from './virtual-table.module.css';

export type TableColumn = {
  readonly key: string;
  readonly header: ReactNode;
  /** CSS width; the rest share what is left. */
  readonly width?: string;
  readonly align?: 'right';
  readonly sorted?: 'ascending' | 'descending';
  readonly cell: (row: RowView) => ReactNode;
};

type Props = {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly count: number;
  /** The row at a position, or undefined while it is being read. */
  readonly rowAt: (index: number) => RowView | undefined;
  /** First and last position in view. */
  readonly onView: (first: number, last: number) => void;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (row: RowView) => void;
  /** Height of a row in pixels at the present text size. */
  readonly rowHeight: number;
  /** CSS width below which the table scrolls sideways. */
  readonly minWidth: string;
};

/** Where a key leads from the chosen row; null for other keys. */
function targetOf(key: string, chosen: number, count: number, page: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: chosen + 1,
    ArrowUp: chosen - 1,
    PageDown: chosen + page,
    PageUp: chosen - page,
    Home: 0,
    End: count - 1,
  };
  const target = steps[key];
  return target === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, target));
}

function Head({ columns }: { readonly columns: readonly TableColumn[] }) {
  return (
    <Table.Thead role="rowgroup" className={classes.head}>
      <Table.Tr role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <Table.Th key={column.key} role="columnheader" aria-sort={column.sorted} data-align={column.align}>
            {column.header}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

/** Keeps the place of rows that are out of view. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <Table.Tr aria-hidden style={{ height }} /> : null;
}

type RowProps = Pick<Props, 'columns' | 'rowHeight' | 'onChoose' | 'onOpen'> & {
  readonly row: RowView | undefined;
  readonly index: number;
  readonly isChosen: boolean;
};

function BodyRowOnce({ row, index, isChosen, columns, rowHeight, onChoose, onOpen }: RowProps) {
  return (
    <Table.Tr
      id={row === undefined ? undefined : `row-${row.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-busy={row === undefined}
      className={classes.row}
      style={{ height: rowHeight }}
      onClick={() => {
        onChoose(index);
        if (row !== undefined) onOpen(row);
      }}
    >
      {columns.map((column) => (
        <Table.Td key={column.key} role="gridcell" data-align={column.align} className={classes.cell}>
          {row === undefined ? <span className={classes.pending} /> : column.cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Scrolling draws only the rows that come into view. */
const BodyRow = memo(BodyRowOnce);

export function VirtualTable(props: Props) {
  const { label, columns, count, rowAt, onView, chosen, onChoose, onOpen, rowHeight } = props;
  const view = useRowWindow(count, rowHeight, chosen);
  const { first, last } = view;
  useEffect(() => {
    onView(first, last);
  }, [first, last, onView]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = targetOf(event.key, chosen, count, view.rowsInView);
    const row = rowAt(chosen);
    if (target !== null) {
      event.preventDefault();
      onChoose(target);
      view.show(target);
    } else if (event.key === 'Enter' && row !== undefined && event.target === event.currentTarget) onOpen(row);
  };
  const chosenRow = view.indexes.includes(chosen) ? rowAt(chosen) : undefined;

  return (
    <div
      ref={view.viewport}
      className={classes.viewport}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={chosenRow === undefined ? undefined : `row-${chosenRow.id}`}
      tabIndex={0}
      data-page-focus
      onKeyDown={onKeyDown}
    >
      <Table layout="fixed" role="presentation" style={{ minWidth: props.minWidth }} withRowBorders={false}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <Head columns={columns} />
        <Table.Tbody role="rowgroup">
          <Gap height={view.before} />
          {view.indexes.map((index) => {
            // Keyed by its place, so that a press begun on a row that is still being read ends on the same row.
            const parts = { row: rowAt(index), index, columns, rowHeight, onChoose, onOpen };
            return <BodyRow key={index} isChosen={index === chosen} {...parts} />;
          })}
          <Gap height={view.after} />
        </Table.Tbody>
      </Table>
    </div>
  );
}
