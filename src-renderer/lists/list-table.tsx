// The rows of a list with the chosen columns; remembers the row one came from.

import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Kind } from '../../src-shared/records/kind.ts';
import { defaultSort, type ListSearch, type ListSort } from '../components/list-search.ts';
import { useRowHeight } from '../components/use-row-height.ts';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { useWords } from '../words/use-words.ts';
import classes from './list.module.css';
import { cellOf } from './list-cells.tsx';
import { type ListColumn, listColumns } from './list-columns.ts';
import { useColumnName } from './use-column-name.ts';
import type { ListRows } from './use-list-rows.ts';

type Props = {
  readonly kind: Kind;
  readonly search: ListSearch;
  readonly rows: ListRows;
  readonly count: number;
  readonly shownKeys: ReadonlySet<string>;
  readonly onSort: (sort: ListSort) => void;
};

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

function SortHeader({
  column,
  sort,
  onSort,
}: {
  readonly column: ListColumn;
  readonly sort: ListSort;
  readonly onSort: (sort: ListSort) => void;
}) {
  const by = column.sort;
  const name = useColumnName()(column);
  if (by === undefined) return name;
  const isSorted = sort.by === by;
  const next: ListSort = { by, direction: isSorted && sort.direction === 'desc' ? 'asc' : 'desc' };
  return (
    <UnstyledButton className={classes.sort} onClick={() => onSort(next)}>
      {name}
      {isSorted &&
        (sort.direction === 'asc' ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />)}
    </UnstyledButton>
  );
}

export function ListTable({ kind, search, rows, count, shownKeys, onSort }: Props) {
  const { say } = useWords();
  const { cache } = useDesk();
  const navigate = useNavigate();
  const rowHeight = useRowHeight();
  const sort = search.sort ?? defaultSort;
  const place = ['list-place', kind.key, JSON.stringify(search)];
  const [chosen, setChosen] = useState(() => cache.getQueryData<number>(place) ?? 0);
  const choose = (index: number) => {
    setChosen(index);
    cache.setQueryData(place, index);
  };
  const shown = listColumns(kind).filter(({ key }) => shownKeys.has(key));
  const columns = shown.map(
    (column): TableColumn => ({
      key: column.key,
      width: column.key === 'title' ? undefined : `${column.width}rem`,
      header: <SortHeader column={column} sort={sort} onSort={onSort} />,
      sorted: column.sort === sort.by ? ariaSort[sort.direction] : undefined,
      cell: (row) => cellOf(column, row),
    }),
  );
  return (
    <VirtualTable
      label={say(kind.label)}
      columns={columns}
      count={count}
      rowAt={rows.rowAt}
      onView={rows.view}
      chosen={Math.min(chosen, count - 1)}
      onChoose={choose}
      onOpen={({ id }) => void navigate({ to: '/records/$id', params: { id } })}
      rowHeight={rowHeight}
      minWidth={`${shown.reduce((sum, { width }) => sum + width, 0)}rem`}
    />
  );
}
