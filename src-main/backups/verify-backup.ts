// Whether a backup is what it was, and what it holds is whole.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { closeDesk, type OpenDeskOptions, openDeskCopy } from '../records/open-desk.ts';
import { type Verified, verifyDesk } from '../records/verify-desk.ts';
import { checkBytes, openBackup } from './list-backups.ts';

export type VerifiedBackup = Verified & {
  readonly name: string;
  /** ms since 1970. */
  readonly at: number;
};

/** Problems: `backup_not_found`, `backup_damaged`, `backup_newer`, `database_…`, `disk_…`. */
export function verifyBackup(named: string, options: OpenDeskOptions): Result<VerifiedBackup, Problem> {
  const backup = openBackup(named);
  if (!backup.ok) return backup;
  const bytes = checkBytes(backup.value);
  if (!bytes.ok) return bytes;
  const { name, path, manifest } = backup.value;
  const copy = openDeskCopy({ ...options, directory: path });
  if (!copy.ok) return copy;
  try {
    return ok({ name, at: manifest.at, ...verifyDesk(copy.value) });
  } finally {
    closeDesk(copy.value);
  }
}
