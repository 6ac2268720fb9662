// Unwraps results in tests, where a problem is a failed test.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';

/** The value, or a failure that shows the problem. */
export function okValue<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value;
  throw new Error(`unexpected problem: ${JSON.stringify(result.problem)}`);
}

/** The problem, or a failure that shows the value. */
export function problemOf<T>(result: Result<T, Problem>): Problem {
  if (!result.ok) return result.problem;
  throw new Error(`a problem was expected, got ${JSON.stringify(result.value)}`);
}
