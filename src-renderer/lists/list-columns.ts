// The columns a list of a kind can show: what every record has, and what its declaration names.

import type { PersonalSettings } from '../../src-shared/contract/views.ts';
import { declaredFieldAt } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Words } from '../../src-shared/records/words.ts';
import type { ListSort } from '../components/list-search.ts';

export type FixedColumn = 'number' | 'title' | 'status' | 'due' | 'occurredAt' | 'updatedAt';

type Common = {
  /** Root em units; the title takes what is left beyond it. */
  readonly width: number;
  readonly sort?: ListSort['by'];
  readonly isOptional: boolean;
};
type EveryRecords = Common & { readonly key: FixedColumn; readonly label?: Words; readonly cell?: undefined };
/** `cell` is the column's place in the row's `cells`. */
type Declared = Common & { readonly key: `cell-${string}`; readonly label: Words; readonly cell: number };
export type ListColumn = EveryRecords | Declared;

/** Root em units that fit beside the navigation of a 1366 pixel wide window, by text size. */
const usualWidths: Readonly<Record<PersonalSettings['textSize'], number>> = { normal: 68, large: 60, larger: 54 };

function fixedColumns(kind: Kind): Readonly<Record<FixedColumn, EveryRecords>> {
  return {
    number: { key: 'number', width: 11, sort: 'number', isOptional: true },
    title: { key: 'title', width: 14, sort: 'title', isOptional: false },
    status: { key: 'status', width: 10.5, isOptional: true },
    due: { key: 'due', width: 8.5, sort: 'due', isOptional: true },
    occurredAt: {
      key: 'occurredAt',
      label: declaredFieldAt(kind.fields, kind.occurredAt)?.label,
      width: 9,
      sort: 'occurredAt',
      isOptional: true,
    },
    updatedAt: { key: 'updatedAt', width: 9, sort: 'updatedAt', isOptional: true },
  };
}

/** In the order of the list; what every record has is not shown twice when the declaration names it too. */
export function listColumns(kind: Kind): readonly ListColumn[] {
  const fixed = fixedColumns(kind);
  const shownAnyway = new Set(['number', 'status', 'title', kind.occurredAt]);
  const own = kind.list.columns.flatMap((path, cell): Declared[] => {
    if (shownAnyway.has(path)) return [];
    const label = declaredFieldAt(kind.fields, path)?.label ?? { zh: path, en: path };
    return [{ key: `cell-${path}`, label, cell, width: 8.5, isOptional: true }];
  });
  return [fixed.number, fixed.title, fixed.status, fixed.due, fixed.occurredAt, ...own, fixed.updatedAt];
}

/** Columns shown until the person chooses: as many as fit without scrolling sideways. */
export function usualColumns(kind: Kind, textSize: PersonalSettings['textSize']): readonly string[] {
  const keys: string[] = [];
  let width = 0;
  for (const column of listColumns(kind)) {
    width += column.width;
    if (width <= usualWidths[textSize] && column.key !== 'updatedAt') keys.push(column.key);
  }
  return keys;
}
