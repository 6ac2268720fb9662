// Sharing a pool of fen by weights so that the shares add up to the pool to the fen.

import type { Problem } from '../../base/problem.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Fen, fen } from './fen.ts';

/**
 * Largest remainder: every share is cut to whole fen, the fen left over go one by one to the largest cut-off parts;
 * ties to the larger weight, then to the earlier place in the list (so hand the weights over by loss time, then serial).
 * The shares add up to the pool, in the order of the weights; a share may exceed its weight when the pool is larger
 * than all weights (capping at the loss is the caller's rule). Problems: `allocation_negative`, `allocation_no_weights`
 * (something to share and all weights zero). Rounding rule: handbook §3.6.
 */
export function allocateLargestRemainder(pool: Fen, weights: readonly Fen[]): Result<Fen[], Problem> {
  if (pool < 0 || weights.some((weight) => weight < 0)) return err({ code: 'allocation_negative' });
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return pool === 0 ? ok(weights.map(() => fen(0))) : err({ code: 'allocation_no_weights' });
  const shares = weights.map((weight, index) => {
    const exact = BigInt(pool) * BigInt(weight);
    return { index, weight, whole: exact / total, remainder: exact % total };
  });
  const left = Number(BigInt(pool) - shares.reduce((sum, share) => sum + share.whole, 0n));
  const winners = new Set(
    shares
      .toSorted(byRemainder)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return ok(shares.map(({ index, whole }) => fen(Number(whole) + (winners.has(index) ? 1 : 0))));
}

type Share = { readonly index: number; readonly weight: Fen; readonly remainder: bigint };

function byRemainder(left: Share, right: Share): number {
  if (left.remainder !== right.remainder) return left.remainder > right.remainder ? -1 : 1;
  return right.weight - left.weight || left.index - right.index;
}
