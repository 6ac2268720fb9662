// The typed problem of a call that is expected to fail.

import type { Problem } from '../../src-shared/base/problem.ts';
import { callProblem } from '../../src-shared/contract/call-problem.ts';

/** Fails when the call succeeds or fails in an untyped way. */
export async function problemOfCall(call: Promise<unknown>): Promise<Problem> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in outcome) throw new Error(`a problem was expected, got ${JSON.stringify(outcome.value)}`);
  const problem = callProblem(outcome.error);
  if (problem === null) throw outcome.error;
  return problem;
}
