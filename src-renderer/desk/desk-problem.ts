// Turns whatever a call threw into one typed problem, so that pages never look inside errors.

import type { Problem } from '../../src-shared/base/problem.ts';
import { callProblem } from '../../src-shared/contract/call-problem.ts';

/** Thrown by the window's own parts (connection, shell) where a call could not even be made. */
export class DeskProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'DeskProblem';
    this.problem = problem;
  }
}

/** The problem behind an error of a desk call. Never throws, never says less than it knows. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DeskProblem) return error.problem;
  return callProblem(error) ?? { code: 'desk_call_cut' };
}
