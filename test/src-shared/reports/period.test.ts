// Periods: how they are written and read, which days they hold, and the periods they are compared with.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysToIso, isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import {
  nextPeriod,
  partsOfPeriod,
  previousPeriod,
  samePeriodLastYear,
  yearToDate,
} from '../../../src-shared/reports/neighbour-periods.ts';
import { type Period, parsePeriod, periodKinds, periodOf, periodText } from '../../../src-shared/reports/period.ts';
import { periodWords } from '../../../src-shared/reports/period-words.ts';
import { okValue } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';

const read = (text: string): Period => okValue(parsePeriod(text));
const days = ({ first, last }: Period) => [first, last];

test.each([
  ['2026-03-05', '2026-03-05', '2026-03-05'],
  ['2026-W10', '2026-03-02', '2026-03-08'],
  ['2020-W53', '2020-12-28', '2021-01-03'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-03@26', '2026-02-26', '2026-03-25'],
  ['2026-01@26', '2025-12-26', '2026-01-25'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-03-01..2026-03-20', '2026-03-01', '2026-03-20'],
])('%s is from %s to %s, and is written the same', (text, first, last) => {
  expect(days(read(text))).toEqual([first, last]);
  expect(periodText(read(text))).toBe(text);
});

test.each(['', '2026-13', '2026-W54', '2021-W53', '2026-Q5', '0999', '2026-02-30', '2026-3', '26', '2026-03@25'])(
  '%j is no period',
  (text) => expect(parsePeriod(text)).toMatchObject({ problem: { code: 'period_unreadable' } }),
);

test.each([
  '2026-03-01..2026-03-02..2003',
  '1000',
  '9999',
  '9999-12-31',
  '1000-01@26',
  '9999-W52',
  '1000-01-01..9999-12-31',
  '1900-01-01..2000-01-02',
])('%s is no period either: it cannot be written again, or the periods beside it cannot', (text) =>
  expect(parsePeriod(text)).toMatchObject({ problem: { code: 'period_unreadable' } }),
);

test.each(['1900', '1900-01@26', '1900-01-01', '2999', '2999-12-31', '2999-Q4', '1900-01-01..1999-12-31'])(
  'the periods beside %s can be written',
  (text) => {
    const period = read(text);
    for (const beside of [previousPeriod(period), nextPeriod(period), samePeriodLastYear(period), yearToDate(period)])
      expect(periodText(beside)).not.toBe('');
  },
);

test('a span that ends before it begins is refused', () => {
  expect(parsePeriod('2026-03-20..2026-03-01')).toMatchObject({ problem: { code: 'period_backwards' } });
});

describe('the periods beside a period', () => {
  test.each([
    ['2024-03', '2024-02', '2023-03', '2024-01-01..2024-03-31'],
    ['2024-02', '2024-01', '2023-02', '2024-01-01..2024-02-29'],
    ['2026-01@26', '2025-12@26', '2025-01@26', '2025-12-26..2026-01-25'],
    ['2026-03@26', '2026-02@26', '2025-03@26', '2025-12-26..2026-03-25'],
    ['2026-Q1', '2025-Q4', '2025-Q1', '2026-01-01..2026-03-31'],
    ['2024-02-29', '2024-02-28', '2023-02-28', '2024-01-01..2024-02-29'],
    ['2025-W01', '2024-W52', '2024-W01', '2025-01-01..2025-01-05'],
    ['2020-W53', '2020-W52', '2019-W52', '2021-01-01..2021-01-03'],
    ['2026', '2025', '2025', '2026-01-01..2026-12-31'],
    // 1–10月 stands beside 1–10月, and before it the ten months before.
    ['2026-01-01..2026-10-31', '2025-03-01..2025-12-31', '2025-01-01..2025-10-31', '2026-01-01..2026-10-31'],
    ['2024-01-01..2024-02-29', '2023-11-01..2023-12-31', '2023-01-01..2023-02-28', '2024-01-01..2024-02-29'],
    ['2026-03-11..2026-03-20', '2026-03-01..2026-03-10', '2025-03-11..2025-03-20', '2026-01-01..2026-03-20'],
  ])('%s: before it %s, a year ago %s, so far %s', (text, before, yearAgo, soFar) => {
    const period = read(text);
    expect([previousPeriod(period), samePeriodLastYear(period), yearToDate(period)].map(periodText)).toEqual([
      before,
      yearAgo,
      soFar,
    ]);
  });

  const anyDay = fc.integer({ min: 3_000, max: 40_000 }).map(daysToIso);
  const anyPeriod = fc.tuple(fc.constantFrom(...periodKinds), anyDay).map(([kind, day]) => periodOf(kind, day));

  test('every day lies in its period, and periods follow each other without a gap', () => {
    holdsFor(400, fc.tuple(fc.constantFrom(...periodKinds), anyDay), ([kind, day]) => {
      const period = periodOf(kind, day);
      expect(period.first <= day && day <= period.last).toBe(true);
      expect(addDays(previousPeriod(period).last, 1)).toBe(period.first);
      expect(nextPeriod(period).first).toBe(addDays(period.last, 1));
      expect(previousPeriod(nextPeriod(period))).toEqual(period);
    });
  });

  test('what is written of a period reads as the same period', () => {
    holdsFor(400, anyPeriod, (period) => {
      expect(read(periodText(period))).toEqual(period);
    });
  });

  test('a year ago means a year ago: the same month, whole months, the same length of months', () => {
    holdsFor(400, anyPeriod, (period) => {
      const before = samePeriodLastYear(period);
      expect(before.kind).toBe(period.kind);
      expect(before.last < period.first).toBe(true);
      if (period.kind !== 'week') expect(Number(period.last.slice(0, 4)) - Number(before.last.slice(0, 4))).toBe(1);
    });
  });
});

test('a year is its quarters or its months; a statistics month is nothing but itself', () => {
  const parts = (text: string) => partsOfPeriod(read(text)).map((ways) => ways.map(periodText));
  expect(parts('2026-Q1')).toEqual([['2026-01', '2026-02', '2026-03']]);
  expect(parts('2026').map((ways) => ways.length)).toEqual([4, 12]);
  expect(parts('2026-03@26')).toEqual([]);
  expect(parts('2025-12-26..2026-02-25')).toEqual([['2026-01@26', '2026-02@26']]);
  expect(parts('2026-03-05')).toEqual([]);
});

test('periods are said as people say them', () => {
  const said = (text: string) => periodWords(read(text)).zh;
  expect(['2026-03', '2026-Q1', '2026', '2026-03-05'].map(said)).toEqual([
    '2026年3月',
    '2026年第一季度',
    '2026年',
    '2026年3月5日',
  ]);
  expect(said('2026-03@26')).toBe('2026年3月（2026年2月26日至2026年3月25日）');
  expect(said('2026-W10')).toBe('2026年第10周（2026年3月2日至2026年3月8日）');
  expect(periodWords(read('2026-03')).en).toBe('March 2026');
  expect(isoDate('2026-03-05')).toBe(read('2026-03-05').first);
});
