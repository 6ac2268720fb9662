// Finds what is in conflict at a path. Authors who had seen each other's writes never are, nor are equal values.

import type { ConflictBase, ConflictVersion, ElementConflict, ValueConflict } from './conflict.ts';
import type { GraphNode } from './graph.ts';
import { areConcurrent, isAncestor } from './graph.ts';
import type { Path } from './path.ts';
import type { Candidate, PathHistory, Write } from './path-history.ts';
import { groupByValue } from './path-history.ts';
import { scalarKey } from './scalar-rules.ts';

export function valueConflict(
  path: Path,
  history: PathHistory,
  candidates: readonly Candidate[],
): ValueConflict | null {
  const [shown, second] = candidates;
  if (shown === undefined || second === undefined) return null;
  const base = baseOf(
    history,
    candidates.flatMap((candidate) => candidate.nodes),
  );
  return { kind: 'value', path, versions: candidates.map(toVersion), shown: shown.value, base };
}

/**
 * The conflict of a removed element with writes inside it whose authors knew of no live removal, and which none of
 * those who removed it knew.
 * @param inner every write at any path inside the element
 */
export function elementConflict(path: Path, history: PathHistory, inner: readonly Write[]): ElementConflict | null {
  const live = history.live.filter((write) => !write.erased);
  const removals = live.filter((write) => write.value !== true);
  if (removals.length === 0) return null;
  const unaware = inner.filter(({ node }) => removals.every((removal) => areConcurrent(removal.node, node)));
  if (unaware.length === 0) return null;
  const sides = [...live, ...keepersAmong(unaware, live)];
  const nodes = sides.map(({ node }) => node);
  return {
    kind: 'element',
    path,
    versions: groupByValue(sides).map(toVersion),
    shown: true,
    base: baseOf(history, nodes),
  };
}

type Side = Pick<Write, 'node' | 'value'>;

/** Who worked inside the element speaks for keeping it, unless somebody who saw that work wrote `true` himself. */
function keepersAmong(unaware: readonly Write[], live: readonly Write[]): readonly Side[] {
  const kept = live.filter((write) => write.value === true).map(({ node }) => node);
  const nodes = new Set(unaware.map(({ node }) => node));
  return [...nodes]
    .filter((node) => !kept.some((keeper) => keeper === node || isAncestor(node, keeper)))
    .map((node) => ({ node, value: true }));
}

/** The one value at the path that all sides had seen last. */
function baseOf(history: PathHistory, sides: readonly GraphNode[]): ConflictBase | null {
  const nearest: Write[] = [];
  for (const write of history.writes.toReversed()) {
    if (nearest.some((later) => isAncestor(write.node, later.node))) continue;
    if (sides.every((side) => isAncestor(write.node, side))) nearest.push(write);
  }
  const [first] = nearest;
  if (first === undefined || nearest.some((write) => write.erased || scalarKey(write.value) !== scalarKey(first.value)))
    return null;
  return { value: first.value, change: first.node.change.id };
}

function toVersion(candidate: Candidate): ConflictVersion {
  return { value: candidate.value, changes: candidate.nodes.map((node) => node.change.id) };
}
