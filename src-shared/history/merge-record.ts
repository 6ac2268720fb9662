// Merges the changes of one record, path by path, from ancestry alone: never from clocks, counters or order of arrival.

import { assert, required } from '../base/assert.ts';
import type { Scalar } from '../base/scalar.ts';
import type { Change } from './change.ts';
import type { PathConflict } from './conflict.ts';
import { elementConflict, valueConflict } from './find-conflicts.ts';
import type { Graph } from './graph.ts';
import { buildGraph, compareRank, nodeOf } from './graph.ts';
import type { ChangeId } from './ids.ts';
import type { MergedRecord } from './merged-record.ts';
import { stampOf } from './merged-record.ts';
import type { Path } from './path.ts';
import { enclosingPaths } from './path.ts';
import type { PathHistory, Write } from './path-history.ts';
import { candidatesOf, pathHistories } from './path-history.ts';
import { compareText } from './scalar-rules.ts';

/** @param changes of one record, at least one, in any order, the same one any number of times */
export function mergeRecord(changes: Iterable<Change>): MergedRecord {
  return mergeGraph(buildGraph(changes));
}

export function mergeGraph(graph: Graph): MergedRecord {
  const first = required(graph.order[0]?.change ?? graph.parked[0], 'a record has at least one change');
  const last = lastOf(graph) ?? first;
  const { record, kind } = first.header;
  for (const { change } of graph.order)
    assert(change.header.record === record, 'only changes of one record are merged');
  return {
    record,
    kind,
    scope: last.header.scope,
    heads: graph.heads,
    generation: graph.order.at(-1)?.generation ?? 0,
    ...showPaths(pathHistories(graph)),
    waiting: graph.missing,
    created: stampOf(first),
    updated: stampOf(last),
    changeCount: graph.order.length,
  };
}

function lastOf(graph: Graph): Change | undefined {
  return graph.heads.map((id) => nodeOf(graph, id)).toSorted(compareRank)[0]?.change;
}

type Shown = { readonly value: Scalar; readonly change: ChangeId; readonly conflict: PathConflict | null };
type ShownPaths = Pick<MergedRecord, 'values' | 'provenance' | 'conflicts'>;

/** Goes through the paths from outside to inside, so that whatever encloses a path is settled before it. */
function showPaths(histories: ReadonlyMap<Path, PathHistory>): ShownPaths {
  const innerWrites = writesInsideRemoved(histories);
  const values = new Map<Path, Scalar>();
  const provenance = new Map<Path, ChangeId>();
  const conflicts: PathConflict[] = [];
  for (const [path, history] of [...histories].toSorted(([left], [right]) => compareText(left, right))) {
    if (!isVisible(path, histories, values)) continue;
    const shown = showPath(path, history, innerWrites.get(path) ?? []);
    provenance.set(path, shown.change);
    if (shown.value !== null) values.set(path, shown.value);
    if (shown.conflict !== null) conflicts.push(shown.conflict);
  }
  return { values, provenance, conflicts };
}

/** A path shows when everything around it that was ever written is a living element. */
function isVisible(path: Path, histories: ReadonlyMap<Path, PathHistory>, values: ReadonlyMap<Path, Scalar>): boolean {
  return enclosingPaths(path).every((enclosing) => !histories.has(enclosing) || values.get(enclosing) === true);
}

function showPath(path: Path, history: PathHistory, inner: readonly Write[]): Shown {
  const candidates = candidatesOf(history.live);
  const conflict = elementConflict(path, history, inner) ?? valueConflict(path, history, candidates);
  const change = conflict?.versions.find((version) => version.value === conflict.shown)?.changes[0];
  return {
    value: conflict === null ? (candidates[0]?.value ?? null) : conflict.shown,
    change: change ?? candidates[0]?.nodes[0]?.change.id ?? lastErased(history),
    conflict,
  };
}

function lastErased(history: PathHistory): ChangeId {
  const nodes = history.live.map((write) => write.node).toSorted(compareRank);
  return required(nodes[0], 'a written path has a live write').change.id;
}

/** All writes inside each element that somebody removed and nobody has put back since. */
function writesInsideRemoved(histories: ReadonlyMap<Path, PathHistory>): ReadonlyMap<Path, readonly Write[]> {
  const removed = new Map<Path, Write[]>();
  for (const [path, { live }] of histories)
    if (live.some((write) => !write.erased && write.value !== true)) removed.set(path, []);
  for (const [path, { writes }] of histories) {
    for (const enclosing of enclosingPaths(path)) removed.get(enclosing)?.push(...writes);
  }
  return removed;
}
