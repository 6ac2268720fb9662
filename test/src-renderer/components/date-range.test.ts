// Named ranges of dates.

import { expect, test } from 'vitest';
import { namedRange } from '../../../src-renderer/components/date-range.ts';

test.each([
  ['today', '2026-03-01', '2026-03-01'],
  ['week', '2026-02-23', '2026-03-01'],
  ['month', '2026-03-01', '2026-03-01'],
  ['quarter', '2026-01-01', '2026-03-01'],
  ['year', '2026-01-01', '2026-03-01'],
] as const)('%s on 1 March begins on %s', (name, from, to) => {
  expect(namedRange(name, '2026-03-01')).toEqual({ from, to });
});

test('the last quarter begins in October', () => {
  expect(namedRange('quarter', '2026-12-31').from).toBe('2026-10-01');
});
