// One desk directory is open in one process at a time. The operating system holds the lock and lets go of it when the
// process ends in whatever way; the file beside it only says who it is.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { databaseProblem } from './database-problem.ts';

export type DeskLock = { release(): void };

/** `pid` is this process, named to whoever comes second. */
export function lockDesk(directory: string, pid: number): Result<DeskLock, Problem> {
  const holderFile = join(directory, 'desk.lock.pid');
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(join(directory, 'desk.lock'), { timeout: 0 });
    connection.exec('BEGIN EXCLUSIVE');
    writeFileSync(holderFile, `${pid}\n`, { mode: 0o600 });
    return ok(createLock(connection, holderFile));
  } catch (error) {
    connection?.close();
    const problem = databaseProblem(error);
    if (problem?.code === 'database_busy') return err({ code: 'desk_in_use', facts: { pid: readHolder(holderFile) } });
    if (problem) return err(problem);
    throw error;
  }
}

function createLock(connection: Sqlite.Database, holderFile: string): DeskLock {
  return {
    release() {
      rmSync(holderFile, { force: true });
      connection.close();
    },
  };
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '?'; // The holder is just starting or has no right to write here; that it holds the lock is what counts.
  }
}
