// What must be kept before the window is locked or another person takes it: forms put their drafts away here, and whoever
// leaves is gone before anybody else comes in.

export type Keep = () => Promise<void>;

export type Leaving = {
  /** Registers something to keep; gives the way to withdraw it. */
  readonly add: (keep: Keep) => () => void;
  /**
   * Keeps everything, then does what ends this person's time. The next call waits for both, so that a slow lock never
   * shuts out the person who comes after. What cannot be kept does not hold the lock open; only `end` may reject.
   */
  readonly keepAll: (end?: () => Promise<unknown>) => Promise<void>;
};

export function createLeaving(): Leaving {
  const keeps = new Set<Keep>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    add(keep) {
      keeps.add(keep);
      return () => keeps.delete(keep);
    },
    async keepAll(end) {
      const kept = Promise.allSettled([...keeps].map((keep) => keep()));
      const turn = last.then(() => kept).then(end);
      last = turn.catch(() => undefined);
      await turn;
    },
  };
}
