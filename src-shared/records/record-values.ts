// A record's content as the history keeps it: one scalar per path. A list entry is there while `list/<id>` is true;
// null is "cleared". Ops are what one save writes.

import type { Scalar } from '../base/scalar.ts';

export type Values = ReadonlyMap<string, Scalar>;
export type Op = { readonly path: string; readonly value: Scalar };

export const noValues: Values = new Map();

/** The values after the ops, later ops over earlier ones; the given values are not touched. */
export function applyOps(values: Values, ops: readonly Op[]): Values {
  const after = new Map(values);
  for (const { path, value } of ops) after.set(path, value);
  return after;
}

/** Only the ops that change something, one per path (the last), in the order of their paths as the history wants them. */
export function realOps(values: Values, ops: readonly Op[]): Op[] {
  const last = new Map(ops.map(({ path, value }): [string, Scalar] => [path, value]));
  return Array.from(last, ([path, value]) => ({ path, value }))
    .filter(({ path, value }) => (values.get(path) ?? null) !== value)
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}
