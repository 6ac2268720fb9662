// Lets so many pieces of work in at one time; a short queue waits, the rest is told to come back.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';

export type Turnstile = { pass<T>(work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> };

export function createTurnstile(places: number, queue: number): Turnstile {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    async pass(work) {
      if (busy >= places && waiting.length >= queue) return err({ code: 'sync_busy' });
      // A place is handed on from one to the next, so it is never taken twice.
      if (busy >= places) await new Promise<void>((resolve) => waiting.push(resolve));
      else busy += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) busy -= 1;
        else next();
      }
    },
  };
}
