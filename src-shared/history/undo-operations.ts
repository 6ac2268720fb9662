// Taking back a change: not by removing it, but by writing again what was there before it.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Scalar } from '../base/scalar.ts';
import type { Change, Operation } from './change.ts';
import { operationsOf } from './change.ts';
import type { GraphNode } from './graph.ts';
import { buildGraph } from './graph.ts';
import type { ChangeId } from './ids.ts';
import { mergeGraph } from './merge-record.ts';
import type { Path } from './path.ts';
import { pathHistories } from './path-history.ts';
import type { RecordHistory } from './value-seen.ts';
import { recordHistory, seenBy, valueSeenBy } from './value-seen.ts';

export type Undo = {
  /** What a new change with all heads as parents has to write. */
  readonly ops: readonly Operation[];
  /** Paths left alone, because others have written there since or at the same time. */
  readonly overtaken: readonly Path[];
};

/** @param changes of one record, the change to take back among them */
export function undoOps(changes: Iterable<Change>, undone: ChangeId): Result<Undo, Problem> {
  const graph = buildGraph(changes);
  const node = graph.nodesById.get(undone);
  if (node === undefined) return err({ code: 'history_unknown_change' });
  const history = recordHistory(pathHistories(graph));
  const disputed = new Set(mergeGraph(graph).conflicts.map(({ path }) => path));
  const ops: Operation[] = [];
  const overtaken: Path[] = [];
  for (const { path, value } of operationsOf(node.change)) {
    const live = history.byPath.get(path)?.live ?? [];
    const isStanding = live.length === 1 && live[0]?.node === node && !disputed.has(path);
    const before = valueToRestore(node, path, value, history);
    if (!isStanding) overtaken.push(path);
    else if (before !== value) ops.push({ path, value: before });
  }
  return ok({ ops, overtaken });
}

/**
 * The value its author saw. Where nothing had ever been written at the path itself, what had been written inside it
 * must show again, so it is `true`; an element that the change added is removed, which is `false`; a field is cleared.
 */
function valueToRestore(node: GraphNode, path: Path, undone: Scalar, history: RecordHistory): Scalar {
  if (seenBy(node, history.byPath.get(path)?.writes).length > 0) return valueSeenBy(node, path, history);
  const inside = history.insideByPath.get(path) ?? [];
  if (seenBy(node, inside).length > 0) return true;
  return undone === true && inside.length > 0 ? false : null;
}
