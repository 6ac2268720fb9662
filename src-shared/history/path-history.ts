// Everything ever written at one path, and which of it is live: not replaced by anyone who had seen it.

import type { Scalar } from '../base/scalar.ts';
import type { Graph, GraphNode } from './graph.ts';
import { compareRank, isAncestor } from './graph.ts';
import type { Path } from './path.ts';
import { scalarKey } from './scalar-rules.ts';

/** One value written by one change. An erased write still replaces what its author saw but has no value itself. */
export type Write = { readonly node: GraphNode; readonly value: Scalar; readonly erased: boolean };

export type PathHistory = {
  /** All writes, parents before children. */
  readonly writes: readonly Write[];
  /** The writes that no later change replaced. */
  readonly live: readonly Write[];
};

/** Equal values written independently of each other, with the nodes that wrote them, first in rank first. */
export type Candidate = { readonly value: Scalar; readonly nodes: readonly GraphNode[] };

export function pathHistories(graph: Graph): ReadonlyMap<Path, PathHistory> {
  const writesByPath = new Map<Path, Write[]>();
  for (const node of graph.order) {
    for (const [path, write] of writesOf(node)) {
      const writes = writesByPath.get(path);
      if (writes === undefined) writesByPath.set(path, [write]);
      else writes.push(write);
    }
  }
  const histories = new Map<Path, PathHistory>();
  for (const [path, writes] of writesByPath) histories.set(path, { writes, live: liveAmong(writes) });
  return histories;
}

/** Goes backwards, children before parents: whatever replaced a write is either live itself or replaced by a live one. */
export function liveAmong(writes: readonly Write[]): readonly Write[] {
  const live: Write[] = [];
  for (const write of writes.toReversed()) {
    if (!live.some((later) => isAncestor(write.node, later.node))) live.push(write);
  }
  return live;
}

/** The live values of a path, equal ones together, first in rank first: the first is the one that is shown. */
export function candidatesOf(live: readonly Write[]): readonly Candidate[] {
  const valued = live.filter((write) => !write.erased);
  const [only, second] = valued;
  if (only !== undefined && second === undefined) return [{ value: only.value, nodes: [only.node] }];
  return groupByValue(valued);
}

export function groupByValue(writes: readonly Pick<Write, 'node' | 'value'>[]): readonly Candidate[] {
  const candidatesByKey = new Map<string, { value: Scalar; nodes: GraphNode[] }>();
  for (const { value, node } of writes.toSorted((left, right) => compareRank(left.node, right.node))) {
    const candidate = candidatesByKey.get(scalarKey(value));
    if (candidate === undefined) candidatesByKey.set(scalarKey(value), { value, nodes: [node] });
    else candidate.nodes.push(node);
  }
  return [...candidatesByKey.values()];
}

/** What a change wrote, path by path. */
export function* writesOf(node: GraphNode): Iterable<readonly [Path, Write]> {
  const { body, residue } = node.change;
  for (const { path, value } of body?.ops ?? residue?.keeps ?? []) yield [path, { node, value, erased: false }];
  if (body === null) for (const path of residue?.erases ?? []) yield [path, { node, value: null, erased: true }];
}
