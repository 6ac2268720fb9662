// What a desk at a place in a log gets next: the standing of that place, and the range of entries after it where both
// have the same log.

import type { Standing } from '../format/compare-cursor.ts';
import { compareCursor, isSameLog } from '../format/compare-cursor.ts';
import type { ChainValue, LogPoint } from '../format/log-point.ts';
import { syncLimits } from '../format/sync-limits.ts';

export type LogFacts = {
  readonly head: LogPoint;
  /** The chain value after this entry, the start's for 0; null where the log does not go so far. */
  chainAt(seq: number): ChainValue | null;
};

export function standingOf(cursor: Pick<LogPoint, 'seq'> | null, { head, chainAt }: LogFacts): Standing {
  const { scope, epoch, seq, chain } = head;
  return { scope, epoch, head: { seq, chain }, there: cursor === null ? null : chainAt(cursor.seq) };
}

export type Following = {
  readonly standing: Standing;
  /** Numbers of the entries to send: after `from`, up to `upTo`, fewer where their bytes are many. */
  readonly from: number;
  readonly upTo: number;
};

export function whatFollows(cursor: LogPoint, facts: LogFacts): Following {
  const standing = standingOf(cursor, facts);
  const from = cursor.seq;
  if (!isSameLog(compareCursor(cursor, standing))) return { standing, from, upTo: from };
  return { standing, from, upTo: Math.min(from + syncLimits.pageEntries, facts.head.seq) };
}
