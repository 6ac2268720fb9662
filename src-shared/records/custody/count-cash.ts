// A cash count (现金盘点) to the fen: how many of each denomination there should be, how many were counted, and what differs.

import { assert } from '../../base/assert.ts';
import type { HeldCash } from './held-cash.ts';

/** Denominations of the renminbi in fen, notes and coins together, from 100 yuan to 1 fen. */
export const denominations: readonly number[] = [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

/** Pieces of one denomination that one count may hold; what is more is typed wrong. */
export const mostPieces = 1_000_000;

export type Counted = { readonly denomination: number; readonly count: number };
export type CashLine = {
  /** Fen. */
  readonly denomination: number;
  readonly expected: number;
  readonly counted: number;
};
export type CashCount = {
  /** A line for each denomination that is expected or counted, the largest first. */
  readonly lines: readonly CashLine[];
  /** Fen expected of lines of which a part was given back: nobody knows which notes are left of them. */
  readonly openFen: number;
  readonly expectedFen: number;
  readonly countedFen: number;
  /** Counted less expected: below zero where cash is missing. */
  readonly differenceFen: number;
};

export function countCash(held: readonly HeldCash[], counted: readonly Counted[]): CashCount {
  const whole = held.filter(({ takenFen }) => takenFen === 0);
  const open = held.filter(({ takenFen }) => takenFen > 0);
  const expected = piecesOfEach(whole);
  const found = piecesOfEach(counted);
  const all = [...new Set([...expected.keys(), ...found.keys()])].sort((left, right) => right - left);
  const lines = all
    .map((denomination) => ({
      denomination,
      expected: expected.get(denomination) ?? 0,
      counted: found.get(denomination) ?? 0,
    }))
    .filter((line) => line.expected > 0 || line.counted > 0);
  const openFen = open.reduce((sum, { denomination, count, takenFen }) => sum + denomination * count - takenFen, 0);
  const expectedFen = openFen + lines.reduce((sum, line) => sum + line.denomination * line.expected, 0);
  const countedFen = lines.reduce((sum, line) => sum + line.denomination * line.counted, 0);
  assert(Number.isSafeInteger(expectedFen) && Number.isSafeInteger(countedFen), 'cash is counted to the fen');
  return { lines, openFen, expectedFen, countedFen, differenceFen: countedFen - expectedFen };
}

function piecesOfEach(lines: readonly Counted[]): ReadonlyMap<number, number> {
  const pieces = new Map<number, number>();
  for (const { denomination, count } of lines) pieces.set(denomination, (pieces.get(denomination) ?? 0) + count);
  return pieces;
}
