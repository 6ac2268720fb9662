// 同比 and 环比: how a figure stands to its base. Counts by percent, rates by percentage points (百分点), and a base of
// zero in words, never as a percentage.

import { divideHalfUp, percentHalfUp } from '../records/money/round-half-up.ts';

export type Comparison =
  /** One of the two is not known, or has no denominator. */
  | { readonly kind: 'unknown' }
  /** 持平. */
  | { readonly kind: 'same' }
  /** The base is 0 and the figure is not: there is no percentage. */
  | { readonly kind: 'baseZero' }
  /** `by` is without sign, two decimals; `0.00` means less than half a hundredth, not nothing. */
  | { readonly kind: 'up' | 'down'; readonly by: string; readonly in: 'percent' | 'points' };

/** (本期 − 基期) ÷ 基期 × 100%. */
export function compareAmounts(now: number | null, base: number | null): Comparison {
  if (now === null || base === null) return { kind: 'unknown' };
  if (now === base) return { kind: 'same' };
  if (base === 0) return { kind: 'baseZero' };
  const by = percentHalfUp(Math.abs(now - base), Math.abs(base)) ?? '';
  return { kind: now > base ? 'up' : 'down', by, in: 'percent' };
}

export type Ratio = { readonly part: number; readonly whole: number };

/** Two rates in percentage points: 50% after 40% is up by 10 points, whatever that is in percent. */
export function comparePoints(now: Ratio | null, base: Ratio | null): Comparison {
  const difference = crossDifference(now, base);
  if (difference === null) return { kind: 'unknown' };
  if (difference.by === 0n) return { kind: 'same' };
  const hundredths = divideHalfUp(magnitude(difference.by) * 10_000n, difference.over);
  return { kind: difference.by > 0n ? 'up' : 'down', by: hundredthsText(hundredths), in: 'points' };
}

/** Two averages (场均人次) by percent, from the exact numbers and not from what they round to. */
export function compareRatios(now: Ratio | null, base: Ratio | null): Comparison {
  const difference = crossDifference(now, base);
  if (difference === null || now === null || base === null) return { kind: 'unknown' };
  if (difference.by === 0n) return { kind: 'same' };
  if (base.part === 0) return { kind: 'baseZero' };
  const over = BigInt(base.part) * BigInt(now.whole);
  const hundredths = divideHalfUp(magnitude(difference.by) * 10_000n, over);
  return { kind: difference.by > 0n ? 'up' : 'down', by: hundredthsText(hundredths), in: 'percent' };
}

/** a/b − c/d as one fraction; null where a denominator is 0 or missing. */
function crossDifference(now: Ratio | null, base: Ratio | null): { readonly by: bigint; readonly over: bigint } | null {
  if (!now || !base || now.whole <= 0 || base.whole <= 0) return null;
  const by = BigInt(now.part) * BigInt(base.whole) - BigInt(base.part) * BigInt(now.whole);
  return { by, over: BigInt(now.whole) * BigInt(base.whole) };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function hundredthsText(hundredths: bigint): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
