// Taking back a change: not by removing it, but by writing again what was there before it.

import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Scalar } from '../base/scalar.ts';
import type { Change, Operation } from './change.ts';
import { operationsOf } from './change.ts';
import { buildGraph } from './graph.ts';
import type { ChangeId } from './ids.ts';
import { mergeGraph } from './merge-record.ts';
import type { Path } from './path.ts';
import { isInside } from './path.ts';
import type { PathHistory } from './path-history.ts';
import { pathHistories } from './path-history.ts';
import { valueSeenBy } from './timeline.ts';

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
  const histories = pathHistories(graph);
  const disputed = new Set(mergeGraph(graph).conflicts.map(({ path }) => path));
  const ops: Operation[] = [];
  const overtaken: Path[] = [];
  for (const { path, value } of operationsOf(node.change)) {
    const history = histories.get(path);
    const before = valueSeenBy(node, history);
    const isStanding = history?.live.length === 1 && history.live[0]?.node === node && !disputed.has(path);
    if (!isStanding) overtaken.push(path);
    else if (before !== value) ops.push({ path, value: restored(path, before, value, histories) });
  }
  return ok({ ops, overtaken });
}

/** An element that was not there before is removed, which is written `false`; any other path is cleared. */
function restored(path: Path, before: Scalar, undone: Scalar, histories: ReadonlyMap<Path, PathHistory>): Scalar {
  if (before !== null || undone !== true) return before;
  return [...histories.keys()].some((other) => isInside(other, path)) ? false : null;
}
