// Compares how far a desk has come with what the centre says of the same place. One comparison finds a restored
// backup, a promoted replica, a withheld tail and a rewritten log, each by its name.

import type { ChainPoint, ChainValue, EpochId, LogPoint } from './log-point.ts';

/** What the centre says about a place in its log that a desk has named. */
export type Standing = {
  readonly scope: LogPoint['scope'];
  readonly epoch: EpochId;
  /** The end of its log. */
  readonly head: ChainPoint;
  /** Its value at the desk's place; null where its log does not go so far. */
  readonly there: ChainValue | null;
};

export type Outcome =
  /** Both have the same log, to its end. */
  | 'in_step'
  /** The same log up to the desk's place, and more. */
  | 'behind'
  /** Another epoch that goes on where the desk is: a replica was promoted and had lost nothing the desk has seen. */
  | 'promoted'
  /** Another epoch whose log is shorter, or another one: a backup was restored, or a replica had lost its tail. */
  | 'restored'
  /** The same epoch, and the log has become shorter: something it once showed is withheld. */
  | 'withheld'
  /** The same epoch, and other entries stand at the same numbers. */
  | 'tampered';

export function compareCursor(cursor: LogPoint, standing: Standing): Outcome {
  const isSameLog = standing.there === cursor.chain && standing.head.seq >= cursor.seq;
  if (standing.epoch !== cursor.epoch) return isSameLog ? 'promoted' : 'restored';
  if (standing.head.seq < cursor.seq) return 'withheld';
  if (!isSameLog) return 'tampered';
  if (standing.head.seq > cursor.seq) return 'behind';
  return standing.head.chain === cursor.chain ? 'in_step' : 'tampered';
}

/** True where the desk may simply read on. */
export function isSameLog(outcome: Outcome): outcome is 'in_step' | 'behind' {
  return outcome === 'in_step' || outcome === 'behind';
}
