// The history as a person reads it: each change with what it did to what its author saw.

import type { Change } from './change.ts';
import type { ValueDifference } from './diff-values.ts';
import type { Graph, GraphNode } from './graph.ts';
import type { Path } from './path.ts';
import { pathHistories, writesOf } from './path-history.ts';
import type { RecordHistory } from './value-seen.ts';
import { recordHistory, valueSeenBy } from './value-seen.ts';

export type TimelineEntry = {
  readonly change: Change;
  /** What it wrote, in order of path; values written again unchanged are left out. */
  readonly differences: readonly ValueDifference[];
  /** Where it wrote values that have been erased since. */
  readonly erased: readonly Path[];
};

/** Parents before children. Nothing that was ever written is missing here, whatever became of it later. */
export function timelineOf(graph: Graph): readonly TimelineEntry[] {
  const history = recordHistory(pathHistories(graph));
  return graph.order.map((node) => entryOf(node, history));
}

function entryOf(node: GraphNode, history: RecordHistory): TimelineEntry {
  const differences: ValueDifference[] = [];
  const erased: Path[] = [];
  for (const [path, write] of writesOf(node)) {
    const before = valueSeenBy(node, path, history);
    if (write.erased) erased.push(path);
    else if (before !== write.value) differences.push({ path, before, after: write.value });
  }
  return { change: node.change, differences, erased };
}
