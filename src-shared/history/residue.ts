// What is left of an erased body when several erasures name the same change: only what all of them keep.

import type { Change, Operation, Residue } from './change.ts';
import { compareText } from './scalar-rules.ts';

/** Of two copies of one change the one that says less; copies with different erasures say what both keep. */
export function lesserCopy(left: Change, right: Change): Change {
  if (left.body !== null) return right.body === null ? right : left;
  if (right.body !== null || right.residue === undefined) return left;
  return left.residue === undefined ? right : { ...left, residue: commonResidue(left.residue, right.residue) };
}

export function commonResidue(left: Residue, right: Residue): Residue {
  const erased = new Set([...left.erases, ...right.erases]);
  return { keeps: left.keeps.filter(({ path }) => !erased.has(path)), erases: [...erased].toSorted(compareText) };
}

/** Cuts operations into what stays and what goes. */
export function residueOf(operations: readonly Operation[], erases: ReadonlySet<string>): Residue {
  return {
    keeps: operations.filter(({ path }) => !erases.has(path)),
    erases: operations.map(({ path }) => path).filter((path) => erases.has(path)),
  };
}
