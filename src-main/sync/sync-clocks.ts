// Where the engine's time and chance come from, as arguments.

export type SyncClocks = {
  /** ms since 1970, by a clock that anybody may set. */
  readonly wall: () => number;
  /** ms of a clock that never jumps. */
  readonly steady: () => number;
  /** From 0 up to 1. */
  readonly chance: () => number;
  /** Calls back after this many ms; gives a way to call it off. */
  readonly after: (delay: number, work: () => void) => () => void;
  /** Lets everything else that waits come first. */
  readonly pause: () => Promise<void>;
};
