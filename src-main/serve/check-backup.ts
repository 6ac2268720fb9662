// Has a thread verify a backup.

import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { VerifiedBackup } from '../backups/verify-backup.ts';

/** The thread gets a copy of the key, which it wipes itself. Rejects when the thread breaks. */
export function checkBackup(workerData: { readonly path: string; readonly deskKey: Uint8Array }) {
  const worker = new Worker(new URL('./check-backup-worker.ts', import.meta.url), { workerData });
  return new Promise<Result<VerifiedBackup, Problem>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the check ended early (${code})`)));
  });
}
