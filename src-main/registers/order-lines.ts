// In which order the lines of a register stand: by time or number as lists do, or by any column, group by group.

import type { RegisterOrder, RegisterQuery } from '../../src-shared/contract/register-inputs.ts';
import type { RegisterColumn } from '../../src-shared/records/kind.ts';
import { sortKey } from '../../src-shared/records/pinyin/sort-key.ts';
import type { Shown } from '../../src-shared/records/shown.ts';
import type { LineRow } from '../stores/record-store.ts';
import { type LineReader, lineTexts } from './line-reader.ts';

export type OrderedLine = { readonly key: number; readonly group: string };

type Wanted = Pick<RegisterQuery, 'order' | 'group'>;
type Sortable = { readonly line: OrderedLine; readonly group: string; readonly value: SortValue };
/** What is empty stands last, whatever the direction. */
type SortValue = { readonly number: number } | { readonly text: string } | null;

/** Reads only the columns it sorts by; `rows` come in the order that equal lines keep. */
export function orderLines(
  rows: Iterable<LineRow>,
  columns: readonly RegisterColumn[],
  { order, group }: Wanted,
  read: LineReader,
): readonly OrderedLine[] {
  const grouping = group === undefined ? undefined : columns[group];
  const sorting = order === undefined ? undefined : columns[order.column];
  const asked = [grouping, sorting].filter((column) => column !== undefined);
  const lines: Sortable[] = [];
  for (const row of rows) {
    const shown = read(row, asked);
    const [text = ''] = grouping === undefined ? [] : lineTexts(shown.slice(0, 1));
    const value = shown[grouping === undefined ? 0 : 1];
    lines.push({
      line: { key: row.key, group: text },
      group: sortKey(text),
      value: order === undefined || value === undefined ? null : sortValue(value, order),
    });
  }
  const compare = comparison(order);
  lines.sort((left, right) => compareTexts(left.group, right.group) || compare(left.value, right.value));
  return lines.map(({ line }) => line);
}

function sortValue(shown: Shown, { as }: RegisterOrder): SortValue {
  if (shown.type === 'empty') return null;
  if (shown.type === 'integer' || shown.type === 'money') return { number: shown.value };
  if (shown.type === 'date' || shown.type === 'dateTime') return { text: shown.value };
  const [text = ''] = lineTexts([shown]);
  return { text: as === 'pinyin' ? sortKey(text) : text };
}

function comparison(order: RegisterOrder | undefined): (left: SortValue, right: SortValue) => number {
  const way = order?.direction === 'desc' ? -1 : 1;
  const compare = order?.as === 'strokes' ? new Intl.Collator('zh-Hans-u-co-stroke').compare : compareTexts;
  return (left, right) => {
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if ('number' in left && 'number' in right) return (left.number - right.number) * way;
    if ('text' in left && 'text' in right) return compare(left.text, right.text) * way;
    return 'number' in left ? -1 : 1;
  };
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
