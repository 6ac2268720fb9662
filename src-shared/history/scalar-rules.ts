// What a value must be to be written down exactly and everywhere alike: a text without NUL and lone surrogates, a safe
// integer, true or false; null means cleared.

import type { Problem } from '../base/problem.ts';
import type { Scalar } from '../base/scalar.ts';

/** The first is quick and enough for most texts; only texts with any surrogates need the second. */
const anySurrogate = /[\ud800-\udfff]/;
const loneSurrogate = /\p{Surrogate}/u;

export function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Says why a value cannot be written down exactly and everywhere alike, or null. */
export function scalarProblem(value: Scalar): Problem | null {
  if (typeof value === 'string') return textProblem(value);
  if (typeof value === 'number' && !isWritableInteger(value)) return { code: 'history_unsafe_number' };
  return null;
}

/** NUL is refused because PostgreSQL's text cannot hold it. */
export function textProblem(text: string): Problem | null {
  if (anySurrogate.test(text) && loneSurrogate.test(text)) return { code: 'history_lone_surrogate' };
  if (text.includes('\0')) return { code: 'history_nul_character' };
  return null;
}

/** Minus zero is refused: it is equal to zero but would be written otherwise by some encoders. */
export function isWritableInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** Equal keys exactly for equal values: the text `1` and the number 1 differ. */
export function scalarKey(value: Scalar): string {
  return typeof value === 'string' ? `"${value}` : String(value);
}

/** Order of UTF-16 code units, the same on every machine and in every language. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
