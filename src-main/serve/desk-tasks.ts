// What an open desk does by itself: its clock, verification, backups, notes of its log, counting for reports after an update.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { checkReceipts } from '../backups/check-receipts.ts';
import type { MadeBackup } from '../backups/make-backup.ts';
import type { Desk } from '../records/desk.ts';
import { keepReceiptCheck, readRestored } from '../records/restored.ts';
import { takeOver } from '../repair/take-over.ts';
import type { SyncClocks } from '../sync/sync-clocks.ts';
import { startAutomaticBackups } from './automatic-backups.ts';
import { backUp } from './back-up.ts';
import { startDeskClock } from './desk-clock.ts';
import type { CallLog } from './fault-place.ts';
import type { JobRun } from './jobs.ts';
import { startLogNotes } from './log-notes.ts';
import { startMeasuring } from './start-measuring.ts';
import { startVerification } from './verification.ts';

export type DeskTasks = {
  /** One backup now. Problems: those of `backUp`, `backup_running`. */
  readonly backUp: (account: string, run: JobRun) => Promise<Result<MadeBackup, Problem>>;
  /** Nothing of it writes any more; resolves when its threads have ended. */
  readonly stop: () => Promise<void>;
};

type Given = {
  readonly desk: Desk;
  readonly deskKey: Uint8Array;
  readonly place: { readonly directory: string; readonly machine: string };
  readonly log: CallLog;
  readonly after: SyncClocks['after'];
};

export function startDeskTasks({ desk, deskKey, place, log, after }: Given): DeskTasks {
  settleRestored(desk, deskKey);
  let isBackingUp = false;
  const makeOne = async (account: string, run: JobRun) => {
    if (isBackingUp) return err<Problem>({ code: 'backup_running' });
    isBackingUp = true;
    try {
      return await backUp({ desk, place, deskKey, account }, run);
    } finally {
      isBackingUp = false;
    }
  };
  const notes = startLogNotes(desk, place.directory, log);
  const clock = startDeskClock(desk, log);
  const verification = startVerification(desk, { ...place, deskKey }, log);
  const measuring = startMeasuring(desk, after);
  const silent = (signal: AbortSignal) => makeOne('system', { signal, progress: () => undefined });
  const backups = startAutomaticBackups(desk, silent, log);
  return {
    backUp: makeOne,
    stop: async () => {
      clock.stop();
      notes.stop();
      measuring.stop();
      await Promise.all([verification.stop(), backups.stop()]);
    },
  };
}

/** A desk that was put back takes over what is left of the one before it and is held against its receipts, once. */
function settleRestored(desk: Desk, deskKey: Uint8Array): void {
  const restored = readRestored(desk.database.reading);
  if (restored?.check !== null) return;
  const nothing = { saved: 0, savedFiles: 0, savedDrafts: 0 };
  const taken = restored.aside === '' ? ok(nothing) : takeOver(desk, restored.aside, deskKey);
  if (!taken.ok) return;
  const check = { ...checkReceipts(desk), ...taken.value };
  desk.database.write((writing) => ok(keepReceiptCheck(writing, check, desk.tools.now())));
}
