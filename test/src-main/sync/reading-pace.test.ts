import { expect, test } from 'vitest';
import { createReadingPace } from '../../../src-main/sync/reading-pace.ts';

test('the time left follows from what was read since the reading began', () => {
  const pace = createReadingPace();
  expect(pace(0, 20_000)).toBeNull();
  expect(pace(1_000, 19_000)).toBeNull();
  expect(pace(4_000, 16_000)).toBe(16_000);
  expect(pace(8_000, 4_000)).toBe(2_000);
});

test('nothing left, and more than there was, begin anew', () => {
  const pace = createReadingPace();
  pace(0, 100);
  expect(pace(5_000, 50)).toBe(5_000);
  expect(pace(6_000, 0)).toBeNull();
  expect(pace(20_000, 10)).toBeNull();
  expect(pace(30_000, 400)).toBeNull();
  expect(pace(33_000, 300)).toBe(9_000);
});

test('no progress gives no time', () => {
  const pace = createReadingPace();
  pace(0, 100);
  expect(pace(60_000, 100)).toBeNull();
});
