// The typed problem inside the error of a failed call, the same for the window and the command line.

import { ORPCError } from '@orpc/client';
import type { Problem } from '../base/problem.ts';
import { type ProblemCode, problems } from '../base/problems.ts';

/** Null when the error is no answer of the desk service at all. */
export function callProblem(error: unknown): Problem | null {
  if (!(error instanceof ORPCError)) return null;
  const data: unknown = error.data;
  if (isProblem(data)) return data;
  if (error.code === 'BAD_REQUEST') return { code: 'desk_input_refused', facts: { detail: refusedPath(data) } };
  return { code: 'desk_fault' };
}

function isProblem(data: unknown): data is Problem {
  return (
    typeof data === 'object' &&
    data !== null &&
    'code' in data &&
    typeof data.code === 'string' &&
    isKnownCode(data.code)
  );
}

function isKnownCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** The place of the first complaint of a refused input, as `people/0/name`. */
function refusedPath(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return '—';
  const issue: unknown = data.issues[0];
  if (typeof issue !== 'object' || issue === null || !('path' in issue) || !Array.isArray(issue.path)) return '—';
  return issue.path.map(String).join('/') || '—';
}
