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
import type { OfferRange, Reoffer, ScopeFacts } from './sync-facts.ts';

type Change<Field extends keyof ScopeFacts> = Pick<ScopeFacts, Field>;

/** After a poll: a first place in a scope just heard of, or doubt about the log. Null where nothing changes. */
export function afterStanding(
  { cursor, doubt }: ScopeFacts,
  asked: LogPoint | null,
  standing: Standing,
  hashing: Hashing,
): Partial<ScopeFacts> | null {
  if (cursor === null) return { cursor: logStart(standing.scope, standing.epoch, hashing) };
  const isStillThere =
    asked !== null && asked.seq === cursor.seq && asked.chain === cursor.chain && asked.epoch === cursor.epoch;
  if (!isStillThere || doubt !== null) return null;
  const outcome = compareCursor(cursor, standing);
  return isSameLog(outcome) ? null : { doubt: outcome };
}

/** After a page or an installed snapshot: everything up to `to` is stored. */
export function afterReading(
  { checkpoints }: ScopeFacts,
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
  { cursor, checkpoints, doubt, reoffer }: ScopeFacts,
  { epoch, common }: Located,
  hashing: Hashing,
): Change<'cursor' | 'checkpoints' | 'doubt' | 'reoffer' | 'bootstrap'> | null {
  if (cursor === null || doubt === null) return null;
  const start = logStart(cursor.scope, epoch, hashing);
  const point = common !== null && common.seq <= cursor.seq ? { ...start, ...common } : start;
  const isFalseAlarm = epoch === cursor.epoch && point.seq === cursor.seq && point.chain === cursor.chain;
  return {
    cursor: point,
    checkpoints: checkpointsUpTo(checkpoints, point.seq),
    doubt: null,
    reoffer: isFalseAlarm ? reoffer : beginReoffer(doubt),
    bootstrap: null,
  };
}

export function beginReoffer(because: Outcome): Reoffer {
  return { because, compared: 0, ranges: [] };
}

/** After a comparison of chains: only what lies behind the last number both have is offered. */
export function afterComparing(
  reoffer: Reoffer,
  asked: readonly ChainTip[],
  answered: readonly ChainTip[],
  hasChange: (id: ChangeId) => boolean,
): Reoffer {
  const ranges = asked.flatMap((tip): readonly OfferRange[] => {
    const theirs = answered.find((chain) => chain.device === tip.device && chain.incarnation === tip.incarnation);
    const after =
      theirs !== undefined && theirs.n <= tip.n && theirs.id !== null && hasChange(theirs.id) ? theirs.n : 0;
    const isWhole = after === tip.n && theirs?.id === tip.id;
    return isWhole ? [] : [{ device: tip.device, incarnation: tip.incarnation, after }];
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

export function afterManifest(manifest: SnapshotManifest): Change<'bootstrap'> {
  return { bootstrap: { manifest, next: 0 } };
}

export function afterPart({ bootstrap }: ScopeFacts, index: number): Change<'bootstrap'> | null {
  if (bootstrap?.next !== index) return null;
  return { bootstrap: { ...bootstrap, next: index + 1 } };
}

/** Chains in the one order in which they are compared. */
export function compareChains(left: ChainTip, right: ChainTip): number {
  return compareText(left.device, right.device) || compareText(left.incarnation, right.incarnation);
}
