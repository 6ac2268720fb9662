// The rules of merging once more, spelled out slowly with plain sets, straight from docs/history-spec.md. The real
// merge is held against this one on random histories.

import type { Scalar } from '../../src-shared/base/scalar.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { operationsOf } from '../../src-shared/history/change.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';

export type ReferenceWrite = { readonly change: Change; readonly path: string; readonly value: Scalar };
export type ReferenceConflict = {
  readonly kind: string;
  readonly path: string;
  readonly sides: readonly string[];
  /** Null where the sides share no earlier value or more than one. */
  readonly base: { readonly value: Scalar } | null;
};
export type ReferenceRecord = {
  readonly values: Readonly<Record<string, Scalar>>;
  readonly conflicts: readonly ReferenceConflict[];
};

/** All ancestors of each change; a change whose ancestors are not all here is left out. */
export function ancestorsById(changes: readonly Change[]): ReadonlyMap<ChangeId, ReadonlySet<ChangeId>> {
  const ancestors = new Map<ChangeId, ReadonlySet<ChangeId>>();
  for (let before = -1; before !== ancestors.size; ) {
    before = ancestors.size;
    for (const { id, header } of changes) {
      if (!header.parents.every((parent) => ancestors.has(parent))) continue;
      ancestors.set(id, new Set(header.parents.flatMap((parent) => [parent, ...(ancestors.get(parent) ?? [])])));
    }
  }
  return ancestors;
}

export function referenceMerge(changes: readonly Change[]): ReferenceRecord {
  const facts = factsOf(changes);
  const paths = [...new Set(facts.writes.map(({ path }) => path))].toSorted();
  const values: Record<string, Scalar> = {};
  const conflicts: ReferenceConflict[] = [];
  for (const path of paths) {
    const enclosing = paths.filter((other) => path.startsWith(`${other}/`));
    if (!enclosing.every((other) => values[other] === true)) continue;
    const { shown, conflict } = mergePath(path, facts);
    if (shown !== null) values[path] = shown;
    if (conflict !== null) conflicts.push(conflict);
  }
  return { values, conflicts };
}

type Facts = {
  readonly writes: readonly ReferenceWrite[];
  saw(later: Change, earlier: Change): boolean;
  /** Negative when `left` is shown before `right`. */
  compare(left: Change, right: Change): number;
};

function factsOf(changes: readonly Change[]): Facts {
  const ancestors = ancestorsById(changes);
  const known = [...new Map(changes.map((change) => [change.id, change])).values()].filter(({ id }) =>
    ancestors.has(id),
  );
  const generations = new Map<ChangeId, number>();
  const size = ({ id }: Change) => ancestors.get(id)?.size ?? 0;
  for (const { id, header } of known.toSorted((left, right) => size(left) - size(right)))
    generations.set(id, 1 + Math.max(0, ...header.parents.map((parent) => generations.get(parent) ?? 0)));
  const generation = ({ id }: Change) => generations.get(id) ?? 0;
  return {
    writes: known.flatMap((change) => operationsOf(change).map(({ path, value }) => ({ change, path, value }))),
    saw: (later, earlier) => ancestors.get(later.id)?.has(earlier.id) === true,
    compare: (left, right) => generation(right) - generation(left) || (left.id < right.id ? -1 : 1),
  };
}

function mergePath(
  path: string,
  { writes, saw, compare }: Facts,
): { shown: Scalar; conflict: ReferenceConflict | null } {
  const atPath = writes.filter((write) => write.path === path);
  const live = atPath.filter((write) => !atPath.some((later) => saw(later.change, write.change)));
  const removals = live.filter((write) => write.value !== true);
  const inner = writes.filter((write) => write.path.startsWith(`${path}/`));
  const knewNothing = (left: Change, right: Change) => left.id !== right.id && !saw(left, right) && !saw(right, left);
  const unaware = inner.filter(
    ({ change }) => removals.length > 0 && removals.every((removal) => knewNothing(removal.change, change)),
  );
  const kind = unaware.length > 0 ? 'element' : 'value';
  const first = live.toSorted((left, right) => compare(left.change, right.change))[0];
  const isCovered = (change: Change) => live.some((write) => write.value === true && saw(write.change, change));
  const keepers = unaware.filter(({ change }) => !isCovered(change)).map(({ change }) => ({ change, value: true }));
  const sides = [...live, ...keepers];
  const isConflict = kind === 'element' || new Set(live.map(({ value }) => value)).size > 1;
  return {
    shown: kind === 'element' ? true : (first?.value ?? null),
    conflict: isConflict ? { kind, path, sides: sidesOf(sides), base: baseOf(sides, atPath, saw) } : null,
  };
}

function baseOf(sides: readonly Side[], atPath: readonly ReferenceWrite[], saw: Facts['saw']) {
  const shared = atPath.filter((write) => sides.every((side) => saw(side.change, write.change)));
  const last = shared.filter((write) => !shared.some((later) => saw(later.change, write.change)));
  const values = [...new Set(last.map(({ value }) => value))];
  return values.length === 1 ? { value: values[0] ?? null } : null;
}

type Side = { readonly value: Scalar; readonly change: Change };

/** Each side as `value change`, sorted, each once. */
export function sidesOf(
  sides: readonly { readonly value: Scalar; readonly change: Pick<Change, 'id'> }[],
): readonly string[] {
  return [...new Set(sides.map(({ value, change }) => `${JSON.stringify(value)} ${change.id}`))].toSorted();
}
