// The fast way for the ordinary save: a record's first change, and one that has seen every head and replaces whatever it
// writes, need no graph.

import type { Scalar } from '../base/scalar.ts';
import type { Change } from './change.ts';
import { pathsOf } from './change.ts';
import type { ChangeId } from './ids.ts';
import type { MergedRecord } from './merged-record.ts';
import { stampOf } from './merged-record.ts';
import type { Path } from './path.ts';
import { enclosingPaths } from './path.ts';

/**
 * Gives exactly what a full merge with the change would give, or null where only a full merge can tell: when the
 * change has not seen all heads, when others wait for it, and when it puts back a removed element.
 */
export function appendLinear(merged: MergedRecord, change: Change): MergedRecord | null {
  if (change.body === null || merged.changeCount === 0 || change.header.record !== merged.record) return null;
  if (!isSameList(change.header.parents, merged.heads) || merged.waiting.includes(change.id)) return null;
  const shown = writeOver(merged, change);
  return shown === null
    ? null
    : {
        ...merged,
        ...shown,
        scope: change.header.scope,
        heads: [change.id],
        generation: merged.generation + 1,
        updated: stampOf(change),
        changeCount: merged.changeCount + 1,
      };
}

function writeOver(
  merged: MergedRecord,
  change: Change,
): Pick<MergedRecord, 'values' | 'provenance' | 'conflicts'> | null {
  const values = new Map(merged.values);
  const provenance = new Map(merged.provenance);
  const closed = new Set<Path>();
  for (const { path, value } of change.body?.ops ?? []) {
    if (isHidden(path, values, provenance)) continue;
    if (value === true && provenance.has(path) && values.get(path) !== true) return null;
    provenance.set(path, change.id);
    if (value === null) values.delete(path);
    else values.set(path, value);
    if (value !== true) closed.add(path);
  }
  hideInside(closed, values, provenance);
  const written = new Set(pathsOf(change));
  const conflicts = merged.conflicts.filter(({ path }) => !written.has(path) && provenance.has(path));
  return { values: sortByPath(values), provenance: sortByPath(provenance), conflicts };
}

/** Gives exactly what a full merge of this one change would give, or null where it is not the first or has no body. */
export function beginRecord(change: Change): MergedRecord | null {
  if (change.body === null || change.header.parents.length > 0) return null;
  const values = new Map<Path, Scalar>();
  const provenance = new Map<Path, ChangeId>();
  for (const { path, value } of change.body.ops) {
    if (isHidden(path, values, provenance)) continue;
    provenance.set(path, change.id);
    if (value !== null) values.set(path, value);
  }
  const { record, kind, scope } = change.header;
  const stamp = stampOf(change);
  const shown = { values, provenance, conflicts: [], waiting: [] };
  return {
    record,
    kind,
    scope,
    heads: [change.id],
    generation: 1,
    ...shown,
    created: stamp,
    updated: stamp,
    changeCount: 1,
  };
}

/** Operations come in order of path, so what encloses a path is already as the change leaves it. */
function isHidden(path: Path, values: ReadonlyMap<Path, Scalar>, provenance: ReadonlyMap<Path, ChangeId>): boolean {
  return enclosingPaths(path).some((enclosing) => provenance.has(enclosing) && values.get(enclosing) !== true);
}

function hideInside(closed: ReadonlySet<Path>, values: Map<Path, Scalar>, provenance: Map<Path, ChangeId>): void {
  if (closed.size === 0) return;
  for (const path of provenance.keys()) {
    if (!enclosingPaths(path).some((enclosing) => closed.has(enclosing))) continue;
    provenance.delete(path);
    values.delete(path);
  }
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

function sortByPath<T>(map: ReadonlyMap<Path, T>): ReadonlyMap<Path, T> {
  return new Map([...map].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
