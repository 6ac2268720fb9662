// Figures as they are typed and shown: 余, 万, both numbers of a rate, and the base that a published change needs.

import { describe, expect, test } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { indicatorsByKey } from '../../../src-shared/reports/all-indicators.ts';
import { type Amount, addAmounts, median } from '../../../src-shared/reports/amount.ts';
import { figureRefText, parseFigureRef } from '../../../src-shared/reports/figure-ref.ts';
import { impliedBase } from '../../../src-shared/reports/implied-base.ts';
import { parseEntered } from '../../../src-shared/reports/parse-entered.ts';
import { showAmount, showFigure, showParts } from '../../../src-shared/reports/show-figure.ts';

const indicator = (key: string) => required(indicatorsByKey.get(key), key);
const amount = (value: number, approximate = false): Amount => ({ value, parts: 1, approximate });
const entered = (key: string, text: string) => {
  const read = parseEntered(indicator(key), text);
  return read.ok ? [read.value.value, read.value.approximate] : read.problem.code;
};

describe('figures as people type them', () => {
  test.each([
    ['persons_listed', '178', [178, false]],
    ['persons_listed', ' １，５９５ ', [1_595, false]],
    ['outreach_sessions', '127余', [127, true]],
    ['outreach_attendances', '20万余', [200_000, true]],
    ['outreach_attendances', '20余万', [200_000, true]],
    ['outreach_attendances', '1.6万', [16_000, false]],
    ['loss_fen', '33709.58万', [33_709_580_000, false]],
    ['loss_fen', '200,494.72元', [20_049_472, false]],
    ['returned_fen', '113万余元', [113_000_000, true]],
    ['stopped_fen', '17.15亿', [171_500_000_000, false]],
    ['stopped_fen', '200多万', [200_000_000, true]],
  ] as const)('%s: %j', (key, text, value) => expect(entered(key, text)).toEqual(value));

  test.each([
    ['persons_listed', '1.5'],
    ['persons_listed', '-3'],
    ['persons_listed', '几十'],
    ['persons_listed', ''],
    ['loss_fen', '1.005'],
    ['stopped_fen', '99999999999亿'],
  ])('%s: %j is refused', (key, text) => expect(entered(key, text)).toBe('indicator_value_unreadable'));
});

describe('figures as they are shown', () => {
  test('money in 万元 and 亿元 with two decimals, 余 before the unit', () => {
    expect(showAmount(indicator('loss_fen'), amount(20_049_472), 'zh')).toBe('20.05万元');
    expect(showAmount(indicator('loss_fen'), amount(113_000_000, true), 'zh')).toBe('113.00余万元');
    expect(showAmount(indicator('loss_fen'), amount(171_500_000_000), 'zh')).toBe('17.15亿元');
  });

  test('a figure nobody entered is no 0, and a count that is approximate says so', () => {
    expect(showAmount(indicator('outreach_sessions'), null, 'zh')).toBe('未填报');
    expect(showAmount(indicator('outreach_attendances'), amount(200_000, true), 'zh')).toBe('200,000余');
    expect(showAmount(indicator('found_minutes'), null, 'zh')).toBe('—');
  });

  test('a rate with both its numbers; a denominator of 0 in words', () => {
    const [rate, part, whole] = ['cleared_rate', 'persons_cleared', 'persons_listed'].map(indicator);
    const figure = { part: amount(132), whole: amount(178) };
    expect(showFigure(required(rate, 'rate'), figure, 'zh')).toBe('74.16%');
    expect(showParts({ part, whole }, figure, 'zh')).toBe('132／178');
    expect(showFigure(indicator('cleared_rate'), { part: amount(0), whole: amount(0) }, 'zh')).toBe('分母为0');
    expect(showFigure(indicator('hit_rate'), { part: amount(44), whole: amount(98) }, 'zh')).toBe('0.4');
    expect(showFigure(indicator('solved_rate'), { part: amount(1_496), whole: amount(1_595) }, 'zh')).toBe('93.79%');
  });
});

test('with one part unknown a sum is unknown, and one approximate part makes it approximate', () => {
  expect(addAmounts([amount(2), amount(3)])).toEqual({ value: 5, parts: 2, approximate: false });
  expect(addAmounts([amount(2), amount(3, true)])?.approximate).toBe(true);
  expect(addAmounts([amount(2), null])).toBeNull();
  expect([median([]), median([5]), median([9, 1, 4]), median([1, 2]), median([1, 4])]).toEqual([null, 5, 4, 2, 3]);
});

describe('the base that a published change needs', () => {
  test('every whole number that rounds to the percentage, and no other', () => {
    expect(impliedBase(132, '-5')).toEqual({ least: 139, most: 139 });
    expect(impliedBase(1_000, '0')).toEqual({ least: 996, most: 1_005 });
    expect(impliedBase(9, '12.50')).toEqual({ least: 8, most: 8 });
  });

  test('none means that one of the two is mistyped', () => {
    expect(impliedBase(9, '12.51')).toBeNull();
    expect(impliedBase(9, '-100')).toBeNull();
    expect(impliedBase(9, 'x')).toBeNull();
  });

  test('against every base one after the other', () => {
    const fits = (now: number, percent: string) =>
      Array.from({ length: 4_000 }, (_, index) => index + 1).filter((base) => {
        const tenths = Math.round((Math.abs(now - base) / base) * 1_000);
        return `${now < base && tenths > 0 ? '-' : ''}${(tenths / 10).toFixed(1)}` === percent;
      });
    for (const [now, percent] of [
      [317, '18.4'],
      [53, '-7.1'],
      [1_743, '2.0'],
      [120, '140.0'],
    ] as const) {
      const all = fits(now, percent);
      expect(impliedBase(now, percent)).toEqual(all.length === 0 ? null : { least: all[0], most: all.at(-1) });
    }
  });
});

test('the address of a figure reads as the same figure, and nothing else is one', () => {
  for (const text of [
    'i~found_accepted~2025-03',
    'l~found_category~2025-03@26~wallet',
    'l~x~2025~-',
    'p~rec_1~rescues',
  ]) {
    const ref = parseFigureRef(text);
    expect(ref === null ? null : figureRefText(ref)).toBe(text);
  }
  for (const text of ['', 'i', 'i~x', 'i~x~never', 'l~x~2025', 'q~x~2025', 'p~~x'])
    expect(parseFigureRef(text)).toBeNull();
});
