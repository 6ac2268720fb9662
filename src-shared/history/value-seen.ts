// What the author of a change had been shown at a path: the same rules as the merge, for the changes he had seen.

import type { Scalar } from '../base/scalar.ts';
import { elementConflict } from './find-conflicts.ts';
import type { GraphNode } from './graph.ts';
import { isAncestor } from './graph.ts';
import type { Path } from './path.ts';
import { enclosingPaths } from './path.ts';
import type { PathHistory, Write } from './path-history.ts';
import { candidatesOf, liveAmong } from './path-history.ts';

export type RecordHistory = {
  readonly byPath: ReadonlyMap<Path, PathHistory>;
  /** All writes inside each path that was itself written. */
  readonly insideByPath: ReadonlyMap<Path, readonly Write[]>;
};

export function recordHistory(byPath: ReadonlyMap<Path, PathHistory>): RecordHistory {
  const insideByPath = new Map<Path, Write[]>();
  for (const [path, { writes }] of byPath) {
    for (const enclosing of enclosingPaths(path)) {
      if (!byPath.has(enclosing)) continue;
      const inside = insideByPath.get(enclosing);
      if (inside === undefined) insideByPath.set(enclosing, [...writes]);
      else inside.push(...writes);
    }
  }
  return { byPath, insideByPath };
}

/** Null where nothing was written, or the value was cleared; whether what encloses the path was shown is not asked. */
export function valueSeenBy(node: GraphNode, path: Path, history: RecordHistory): Scalar {
  const seen = seenBy(node, history.byPath.get(path)?.writes);
  const live = liveAmong(seen);
  const inside = seenBy(node, history.insideByPath.get(path));
  if (elementConflict(path, { writes: seen, live }, inside) !== null) return true;
  return candidatesOf(live)[0]?.value ?? null;
}

export function seenBy(node: GraphNode, writes: readonly Write[] | undefined): readonly Write[] {
  return (writes ?? []).filter((write) => isAncestor(write.node, node));
}
