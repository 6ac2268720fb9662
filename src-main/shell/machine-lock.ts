// The desk locks when the machine does: screen locked, machine asleep, another user of the machine at work. Asleep, it is
// closed as well.

import { powerMonitor } from 'electron';
import type { After } from './after.ts';

export type MachineLock = {
  /** Lets the window put drafts away and lock by itself. */
  readonly tellWindow: () => void;
  /** Locks whatever the window does. */
  readonly lockService: () => void;
  /** Has the service close the desk as soon as nobody is signed in any more. */
  readonly closeService: () => void;
  readonly after: After;
  /** Milliseconds the window gets. A machine that sleeps meanwhile goes on counting when it wakes. */
  readonly graceMs: number;
  /** Milliseconds between looks at the screen where the system does not tell that it was locked; null where it does. */
  readonly lookEveryMs: number | null;
};

export function lockWithMachine({
  tellWindow,
  lockService,
  closeService,
  after,
  graceMs,
  lookEveryMs,
}: MachineLock): void {
  const lock = () => {
    tellWindow();
    after(graceMs, lockService);
  };
  powerMonitor.on('lock-screen', lock);
  // A sleeping machine sends nothing and may write its memory to the disk: what it keeps has no key in it. The window needs
  // no more than a moment to put drafts away, and the desk closes with it.
  powerMonitor.on('suspend', () => {
    lock();
    closeService();
  });
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
