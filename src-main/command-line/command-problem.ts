// An expected failure on its way out of a command.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';

export class CommandProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The value, or the problem thrown for `runCommand` to tell. */
export function unwrap<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new CommandProblem(result.problem);
  return result.value;
}
