// Turns whatever a call threw into one typed problem, so that pages never look inside errors.

import { ORPCError } from '@orpc/client';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problems, type ProblemCode } from '../../src-shared/base/problems.ts';

/** Thrown by the window's own parts (connection, shell) where a call could not even be made. */
export class DeskProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'DeskProblem';
    this.problem = problem;
  }
}

function isProblem(data: unknown): data is Problem {
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string' && isKnownCode(data.code);
}

function isKnownCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** The first complaint of a refused input, as `people.0.name`. */
function refusedPath(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return '—';
  const issue: unknown = data.issues[0];
  if (typeof issue !== 'object' || issue === null || !('path' in issue) || !Array.isArray(issue.path)) return '—';
  return issue.path.map(String).join('/') || '—';
}

/** The problem behind an error of a desk call. Never throws, never says less than it knows. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DeskProblem) return error.problem;
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    if (isProblem(data)) return data;
    if (error.code === 'BAD_REQUEST') return { code: 'desk_input_refused', facts: { detail: refusedPath(data) } };
    return { code: 'desk_fault' };
  }
  return { code: 'desk_call_cut' };
}
