// Puts changes in an order in which parents stand before their children, and otherwise leaves them as they came.

import type { ChangeId } from '../../history/ids.ts';

export type Descendant = { readonly id: ChangeId; readonly header: { readonly parents: readonly ChangeId[] } };

/** Parents that are not among the changes are somebody else's business. */
export function parentsFirst<T extends Descendant>(changes: readonly T[]): readonly T[] {
  const changesById = new Map(changes.map((change) => [change.id, change]));
  const placed = new Set<ChangeId>();
  const ordered: T[] = [];
  for (const change of changesById.values()) {
    const path: T[] = [change];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const unplaced = top.header.parents.find((parent) => changesById.has(parent) && !placed.has(parent));
      const next = unplaced === undefined || placed.has(top.id) ? undefined : changesById.get(unplaced);
      if (next !== undefined) {
        path.push(next);
        continue;
      }
      if (!placed.has(top.id)) ordered.push(top);
      placed.add(top.id);
      path.pop();
    }
  }
  return ordered;
}
