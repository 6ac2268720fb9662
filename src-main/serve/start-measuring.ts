// Counts records for the reports again after an update that counts differently, a few at a time between other work; a desk
// where nothing is to be done does nothing.

import type { Desk } from '../records/desk.ts';
import { measureSome } from '../records/measuring.ts';
import type { SyncClocks } from '../sync/sync-clocks.ts';

/** About 10 ms of work each time, and as much room for everything else. */
const atOnce = 100;
const betweenMs = 10;

export function startMeasuring(desk: Desk, after: SyncClocks['after']): { readonly stop: () => void } {
  let stop = () => {};
  const next = (): void => {
    const measured = measureSome(desk, atOnce);
    // A disk that is full or fails is met again, with words, by whoever saves; reports wait.
    if (measured.ok && measured.value > 0) stop = after(betweenMs, next);
  };
  next();
  return { stop: () => stop() };
}
