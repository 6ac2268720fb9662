// Addresses of lists: what fits filters, what does not is left out.

import { expect, test } from 'vitest';
import { isFiltered, parseListSearch } from '../../../src-renderer/components/list-search.ts';

test('filters of an address come through', () => {
  const search = {
    statuses: ['in_custody'],
    from: '2026-01-01',
    where: [{ path: 'special_kind', values: ['id_card'] }],
    sort: { by: 'due', direction: 'asc' },
  };
  expect(parseListSearch(search)).toEqual(search);
});

test('what does not fit is left out and the list still shows', () => {
  const search = {
    statuses: 'in_custody',
    from: '1.1.2026',
    officer: '',
    sort: { by: 'colour' },
    where: [{ path: 1 }],
  };
  expect(parseListSearch(search)).toEqual({});
});

test('an order alone filters nothing', () => {
  expect(isFiltered({ sort: { by: 'due', direction: 'asc' }, statuses: [] })).toBe(false);
  expect(isFiltered({ to: '2026-12-31' })).toBe(true);
});
