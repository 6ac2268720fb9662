// What is different between two states of a record, path by path.

import type { Scalar } from '../base/scalar.ts';
import type { Path } from './path.ts';
import { compareText } from './scalar-rules.ts';

/** Null stands for a path that holds nothing. */
export type ValueDifference = { readonly path: Path; readonly before: Scalar; readonly after: Scalar };

/** In order of path. */
export function diffValues(
  before: ReadonlyMap<Path, Scalar>,
  after: ReadonlyMap<Path, Scalar>,
): readonly ValueDifference[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted(compareText);
  return paths
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}
