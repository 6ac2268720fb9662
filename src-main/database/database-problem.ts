// Turns what SQLite reports of the disk and the file into problems with words; anything else is a broken invariant and is
// thrown on.

import type { Problem } from '../../src-shared/base/problem.ts';

function sqliteCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The problem behind an error of the database, or null when the error is not of the disk or the file. */
export function databaseProblem(error: unknown): Problem | null {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk_full' };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ')
    return { code: 'database_damaged' };
  if (code === 'SQLITE_IOERR_DATA' || code === 'SQLITE_IOERR_CORRUPTFS') return { code: 'database_damaged' };
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return { code: 'disk_failed' };
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'EROFS' || code === 'EACCES')
    return { code: 'disk_read_only' };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { code: 'database_busy' };
  return null;
}
