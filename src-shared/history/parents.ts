// The heads that an author saw. Sorted and without doubles by construction, so that no hash depends on order of arrival.

import type { Brand } from '../base/brand.ts';
import type { ChangeId } from './ids.ts';
import { isChangeId } from './ids.ts';
import { limits } from './limits.ts';
import { compareText } from './scalar-rules.ts';

export type Parents = Brand<readonly ChangeId[], 'Parents'>;

/** Keeps the 32 least ids where there are more; `planJoins` says how to bring the number of heads down first. */
export function toParents(ids: Iterable<ChangeId>): Parents {
  const parents: readonly ChangeId[] = [...new Set(ids)].toSorted(compareText).slice(0, limits.parents);
  assertParents(parents);
  return parents;
}

/** True for an array of change ids in strictly rising order, at most 32. */
export function isParents(value: unknown): value is Parents {
  if (!Array.isArray(value) || value.length > limits.parents) return false;
  return value.every((id, index) => isChangeId(id) && (index === 0 || compareText(value[index - 1], id) < 0));
}

/**
 * The merge-only changes (no operations) that must come before an edit of a record with more heads than one change
 * may name: one for each set of parents. Afterwards at most 32 heads are left for every 1024 there were; ask again.
 */
export function planJoins(heads: readonly ChangeId[]): readonly Parents[] {
  if (heads.length <= limits.parents) return [];
  const sorted = [...new Set(heads)].toSorted(compareText);
  const joins: Parents[] = [];
  for (let at = 0; at < sorted.length; at += limits.parents) {
    const group = sorted.slice(at, at + limits.parents);
    if (group.length > 1) joins.push(toParents(group));
  }
  return joins;
}

function assertParents(ids: readonly ChangeId[]): asserts ids is Parents {
  if (!isParents(ids)) throw new Error('broken invariant: parents are sorted change ids');
}
