// The columns a list of a kind can show: what every record has, then what its declaration names.

import { declaredFieldAt } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Words } from '../../src-shared/records/words.ts';
import type { ListSort } from './list-search.ts';

export type FixedColumn = 'number' | 'title' | 'status' | 'due' | 'occurredAt' | 'updatedAt';

export type ListColumn = {
  readonly width?: string;
  readonly sort?: ListSort['by'];
  /** Place in the row's `cells`, for columns of the declaration. */
  readonly cell?: number;
  readonly isOptional: boolean;
} & (
  | { readonly key: FixedColumn; readonly label?: undefined }
  | { readonly key: `cell-${string}`; readonly label: Words }
);

const before: readonly ListColumn[] = [
  { key: 'number', width: '13.5rem', sort: 'number', isOptional: true },
  { key: 'title', sort: 'title', isOptional: false },
  { key: 'status', width: '7.5rem', isOptional: true },
  { key: 'due', width: '8rem', sort: 'due', isOptional: true },
];
const after: readonly ListColumn[] = [
  { key: 'occurredAt', width: '9.5rem', sort: 'occurredAt', isOptional: true },
  { key: 'updatedAt', width: '9.5rem', sort: 'updatedAt', isOptional: true },
];

export function listColumns(kind: Kind): readonly ListColumn[] {
  const own = kind.list.columns.map((path, cell): ListColumn => {
    const label = declaredFieldAt(kind.fields, path)?.label ?? { zh: path, en: path };
    return { key: `cell-${path}`, label, cell, width: '9rem', isOptional: true };
  });
  return [...before, ...own, ...after];
}

/** Columns shown until the person chooses: not every date at once. */
export function usualColumns(kind: Kind): readonly string[] {
  return listColumns(kind)
    .map(({ key }) => key)
    .filter((key) => key !== 'updatedAt');
}
