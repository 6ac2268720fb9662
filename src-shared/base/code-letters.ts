// Letters and digits that a person reads from paper and types: Crockford's, without look-alikes, and one check letter
// that finds every single wrong letter and every two that changed places, wherever they stand.

import { required } from './assert.ts';

/** No I, L, O, U. A letter stands for five bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As it was meant: blanks and hyphens gone, full width and small letters raised, look-alikes read as what they look like. */
export function normaliseLetters(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '');
  return letters.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** The values of the letters, 0 to 31; null where one is none of them. */
export function lettersToValues(letters: string): readonly number[] | null {
  const values = Array.from(letters, (letter) => alphabet.indexOf(letter));
  return values.includes(-1) ? null : values;
}

export function valuesToLetters(values: readonly number[]): string {
  return values.map((value) => alphabet.charAt(value)).join('');
}

/** In groups of four. */
export function groupLetters(letters: string): string {
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/**
 * The value that makes the weighted sum of all letters nothing, at most 30 of them before it. Each place has a weight of
 * its own in the field of 32 elements, so the difference that one wrong letter, or two exchanged ones, make is never nothing.
 */
export function checkValue(values: readonly number[]): number {
  const sum = values.reduce((before, value, place) => before ^ product(value, weightAt(place)), 0);
  // Divided by the weight of its own place: the 31st power is 1.
  return product(sum, weightAt(31 - values.length));
}

/** Powers of x in GF(2)[x] modulo x⁵ + x² + 1, of which the 31st is the first again. */
const weights: readonly number[] = Array.from({ length: 31 }).reduce<number[]>((powers) => {
  const last = powers.at(-1);
  return [...powers, last === undefined ? 1 : timesX(last)];
}, []);

function weightAt(place: number): number {
  return required(weights[place % 31], 'every place has a weight');
}

function timesX(value: number): number {
  const doubled = value << 1;
  return doubled < 32 ? doubled : doubled ^ 0b100101;
}

function product(left: number, right: number): number {
  let result = 0;
  for (let shifted = left, bits = right; bits > 0; shifted = timesX(shifted), bits >>= 1)
    if ((bits & 1) === 1) result ^= shifted;
  return result;
}
