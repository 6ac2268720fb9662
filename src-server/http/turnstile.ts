// Lets so many pieces of work in at one time; the others wait as long as what they hold in memory is not too much, and the
// rest is told to come back.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';

export type Turnstile = {
  /** @param bytes that the work holds while it waits */
  pass<T>(bytes: number, work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>>;
};

/** @param queue bytes of those who wait, in all */
export function createTurnstile(places: number, queue: number): Turnstile {
  const waiting: (() => void)[] = [];
  let held = 0;
  let busy = 0;
  return {
    async pass(bytes, work) {
      if (busy >= places && held + bytes > queue) return err({ code: 'sync_busy' });
      if (busy < places) busy += 1;
      else {
        held += bytes;
        // A place is handed on from one to the next, so it is never taken twice.
        await new Promise<void>((resolve) => waiting.push(resolve));
        held -= bytes;
      }
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
