// A bucket of requests for each caller, refilled steadily: bursts pass, floods are told when to come back.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

export type RateLimit = { take(caller: string, now: number): Result<null, Problem> };

type Bucket = { readonly left: number; readonly at: number };

/** Callers remembered at one time; the one longest silent is forgotten first, its bucket being full again. */
const remembered = 50_000;

export function createRateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(caller, now) {
      const { left, at } = buckets.get(caller) ?? { left: perMinute, at: now };
      const filled = Math.min(perMinute, left + (Math.max(0, now - at) * perMinute) / 60_000);
      buckets.delete(caller);
      buckets.set(caller, { left: filled < 1 ? filled : filled - 1, at: now });
      const oldest = buckets.keys().next().value;
      if (buckets.size > remembered && oldest !== undefined) buckets.delete(oldest);
      if (filled >= 1) return ok(null);
      const seconds = Math.max(1, Math.ceil(((1 - filled) * 60) / perMinute));
      return err({ code: 'server_too_many_requests', facts: { seconds } });
    },
  };
}
