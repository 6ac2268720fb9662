// The history as a person reads it: each change with what it did to what its author saw.

import type { Scalar } from '../base/scalar.ts';
import type { Change } from './change.ts';
import type { ValueDifference } from './diff-values.ts';
import type { Graph, GraphNode } from './graph.ts';
import { isAncestor } from './graph.ts';
import type { Path } from './path.ts';
import type { PathHistory } from './path-history.ts';
import { candidatesOf, liveAmong, pathHistories, writesOf } from './path-history.ts';

export type TimelineEntry = {
  readonly change: Change;
  /** What it wrote, in order of path; values written again unchanged are left out. */
  readonly differences: readonly ValueDifference[];
  /** Where it wrote values that have been erased since. */
  readonly erased: readonly Path[];
};

/** Parents before children. Nothing that was ever written is missing here, whatever became of it later. */
export function timelineOf(graph: Graph): readonly TimelineEntry[] {
  const histories = pathHistories(graph);
  return graph.order.map((node) => entryOf(node, histories));
}

function entryOf(node: GraphNode, histories: ReadonlyMap<Path, PathHistory>): TimelineEntry {
  const differences: ValueDifference[] = [];
  const erased: Path[] = [];
  for (const [path, write] of writesOf(node)) {
    const before = valueSeenBy(node, histories.get(path));
    if (write.erased) erased.push(path);
    else if (before !== write.value) differences.push({ path, before, after: write.value });
  }
  return { change: node.change, differences, erased };
}

/** The value that was shown at a path to the author of a change, whether or not what enclosed it was shown. */
export function valueSeenBy(node: GraphNode, history: PathHistory | undefined): Scalar {
  const seen = (history?.writes ?? []).filter((write) => isAncestor(write.node, node));
  return candidatesOf(liveAmong(seen))[0]?.value ?? null;
}
