import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateLargestRemainder } from '../../../../src-shared/records/money/allocate-largest-remainder.ts';
import { fen, isFen, sumFen } from '../../../../src-shared/records/money/fen.ts';
import { fenToChinese } from '../../../../src-shared/records/money/fen-to-chinese.ts';
import { formatWanYuan, formatYiYuan, formatYuan } from '../../../../src-shared/records/money/format-yuan.ts';
import { parseYuan } from '../../../../src-shared/records/money/parse-yuan.ts';
import { percentHalfUp } from '../../../../src-shared/records/money/round-half-up.ts';
import vectors from '../../../support/vectors.json' with { type: 'json' };

const anyFen = fc.integer({ min: 0, max: 999_999_999_999_999 }).map(fen);

describe('parseYuan', () => {
  it.each([
    ['0', 0],
    ['0.5', 50],
    ['１２３４．５６', 123_456],
    ['200,494.72', 20_049_472],
    [' ￥ 1，234.50 元', 123_450],
    ['人民币20元整', 2000],
    ['1.500', 150],
    ['007', 700],
    ['3.6万元', 3_600_000],
    ['3.6万', 3_600_000],
    ['1.000001万元', 1_000_001],
    ['1.5亿元', 15_000_000_000],
    ['9999999999999.99', 999_999_999_999_999],
  ])('%s is %i fen', (text, amount) => expect(parseYuan(text)).toEqual({ ok: true, value: amount }));

  it.each([
    ['', 'yuan_not_a_number'],
    ['约20', 'yuan_not_a_number'],
    ['1,23', 'yuan_not_a_number'],
    ['3万5', 'yuan_not_a_number'],
    ['20万元元', 'yuan_not_a_number'],
    ['1e5', 'yuan_not_a_number'],
    ['.5', 'yuan_not_a_number'],
    ['-1', 'yuan_negative'],
    ['￥－１', 'yuan_negative'],
    ['−0.01', 'yuan_negative'],
    ['1.005', 'yuan_fraction_of_fen'],
    ['0.0000001万元', 'yuan_fraction_of_fen'],
    ['10000000000000', 'yuan_too_large'],
    ['10000亿元0', 'yuan_not_a_number'],
    ['100000亿元', 'yuan_too_large'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseYuan(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('an endless amount is refused unread', () => {
    expect(parseYuan('1'.repeat(20_000_000))).toMatchObject({ ok: false, problem: { code: 'yuan_not_a_number' } });
  });

  it('reads back what formatYuan wrote', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(parseYuan(formatYuan(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('figures', () => {
  it.each([
    [20_049_472, '200,494.72', '20.05', '0.00'],
    [5, '0.05', '0.00', '0.00'],
    [-123_456_750, '-1,234,567.50', '-123.46', '-0.01'],
    [100_000_000_000, '1,000,000,000.00', '100,000.00', '10.00'],
    [5000, '50.00', '0.01', '0.00'],
  ])('%i fen is %s yuan, %s 万元, %s 亿元', (amount, yuan, wan, yi) => {
    expect([formatYuan(fen(amount)), formatWanYuan(fen(amount)), formatYiYuan(fen(amount))]).toEqual([yuan, wan, yi]);
  });

  it.each([
    [20_000, 80_000, '25.00'],
    [36_000, 1_360_000, '2.65'],
    [1, 3, '33.33'],
    [1, 800, '0.13'],
    [-1, 800, '-0.13'],
    [3, 2, '150.00'],
    [1, 0, null],
  ])('%i of %i is %s percent', (part, whole, percent) => expect(percentHalfUp(part, whole)).toBe(percent));

  it('decimals are chosen', () => expect([percentHalfUp(1, 3, 0), percentHalfUp(2, 3, 1)]).toEqual(['33', '66.7']));

  it('fen are whole and safe', () => {
    expect([isFen(1), isFen(0.5), isFen(2 ** 53), isFen(Number.NaN), isFen(-0)]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => fen(0.1)).toThrow('broken invariant');
    expect(sumFen([fen(1), fen(2)])).toBe(3);
  });
});

describe('fenToChinese', () => {
  it.each([
    ...Object.entries(vectors.rmb),
    ['0.05', '人民币伍分'],
    ['36000.00', '人民币叁万陆仟元整'],
    ['200494.72', '人民币贰拾万零肆佰玖拾肆元柒角贰分'],
    ['6007.14', '人民币陆仟零柒元壹角肆分'],
    ['325.04', '人民币叁佰贰拾伍元零肆分'],
    ['107000.53', '人民币壹拾万柒仟元伍角叁分'],
    ['100010001.00', '人民币壹亿零壹万零壹元整'],
    ['1130000.00', '人民币壹佰壹拾叁万元整'],
    ['0.00', '人民币零元整'],
    ['100005000.00', '人民币壹亿零伍仟元整'],
    ['1000000000000.00', '人民币壹万亿元整'],
    ['1234500000000.10', '人民币壹万贰仟叁佰肆拾伍亿元壹角整'],
    ['0.15', '人民币壹角伍分'],
  ])('%s is %s', (yuan, words) => {
    const amount = parseYuan(yuan);
    expect(amount.ok && fenToChinese(amount.value)).toBe(words);
  });

  it('a counter-entry begins with 负', () => expect(fenToChinese(fen(-2050))).toBe('人民币负贰拾元伍角整'));

  it('different amounts have different words, never two 零 together', () => {
    fc.assert(
      fc.property(anyFen, anyFen, (left, right) => {
        expect(fenToChinese(left)).not.toMatch(/零零|零元[^整]|零$/);
        expect(fenToChinese(left) === fenToChinese(right)).toBe(left === right);
      }),
    );
  });
});

describe('allocateLargestRemainder', () => {
  const share = (pool: number, weights: readonly number[]) => allocateLargestRemainder(fen(pool), weights.map(fen));

  it.each(
    vectors.alloc_largest_remainder.map((vector) => [vector.pool_fen, vector.weights_fen, vector.out_fen] as const),
  )('%i by %j is %j', (pool, weights, shares) => expect(share(pool, weights)).toEqual({ ok: true, value: shares }));

  it.each([
    [10_000, [1, 1, 1], [3334, 3333, 3333]],
    [100_000, [1, 1, 1, 1, 1, 1, 1], [14_286, 14_286, 14_286, 14_286, 14_286, 14_285, 14_285]],
    [3_456_789, [1_488_800, 5_000_000, 8_000_000, 1_000_001], [332_270, 1_115_900, 1_785_439, 223_180]],
    [6_000_000, [3_333_333, 8_000_000, 8_666_667, 2_000_000], [909_091, 2_181_818, 2_363_636, 545_455]],
    [6_000_000, [5_000_000, 12_000_000, 13_000_000, 2_000_000], [937_500, 2_250_000, 2_437_500, 375_000]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
    [7, [0, 3], [0, 7]],
  ])('handbook §3.6: %i by %j is %j', (pool, weights, shares) => {
    expect(share(pool, weights)).toEqual({ ok: true, value: shares });
  });

  it('nothing to share by, and negative amounts, are refused', () => {
    expect(share(1, [0, 0])).toEqual({ ok: false, problem: { code: 'allocation_no_weights' } });
    expect(share(1, [])).toEqual({ ok: false, problem: { code: 'allocation_no_weights' } });
    expect(share(-1, [1])).toEqual({ ok: false, problem: { code: 'allocation_negative' } });
    expect(share(1, [1, -1])).toEqual({ ok: false, problem: { code: 'allocation_negative' } });
  });

  it('shares add up to the pool, each within a fen of its exact part', () => {
    const weightLists = fc
      .array(anyFen, { minLength: 1, maxLength: 40 })
      .filter((weights) => weights.some((weight) => weight > 0));
    fc.assert(
      fc.property(anyFen, weightLists, (pool, weights) => {
        const result = allocateLargestRemainder(pool, weights);
        const shares = result.ok ? result.value : [];
        const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(sumFen(shares)).toBe(pool);
        for (const [index, weight] of weights.entries()) {
          const floor = (BigInt(pool) * BigInt(weight)) / total;
          expect([floor, floor + 1n]).toContain(BigInt(shares[index] ?? -1));
        }
      }),
    );
  });
});
