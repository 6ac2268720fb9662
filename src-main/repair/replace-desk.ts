// Puts a backup in the place of a desk that cannot be opened. Its files are set aside and never removed; what can still be
// read of them is taken over when somebody opens the restored desk.

import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { syncDirectory } from '../../src-node/files/write-durably.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { checkBytes, openBackup } from '../backups/list-backups.ts';
import { type RestoredBackup, restoreBackup } from '../backups/restore-backup.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { keyringPath } from '../trust/keyring.ts';
import { type KeyringFile, readKeyringFile, writeKeyringFile } from '../trust/keyring-file.ts';

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
    const restored = restoreBackup(named, directory, aside);
    if (restored.ok) keepKeyring(directory, aside);
    return restored;
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

/**
 * Who may come in, and with which password, stays as it was last, where the key file is whole and is of the same desk: a
 * password that was changed because it became known must not open the desk again.
 */
function keepKeyring(directory: string, aside: string): void {
  const last = readKeyringFile(keyringPath(aside));
  const ofBackup = readKeyringFile(keyringPath(directory));
  if (last.ok && ofBackup.ok && isSameKey(last.value, ofBackup.value))
    writeKeyringFile(keyringPath(directory), last.value);
}

/** Keyrings of one desk have a sealed key in common, unless every password and the recovery code were changed between them. */
function isSameKey(left: KeyringFile, right: KeyringFile): boolean {
  const sealed = ({ people, recovery }: KeyringFile) =>
    [recovery, ...people.map(({ deskKey }) => deskKey)].flatMap((box) => (box === null ? [] : [box.sealed]));
  const known = new Set(sealed(left));
  return sealed(right).some((one) => known.has(one));
}
