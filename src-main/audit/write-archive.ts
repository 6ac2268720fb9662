// Writes an archive of the log: durable, under its name only when whole, and read back from the disk line by line.

import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from '../../src-node/files/write-durably.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { checkExport, type ExportEnds } from './check-export.ts';

export type WrittenArchive = { readonly read: ExportEnds; readonly sha256: string };

/**
 * A whole file that an attempt left which was stopped is taken as it is. Problems: `log_archive_exists`,
 * `log_archive_unreadable`, `disk_…`.
 */
export function writeArchive(path: string, bytes: Uint8Array): Result<WrittenArchive, Problem> {
  const sha256 = hash('sha256', bytes);
  try {
    if (!existsSync(path)) writeDurably(path, bytes);
    else if (hash('sha256', readFileSync(path)) !== sha256) return err({ code: 'log_archive_exists', facts: { path } });
    const back = readFileSync(path);
    const read = checkExport(back.toString('utf8'));
    if (read === null || hash('sha256', back) !== sha256)
      return err({ code: 'log_archive_unreadable', facts: { path } });
    return ok({ read, sha256 });
  } catch (error) {
    const problem = fileProblem(error);
    if (problem !== null) return err(problem);
    throw error;
  }
}
