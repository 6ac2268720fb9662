// The places in a log that a desk remembers, dense near its end and ever sparser before. When the centre has come back
// with an older log, they find the last place that both logs share, and only what lies behind it is read again.

import type { ChainPoint, ChainValue } from './log-point.ts';

/** Newest first. */
export type Checkpoints = readonly ChainPoint[];

/** Adds the place reached, and keeps the oldest place in each range of distances 1, 2–3, 4–7, 8–15 … */
export function keepCheckpoint(checkpoints: Checkpoints, { seq, chain }: ChainPoint): Checkpoints {
  const oldestByRange = new Map<number, ChainPoint>();
  for (const point of checkpoints) {
    if (point.seq < seq) oldestByRange.set(Math.floor(Math.log2(seq - point.seq)), point);
  }
  return [{ seq, chain }, ...[...oldestByRange.values()].toSorted((left, right) => right.seq - left.seq)];
}

/** Those that still hold when the log is only shared up to `seq`. */
export function checkpointsUpTo(checkpoints: Checkpoints, seq: number): Checkpoints {
  return checkpoints.filter((point) => point.seq <= seq);
}

/** The newest place that is the same in the log which `chainAt` looks into; null where none is. */
export function commonPoint(checkpoints: Checkpoints, chainAt: (seq: number) => ChainValue | null): ChainPoint | null {
  return checkpoints.find(({ seq, chain }) => chainAt(seq) === chain) ?? null;
}
