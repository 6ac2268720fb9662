// What went wrong with a stick, in words: full, read-only, pulled. Anything else is a fault of the program and is thrown on.

import type { Problem } from '../../src-shared/base/problem.ts';

const readOnly = new Set(['EROFS', 'EACCES', 'EPERM']);
const gone = new Set([
  'ENOENT',
  'ENOTDIR',
  'EIO',
  'ENXIO',
  'ENODEV',
  'ENOMEDIUM',
  'ESTALE',
  'EBADF',
  'EUCLEAN',
  'UNKNOWN',
]);

/** Null for what is not the medium's doing. @param place where it lies, as a person knows it */
export function mediaProblem(error: unknown, place: string): Problem | null {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return { code: 'bundle_media_full', facts: { missing: '?' } };
  if (readOnly.has(code)) return { code: 'bundle_media_read_only', facts: { place } };
  return gone.has(code) ? { code: 'bundle_media_gone', facts: { place } } : null;
}

/** For a `catch`: the problem, or the error thrown on. */
export function mediaProblemOrThrow(error: unknown, place: string): Problem {
  const problem = mediaProblem(error, place);
  if (problem === null) throw error;
  return problem;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
