// Puts a backup in the place of a desk that is not there: byte for byte what was verified when it was made, complete or not
// at all, and marked, so that the desk begins another life when it is opened. It needs no password.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { beginSetUp, completeSetUp, deskPresence } from '../records/desk-files.ts';
import { markRestored } from '../records/desk-life.ts';
import { fileProblem } from '../trust/file-problem.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { copyFile } from './copy-file.ts';
import { type FoundBackup, openBackup } from './list-backups.ts';

export type RestoredBackup = {
  readonly name: string;
  readonly unitName: string;
  /** ms since 1970, when the backup was made. */
  readonly madeAt: number;
  readonly records: number;
  readonly changes: number;
};

/**
 * @param named the backup's folder
 * @param aside where the files of the desk that was there before lie now
 * Problems: `desk_exists`, `backup_not_found`, `backup_damaged`, `backup_newer`, `disk_…`.
 */
export function restoreBackup(named: string, directory: string, aside = ''): Result<RestoredBackup, Problem> {
  const backup = openBackup(named);
  if (!backup.ok) return backup;
  if (deskPresence(directory) !== 'absent') return err({ code: 'desk_exists' });
  const folder = beginSetUp(directory);
  if (!folder.ok) return folder;
  const placed = placeFiles(backup.value, folder.value, aside);
  const done = placed.ok ? completeSetUp(directory) : placed;
  if (!done.ok) {
    rmSync(folder.value, { recursive: true, force: true });
    return done;
  }
  const { name, manifest } = backup.value;
  const { unitName, at: madeAt, records, changes } = manifest;
  return ok({ name, unitName, madeAt, records, changes });
}

type Backup = FoundBackup & { readonly manifest: BackupManifest };

function placeFiles({ name, path, manifest }: Backup, folder: string, aside: string): Result<null, Problem> {
  for (const file of manifest.files) {
    try {
      const { size, sha256 } = copyFile(join(path, file.name), join(folder, file.name));
      if (size === file.size && sha256 === file.sha256) continue;
    } catch (error) {
      const problem = fileProblem(error);
      if (problem) return err(problem);
    }
    return err({ code: 'backup_damaged', facts: { name, file: file.name } });
  }
  return markRestored(folder, { backup: name, madeAt: manifest.at, aside });
}
