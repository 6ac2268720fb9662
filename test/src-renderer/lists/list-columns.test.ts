// Columns of the lists of the real kinds.

import { describe, expect, test } from 'vitest';
import { listColumns, usualColumns } from '../../../src-renderer/lists/list-columns.ts';
import { allKinds } from '../../../src-shared/records/kinds/all-kinds.ts';

describe.each(allKinds.map((kind) => [kind.key, kind] as const))('the list of %s', (_key, kind) => {
  test('shows every declared column once, and each names a field', () => {
    const columns = listColumns(kind);
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    const shown = new Set(['number', 'status', 'title', kind.occurredAt]);
    const declared = kind.list.columns.filter((path) => !shown.has(path));
    expect(columns.flatMap(({ cell }) => (cell === undefined ? [] : [kind.list.columns[cell]]))).toEqual(declared);
    expect(columns.filter(({ label, key }) => label?.zh === key.slice('cell-'.length))).toEqual([]);
  });

  test.each([
    ['normal', 16],
    ['large', 18],
    ['larger', 20],
  ] as const)('begins with columns that fit a 1366 pixel wide screen in %s letters', (textSize, rem) => {
    const usual = usualColumns(kind, textSize);
    const width = listColumns(kind).reduce((sum, column) => sum + (usual.includes(column.key) ? column.width : 0), 0);
    // 1366 px less the navigation (208) and the page's own edges (36 and a scroll bar).
    expect(width).toBeLessThanOrEqual((1366 - 208 - 36 - 18) / rem);
    expect(usual).toEqual(expect.arrayContaining(['number', 'title', 'status', 'due', 'occurredAt']));
  });
});
