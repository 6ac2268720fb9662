// Rows on a scroll bar that must not be taller than a browser draws.

import { expect, test } from 'vitest';
import { rowMetrics, tallest } from '../../../src-renderer/components/row-metrics.ts';

test('rows lie at their height as long as they fit', () => {
  expect(rowMetrics(100_000, 38)).toEqual({ step: 38, totalHeight: 3_800_000 });
});

test('beyond that they lie closer, and the last one is still reached', () => {
  const { step, totalHeight } = rowMetrics(3_000_000, 38);
  expect(totalHeight).toBeLessThanOrEqual(tallest);
  expect(Math.floor(totalHeight / step)).toBe(3_000_000);
});

test('an empty table has no height', () => {
  expect(rowMetrics(0, 38)).toEqual({ step: 38, totalHeight: 0 });
});
