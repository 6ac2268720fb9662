// Time and chance of this very machine, for sync.

import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { SyncClocks } from '../sync/sync-clocks.ts';

export const thisMachineClocks: SyncClocks = {
  wall: Date.now,
  steady: () => performance.now(),
  chance: Math.random,
  after(delay, work) {
    const timer = setTimeout(work, delay).unref();
    return () => clearTimeout(timer);
  },
  pause: () => setImmediate(),
};
