// When a desk service that ended by itself is started again: soon at first, then later, and not at all without asking
// once it keeps falling over.

/** Milliseconds before each new start. */
const waits = [250, 500, 1_000, 2_000, 4_000] as const;
/** A service that ran this long (ms) is taken to be well: counting begins anew. */
const wellAfter = 120_000;

export type RestartPlan = {
  readonly started: () => void;
  /** Milliseconds to wait, or null when a person has to decide. */
  readonly ended: () => number | null;
  /** A person decided to try again. */
  readonly forget: () => void;
};

/** @param now milliseconds, never going back */
export function createRestartPlan(now: () => number): RestartPlan {
  let falls = 0;
  let startedAt = now();
  return {
    started() {
      startedAt = now();
    },
    ended() {
      if (now() - startedAt >= wellAfter) falls = 0;
      const wait = waits[falls] ?? null;
      falls += 1;
      return wait;
    },
    forget() {
      falls = 0;
    },
  };
}
