// Rounding for display only: half up, by size, so that +0.5 and -0.5 round alike. Stored figures stay exact.

import { assert } from '../../base/assert.ts';

/** `dividend / divisor` rounded half away from zero; the divisor must be positive. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  assert(divisor > 0n, 'a positive divisor');
  const size = ((dividend < 0n ? -dividend : dividend) * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -size : size;
}

/**
 * `part / whole` in percent as text, without the sign: `25.00`, `2.65`. Both are safe integers of one unit.
 * Null when `whole` is 0: there is no percentage then, and the report says so in words.
 */
export function percentHalfUp(part: number, whole: number, decimals = 2): string | null {
  if (whole === 0) return null;
  const scaled = BigInt(part) * 100n * 10n ** BigInt(decimals) * (whole < 0 ? -1n : 1n);
  const rounded = divideHalfUp(scaled, BigInt(Math.abs(whole)));
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return rounded < 0n ? `-${text}` : text;
}
