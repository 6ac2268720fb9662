// A problem whose code came from outside: a newer centre may name one that this program has no words for.

import type { Problem, ProblemFacts } from './problem.ts';
import type { ProblemCode } from './problems.ts';
import { problems } from './problems.ts';

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** The code itself stays visible where there are no words for it. */
export function problemNamed(code: string, facts?: ProblemFacts): Problem {
  if (!isProblemCode(code)) return { code: 'sync_unknown_reason', facts: { code } };
  return facts === undefined ? { code } : { code, facts };
}
