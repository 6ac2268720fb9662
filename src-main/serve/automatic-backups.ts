// Backups that are made by themselves while the desk is open: when the last good one is old enough, one at a time.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import { lastGoodBackup, readBackupSettings } from '../backups/backup-settings.ts';
import type { MadeBackup } from '../backups/make-backup.ts';
import type { Desk } from '../records/desk.ts';
import { type CallLog, faultPlace } from './fault-place.ts';

/** ms between two looks whether one is due; the first comes when whoever opened the desk has begun to work. */
const between = 5 * 60_000;
const hour = 3_600_000;

/** Whether one is due now; a clock set back does not put it off for ever. */
export function isBackupDue(desk: Desk): boolean {
  const { place, everyHours } = readBackupSettings(desk.database.reading);
  const last = lastGoodBackup(desk.database.reading);
  if (place === null) return false;
  return last === null || Math.abs(desk.tools.now() - last.at) >= everyHours * hour;
}

export function startAutomaticBackups(
  desk: Desk,
  make: (signal: AbortSignal) => Promise<Result<MadeBackup, Problem>>,
  log: CallLog,
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const look = () => {
    if (running !== null || !isBackupDue(desk)) return;
    running = make(stopping.signal)
      .then(
        () => undefined,
        (error: unknown) => log(`backup ${faultPlace(error)}`),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, between).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
