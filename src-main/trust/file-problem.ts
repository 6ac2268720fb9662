// Turns what the file system reports into problems with words.

import type { Problem } from '../../src-shared/base/problem.ts';

/** The problem behind an error of the file system, or null when it is of another kind. */
export function fileProblem(error: unknown): Problem | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk_full' };
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { code: 'disk_read_only' };
  return code === 'EIO' ? { code: 'disk_failed' } : null;
}
