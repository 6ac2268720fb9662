// What must be kept before the window is locked or another person takes it: forms put their drafts away here.

export type Keep = () => Promise<void>;

export type Leaving = {
  /** Registers something to keep; gives the way to withdraw it. */
  readonly add: (keep: Keep) => () => void;
  /** Keeps everything. Resolves always: what cannot be kept must not hold the lock open. */
  readonly keepAll: () => Promise<void>;
};

export function createLeaving(): Leaving {
  const keeps = new Set<Keep>();
  return {
    add(keep) {
      keeps.add(keep);
      return () => keeps.delete(keep);
    },
    async keepAll() {
      await Promise.allSettled([...keeps].map((keep) => keep()));
    },
  };
}
