// How long a person waits after wrong passwords: longer each time, ten minutes after the fifth (GB/T 22239-2019, 8.1.4.1).

import type { Problem } from '../../src-shared/base/problem.ts';

export type Attempts = {
  /** Wrong ones in a row. */
  readonly failures: number;
  /** No attempt counts before this moment, ms since 1970. */
  readonly notBefore: number;
};

export const noAttempts: Attempts = { failures: 0, notBefore: 0 };
export const failuresAllowed = 5;
export const lockOutMs = 10 * 60_000;

/** Says that it is too early, or null. A clock that was set back lengthens no wait beyond the lock-out. */
export function waitProblem(attempts: Attempts, now: number): Problem | null {
  const wait = Math.min(attempts.notBefore - now, lockOutMs);
  if (wait <= 0) return null;
  if (attempts.failures < failuresAllowed) return { code: 'sign_in_wait', facts: { seconds: Math.ceil(wait / 1_000) } };
  return { code: 'sign_in_locked_out', facts: { minutes: Math.ceil(wait / 60_000) } };
}

/** One more wrong attempt: 1, 2, 4, 8 seconds, then the lock-out; after it the count begins anew. */
export function afterFailure(attempts: Attempts, now: number): Attempts {
  const failures = attempts.failures >= failuresAllowed ? 1 : attempts.failures + 1;
  const wait = failures >= failuresAllowed ? lockOutMs : 1_000 * 2 ** (failures - 1);
  return { failures, notBefore: now + wait };
}
