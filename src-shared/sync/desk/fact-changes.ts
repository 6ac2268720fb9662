// How the facts about one scope change with each answer. The store commits them in the same transaction as the rows
// they speak of: the cursor with the changes it has passed, never before and never after.

import type { ChainTip } from '../../history/chain-tip.ts';
import type { ChangeId } from '../../history/ids.ts';
import { compareText } from '../../history/scalar-rules.ts';
import { checkpointsUpTo, keepCheckpoint } from '../format/checkpoints.ts';
import type { Outcome, Standing } from '../format/compare-cursor.ts';
import { compareCursor, isSameLog } from '../format/compare-cursor.ts';
import type { ChainPoint, EpochId, LogPoint } from '../format/log-point.ts';
import type { SnapshotManifest } from '../format/messages.ts';
import type { Hashing } from '../format/scope-chain.ts';
import { logStart } from '../format/scope-chain.ts';
import type { HeldChain, OfferRange, Reoffer, ScopeState } from './sync-facts.ts';

type Change<Field extends keyof ScopeState> = Pick<ScopeState, Field>;

/** After a poll: a first place in a scope just heard of, or doubt about the log. Null where nothing changes. */
export function afterStanding(
  { cursor, doubt, receipted }: ScopeState,
  asked: LogPoint | null,
  standing: Standing,
  hashing: Hashing,
): Change<'cursor'> | Change<'doubt'> | null {
  if (cursor === null) return { cursor: logStart(standing.scope, standing.epoch, hashing) };
  if (doubt !== null || asked === null || !isSamePoint(asked, cursor)) return null;
  const outcome = compareCursor(cursor, standing);
  if (!isSameLog(outcome)) return { doubt: outcome };
  return isShorterThanReceipt(receipted, standing) ? { doubt: 'withheld' } : null;
}

/** The log ends before a number that a receipt of the same epoch has named. */
function isShorterThanReceipt(
  receipted: ScopeState['receipted'],
  { epoch, head }: Pick<Standing, 'epoch' | 'head'>,
): boolean {
  return receipted !== null && receipted.epoch === epoch && receipted.seq > head.seq;
}

function isSamePoint(left: LogPoint, right: LogPoint): boolean {
  return left.epoch === right.epoch && left.seq === right.seq && left.chain === right.chain;
}

/** After a receipt for changes with these numbers. */
export function afterReceipt({ receipted }: ScopeState, epoch: EpochId, seqs: readonly number[]): Change<'receipted'> {
  const known = receipted?.epoch === epoch ? receipted.seq : 0;
  return { receipted: { epoch, seq: Math.max(known, ...seqs) } };
}

/** After a page or an installed snapshot: everything up to `to` is stored. */
export function afterReading(
  { checkpoints }: ScopeState,
  to: LogPoint,
): Change<'cursor' | 'checkpoints' | 'bootstrap'> {
  return { cursor: to, checkpoints: keepCheckpoint(checkpoints, to), bootstrap: null };
}

export type Located = {
  readonly epoch: EpochId;
  readonly head: ChainPoint;
  /** Null where the logs share nothing but their beginning. */
  readonly common: ChainPoint | null;
};

/**
 * After it is known where the logs part: reading goes on from there, in the centre's epoch, and everything the desk
 * has is offered again. Where the logs turn out to be the same, the doubt was a false one and nothing is offered.
 */
export function afterLocating(
  { cursor, checkpoints, receipted, doubt, reoffer }: ScopeState,
  { epoch, head, common }: Located,
  hashing: Hashing,
): Change<'cursor' | 'checkpoints' | 'receipted' | 'doubt' | 'reoffer' | 'bootstrap'> | null {
  if (cursor === null || doubt === null) return null;
  const start = logStart(cursor.scope, epoch, hashing);
  const point =
    common !== null && common.seq <= cursor.seq ? { ...start, seq: common.seq, chain: common.chain } : start;
  const isFalseAlarm = isSamePoint(point, cursor) && !isShorterThanReceipt(receipted, { epoch, head });
  return {
    cursor: point,
    checkpoints: checkpointsUpTo(checkpoints, point.seq),
    receipted: isFalseAlarm ? receipted : null,
    doubt: null,
    reoffer: isFalseAlarm ? reoffer : beginReoffer(doubt),
    bootstrap: null,
  };
}

export function beginReoffer(because: Outcome): Reoffer {
  return { because, compared: 0, ranges: [] };
}

/** What is asked in a comparison of chains: only what is whole can be compared by its end. */
export function comparable(chains: readonly HeldChain[]): readonly ChainTip[] {
  return chains.map(({ whole }) => whole).filter(({ n }) => n > 0);
}

/** After a comparison of chains: what both have whole is skipped, and all else that the desk holds is offered. */
export function afterComparing(
  reoffer: Reoffer,
  asked: readonly HeldChain[],
  answered: readonly ChainTip[],
  hasChange: (id: ChangeId) => boolean,
): Reoffer {
  const ranges = asked.flatMap(({ whole, isAll }): readonly OfferRange[] => {
    const { device, incarnation } = whole;
    const theirs = answered.find((chain) => chain.device === device && chain.incarnation === incarnation);
    const isShared = theirs !== undefined && theirs.n <= whole.n && theirs.id !== null && hasChange(theirs.id);
    const after = isShared ? theirs.n : 0;
    return isAll && after === whole.n ? [] : [{ device, incarnation, after }];
  });
  return { ...reoffer, compared: reoffer.compared + asked.length, ranges };
}

/**
 * After one batch of a range was offered.
 * @param last number of the last change offered; null where the range held no more
 */
export function afterOffering(reoffer: Reoffer, range: OfferRange, last: number | null): Reoffer {
  const ranges = reoffer.ranges.flatMap((item) => {
    if (item.device !== range.device || item.incarnation !== range.incarnation) return [item];
    return last === null ? [] : [{ ...item, after: Math.max(item.after, last) }];
  });
  return { ...reoffer, ranges };
}

/** Only a desk that has read nothing yet begins with a snapshot, and only with one of the log it is about to read. */
export function afterManifest(
  { cursor, bootstrap }: ScopeState,
  manifest: SnapshotManifest,
): Change<'bootstrap'> | null {
  const isOfUse = cursor?.seq === 0 && cursor.epoch === manifest.epoch && cursor.scope === manifest.scope;
  return isOfUse && bootstrap === null ? { bootstrap: { manifest, next: 0 } } : null;
}

export function afterPart({ bootstrap }: ScopeState, index: number): Change<'bootstrap'> | null {
  if (bootstrap?.next !== index) return null;
  return { bootstrap: { ...bootstrap, next: index + 1 } };
}

/** The centre does not have the snapshot any more, or it was not what its manifest said: the next one is asked for. */
export const afterLostSnapshot: Change<'bootstrap'> = { bootstrap: null };

/** Chains in the one order in which they are compared. */
export function compareChains(left: HeldChain, right: HeldChain): number {
  return (
    compareText(left.whole.device, right.whole.device) || compareText(left.whole.incarnation, right.whole.incarnation)
  );
}
