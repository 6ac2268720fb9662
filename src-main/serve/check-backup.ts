// Has a thread verify a backup.

import type { VerifiedBackup } from '../backups/verify-backup.ts';
import { askThread } from './ask-thread.ts';

/** Rejects when the thread breaks. */
export function checkBackup(given: { readonly path: string; readonly deskKey: Uint8Array }) {
  return askThread<VerifiedBackup>(new URL('./check-backup-worker.ts', import.meta.url), given);
}
