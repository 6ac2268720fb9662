// How far a chain that somebody holds reaches without a gap, a fork or a wrong predecessor. The id at that number
// vouches for every change before it, so that a comparison of millions of changes is one line.

import type { ChainTip } from '../../history/chain-tip.ts';
import type { ChangeId } from '../../history/ids.ts';

export type ChainStep = { readonly n: number; readonly id: ChangeId; readonly prev: ChangeId | null };

/** @param steps of one chain, in rising order of n; forks have several with one number */
export function chainPrefix(start: ChainTip, steps: Iterable<ChainStep>): ChainTip {
  let whole = start;
  let last = start;
  for (const { n, id, prev } of steps) {
    const isNext = n === last.n + 1 && prev === last.id;
    if (!isNext) return n === last.n ? whole : last;
    whole = last;
    last = { ...last, n, id };
  }
  return last;
}
