// Repairs that are made on the desk itself. Each may be made on a healthy desk and then changes nothing.

import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { assertNever } from '../../src-shared/base/assert.ts';
import type { Problem, ProblemFacts } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { RepairKind } from '../../src-shared/contract/repair-views.ts';
import { openPlace } from '../backups/backup-place.ts';
import { readBackupSettings } from '../backups/backup-settings.ts';
import type { Desk } from '../records/desk.ts';
import { rebuildProjections } from '../records/rebuild-projections.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { fetchAttachments } from './missing-attachments.ts';

export type Repair = Exclude<RepairKind, 'restore'>;

export type RepairGiven = { readonly directory: string; readonly deskKey: Uint8Array };

/** Gives what was done, in counts. Problems: `disk_…`, `database_…`. */
export function repairDesk(
  desk: Desk,
  { directory, deskKey }: RepairGiven,
  repair: Repair,
): Result<ProblemFacts, Problem> {
  switch (repair) {
    case 'permissions':
      return ownFiles(directory);
    case 'rebuild': {
      const rebuilt = rebuildProjections(desk);
      return rebuilt.ok ? ok({ records: rebuilt.value.records }) : rebuilt;
    }
    case 'attachments': {
      const { place } = readBackupSettings(desk.database.reading);
      const folder = place === null ? null : openPlace(place);
      return fetchAttachments(desk, folder?.ok ? folder.value : null, deskKey);
    }
    default:
      return assertNever(repair, 'repair');
  }
}

const ownedFiles = ['desk.db', 'desk.db-wal', 'desk.db-shm', 'attachments.db', 'attachments.db-wal', 'keyring.json'];

/** The desk's files are its owner's alone. */
export function ownFiles(directory: string): Result<ProblemFacts, Problem> {
  try {
    chmodSync(directory, 0o700);
    const there = ownedFiles.map((name) => join(directory, name)).filter((path) => existsSync(path));
    for (const path of there) chmodSync(path, 0o600);
    return ok({ files: there.length });
  } catch (error) {
    const problem = fileProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}
