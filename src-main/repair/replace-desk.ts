// Puts a backup in the place of a desk that cannot be opened. Its files are set aside and never removed; what can still be
// read of them is taken over when somebody opens the restored desk.

import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { checkBytes, openBackup } from '../backups/list-backups.ts';
import { type RestoredBackup, restoreBackup } from '../backups/restore-backup.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { syncDirectory } from '../trust/write-durably.ts';

/** The keyring goes first: without it nobody takes what is left for a desk. */
const moved = [
  'keyring.json',
  'desk-life.json',
  'desk.db',
  'desk.db-wal',
  'desk.db-shm',
  'attachments.db',
  'attachments.db-wal',
  'attachments.db-shm',
];

/** The backup is checked before anything is moved. Problems: those of `restoreBackup`. */
export function replaceDesk(named: string, directory: string): Result<RestoredBackup, Problem> {
  const backup = openBackup(named);
  if (!backup.ok) return backup;
  const bytes = checkBytes(backup.value);
  if (!bytes.ok) return bytes;
  try {
    const aside = setAside(directory);
    return restoreBackup(named, directory, aside);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}

function setAside(directory: string): string {
  const count = readdirSync(directory).filter((name) => name.startsWith('set-aside-')).length;
  const folder = join(directory, `set-aside-${count + 1}`);
  mkdirSync(folder, { mode: 0o700 });
  for (const name of moved) {
    if (existsSync(join(directory, name))) renameSync(join(directory, name), join(folder, name));
  }
  syncDirectory(directory);
  return folder;
}
