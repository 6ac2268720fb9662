// How figures stand to each other: percent for counts, percentage points for rates, words for a base of 0.

import { describe, expect, test } from 'vitest';
import { allKinds } from '../../../src-shared/records/kinds/all-kinds.ts';
import { allIndicators, indicatorsByKey } from '../../../src-shared/reports/all-indicators.ts';
import { allReports } from '../../../src-shared/reports/all-reports.ts';
import { compareAmounts, comparePoints, compareRatios } from '../../../src-shared/reports/comparison.ts';
import { isRate, splitMeasure } from '../../../src-shared/reports/indicator.ts';
import { showComparison } from '../../../src-shared/reports/show-figure.ts';

const said = (now: number | null, base: number | null) => showComparison(compareAmounts(now, base), 'yearOnYear', 'zh');

describe('counts by percent', () => {
  test.each([
    [9, 8, '上升12.50%'],
    [2, 3, '下降33.33%'],
    [1, 3, '下降66.67%'],
    [5, 5, '持平'],
    [0, 0, '持平'],
    [3, 0, '上年同期为0'],
    [0, 7, '下降100.00%'],
    [null, 3, '—'],
    [3, null, '—'],
    // Less than half a hundredth is not nothing.
    [100_001, 100_000, '上升不足0.01%'],
    [33_709_58, 1, '上升337095700.00%'],
  ])('%s after %s: %s', (now, base, words) => expect(said(now, base)).toBe(words));

  test('a previous period of 0 is said as such', () => {
    expect(showComparison(compareAmounts(1, 0), 'change', 'zh')).toBe('上期为0');
    expect(showComparison(compareAmounts(1, 0), 'change', 'en')).toBe('none before');
  });
});

describe('rates by percentage points, averages by percent', () => {
  const points = (now: [number, number], base: [number, number]) =>
    showComparison(
      comparePoints({ part: now[0], whole: now[1] }, { part: base[0], whole: base[1] }),
      'yearOnYear',
      'zh',
    );

  test('50% after 40% is up by 10 points, not by 25 percent', () => {
    expect(points([5, 10], [4, 10])).toBe('上升10.00个百分点');
  });

  test('points come from the exact numbers, not from what was rounded for display', () => {
    // 74.157…% after 72.868…%: the rounded figures would give 1.29, the numbers themselves give the same by luck or not.
    expect(points([132, 178], [94, 129])).toBe('上升1.29个百分点');
    expect(points([1, 3], [1, 3])).toBe('持平');
    expect(points([2, 6], [1, 3])).toBe('持平');
    expect(points([1, 3], [2, 3])).toBe('下降33.33个百分点');
  });

  test('no denominator, no comparison', () => {
    expect(points([0, 0], [1, 2])).toBe('—');
    expect(showComparison(comparePoints(null, { part: 1, whole: 2 }), 'change', 'zh')).toBe('—');
  });

  test('attendances per session by percent', () => {
    const [now, base] = [
      { part: 200_000, whole: 127 },
      { part: 150_000, whole: 127 },
    ];
    expect(showComparison(compareRatios(now, base), 'change', 'zh')).toBe('上升33.33%');
    expect(showComparison(compareRatios(now, { part: 0, whole: 3 }), 'change', 'zh')).toBe('上期为0');
  });
});

describe('the definitions hold together', () => {
  test('every indicator of a report is known, and every rate has both its numbers in the same report', () => {
    for (const { key, sections } of allReports) {
      const keys = sections.flatMap(({ indicators }) => indicators);
      expect(new Set(keys).size, key).toBe(keys.length);
      for (const one of keys) {
        const indicator = indicatorsByKey.get(one);
        expect(indicator, `${key}: ${one}`).toBeDefined();
        if (indicator && isRate(indicator))
          expect(keys, `${key}: ${one}`).toEqual(
            expect.arrayContaining([indicator.source.part, indicator.source.whole]),
          );
      }
    }
  });

  test('every measure an indicator names is declared by its kind', () => {
    const declared = new Set(
      allKinds.flatMap(({ key, measures }) => measures.map((measure) => `${key}.${measure.key}`)),
    );
    const named = allIndicators.flatMap(({ source }) => {
      if ('measure' in source) return [source.measure];
      if ('median' in source) return [source.median];
      if ('distinct' in source) return [source.distinct];
      return 'stock' in source ? [source.stock.in, source.stock.out] : [];
    });
    expect(named.filter((name) => !declared.has(name))).toEqual([]);
    const broken = allReports.flatMap(({ breakdowns }) => breakdowns.map(({ measure }) => measure));
    expect(broken.filter((name) => !declared.has(name))).toEqual([]);
    expect(new Set(broken.map((name) => splitMeasure(name).kind)).size).toBeGreaterThan(1);
  });

  test('no two indicators share a key, and every rate says what it divides by what', () => {
    expect(indicatorsByKey.size).toBe(allIndicators.length);
    expect(allIndicators.filter((indicator) => isRate(indicator) && indicator.meaning === undefined)).toEqual([]);
  });
});
