// Turns what a database reports of itself into problems with words; anything else is a broken invariant and is thrown on.

import type { Problem } from '../../src-shared/base/problem.ts';

/** Lock, statement and idle timeouts, too many connections, a server going down or not yet up. */
const busy = new Set(['55P03', '57014', '25P03', '53300', '57P03', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);
const unreachable = new Set(['57P01', '57P02', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);
const full = new Set(['53100', 'SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
const retried = new Set(['40001', '40P01']);

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** True for a deadlock or a serialisation failure (SQLSTATE class 40). */
export function isWorthRetrying(error: unknown): boolean {
  return retried.has(codeOf(error));
}

/** The problem behind an error of the database, or null when the error is a fault of ours. */
export function databaseProblem(error: unknown): Problem | null {
  const code = codeOf(error);
  if (busy.has(code) || retried.has(code)) return { code: 'sync_busy' };
  if (full.has(code)) return { code: 'server_disk_full' };
  if (unreachable.has(code) || code.startsWith('08') || isCutConnection(error)) return { code: 'server_no_database' };
  if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY'))
    return { code: 'server_directory_not_writable' };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'XX001' || code === 'XX002')
    return { code: 'server_database_damaged' };
  return null;
}

/** The driver reports these in words alone. */
function isCutConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  );
}
