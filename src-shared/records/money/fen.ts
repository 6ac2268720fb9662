// Money is a whole number of fen (分, 1/100 yuan), a safe integer; no amount is ever a fraction or a float of yuan.

import { assert } from '../../base/assert.ts';
import type { Brand } from '../../base/brand.ts';

/** Whole fen; negative only as a difference or a counter-entry. */
export type Fen = Brand<number, 'Fen'>;

export function isFen(value: number): value is Fen {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** Asserts whole fen; for literals and for values that were checked before. */
export function fen(value: number): Fen {
  assert(isFen(value), `a whole number of fen, not ${value}`);
  return value;
}

/** Throws when the sum is beyond safe integers (90 million million yuan). */
export function sumFen(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((total, amount) => total + amount, 0));
}
