// An open desk as its process holds it: with its key, its sync and what it does by itself; and letting go of all of them.

import type { Desk } from '../records/desk.ts';
import { closeDesk } from '../records/open-desk.ts';
import type { SyncClocks } from '../sync/sync-clocks.ts';
import { SyncEngine } from '../sync/sync-engine.ts';
import { type DeskTasks, startDeskTasks } from './desk-tasks.ts';
import type { CallLog } from './fault-place.ts';

export type HeldDesk = {
  readonly desk: Desk;
  readonly deskKey: Uint8Array;
  readonly sync: SyncEngine;
  readonly tasks: DeskTasks;
};

type Given = {
  readonly desk: Desk;
  /** Overwritten when the desk is let go. */
  readonly deskKey: Uint8Array;
  readonly place: { readonly directory: string; readonly machine: string };
  readonly log: CallLog;
  readonly clocks: SyncClocks;
  /** Whether somebody sits at a window. */
  readonly isAttended: () => boolean;
};

export function holdDesk({ desk, deskKey, place, log, clocks, isAttended }: Given): HeldDesk {
  const tasks = startDeskTasks({ desk, deskKey, place, log, after: clocks.after });
  const sync = new SyncEngine({ desk, clocks, log, isAttended });
  sync.tick();
  return { desk, deskKey, sync, tasks };
}

/**
 * Closes the files and overwrites the key, at once: saves are synchronous, so that none is under way. Resolves when the
 * threads that had the desk open beside this one have ended, too.
 */
export async function letGo({ desk, deskKey, sync, tasks }: HeldDesk): Promise<void> {
  const ending = [tasks.stop(), sync.stop()];
  closeDesk(desk);
  deskKey.fill(0);
  await Promise.all(ending);
}
