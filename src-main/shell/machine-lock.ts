// The desk locks when the machine does: screen locked, machine asleep, another user of the machine at work.

import { powerMonitor } from 'electron';
import type { After } from './after.ts';

export type MachineLock = {
  /** Lets the window put drafts away and lock by itself. */
  readonly tellWindow: () => void;
  /** Locks whatever the window does. */
  readonly lockService: () => void;
  readonly after: After;
  /** Milliseconds the window gets. A machine that sleeps meanwhile goes on counting when it wakes. */
  readonly graceMs: number;
  /** Milliseconds between looks at the screen where the system does not tell that it was locked; null where it does. */
  readonly lookEveryMs: number | null;
};

export function lockWithMachine({ tellWindow, lockService, after, graceMs, lookEveryMs }: MachineLock): void {
  const lock = () => {
    tellWindow();
    after(graceMs, lockService);
  };
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('user-did-resign-active', lock);
  if (lookEveryMs !== null) lockWhenSeenLocked(lock, after, lookEveryMs);
}

/** Locks once each time the screen is found locked. */
function lockWhenSeenLocked(lock: () => void, after: After, everyMs: number): void {
  let wasLocked = false;
  const look = () => {
    const isLocked = powerMonitor.getSystemIdleState(1) === 'locked';
    if (isLocked && !wasLocked) lock();
    wasLocked = isLocked;
    after(everyMs, look);
  };
  after(everyMs, look);
}
