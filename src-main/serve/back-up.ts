// One backup of the open desk to the chosen place: made in a thread, noted, and then what has outlived its time goes.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { openPlace } from '../backups/backup-place.ts';
import { noteBackup, noteFailure, readBackupSettings } from '../backups/backup-settings.ts';
import { backupSteps, clearPartials, type MadeBackup } from '../backups/make-backup.ts';
import { rollBackups } from '../backups/roll-backups.ts';
import type { Desk } from '../records/desk.ts';
import type { JobRun } from './jobs.ts';

export type BackUp = {
  readonly desk: Desk;
  readonly place: { readonly directory: string; readonly machine: string };
  readonly deskKey: Uint8Array;
  /** Who asked for it; `system` when it is made by itself. */
  readonly account: string;
};

/** Problems: `backup_…`, `database_…`, `disk_…`, `job_cancelled`; all but the last are kept to be shown. */
export async function backUp(
  { desk, place, deskKey, account }: BackUp,
  run: JobRun,
): Promise<Result<MadeBackup, Problem>> {
  const { place: chosen, daily, weekly } = readBackupSettings(desk.database.reading);
  const folder = chosen === null ? err<Problem>({ code: 'backup_place_unset' }) : openPlace(chosen);
  const given = { ...place, deskKey, at: desk.tools.now() };
  const made = folder.ok ? await makeInThread({ ...given, folder: folder.value }, run) : folder;
  if (!made.ok || !folder.ok) {
    if (!made.ok && made.problem.code !== 'job_cancelled') noteFailure(desk, made.problem);
    return made;
  }
  const noted = noteBackup(desk, account, made.value);
  if (!noted.ok) return noted;
  const count = made.value.faults.length;
  if (count > 0) return err({ code: 'backup_unfaithful', facts: { count } });
  rollBackups(folder.value, desk.device.signer.device, { daily, weekly });
  return made;
}

type Given = {
  readonly directory: string;
  readonly machine: string;
  readonly deskKey: Uint8Array;
  readonly folder: string;
  readonly at: number;
};
type FromWorker = { readonly step?: number; readonly made?: Result<MadeBackup, Problem> };

/** The thread gets a copy of the key, which it wipes itself. */
async function makeInThread(workerData: Given, { signal, progress }: JobRun): Promise<Result<MadeBackup, Problem>> {
  progress(0, backupSteps);
  if (signal.aborted) return err({ code: 'job_cancelled' });
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData });
  const cancel = () => void worker.terminate();
  signal.addEventListener('abort', cancel);
  try {
    return await new Promise<Result<MadeBackup, Problem>>((resolve, reject) => {
      worker.on('message', ({ step, made }: FromWorker) => {
        if (step !== undefined) progress(step, backupSteps);
        if (made !== undefined) resolve(made);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        if (!signal.aborted) return reject(new Error(`the backup ended early (${code})`));
        clearPartials(workerData.folder, workerData);
        resolve(err({ code: 'job_cancelled' }));
      });
    });
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

export function backupFacts({ path, records, bytes }: MadeBackup) {
  return ok({ facts: { path, records, megabytes: Math.ceil(bytes / 1_048_576) } });
}
