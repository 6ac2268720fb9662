// One parser of something from outside, as the fuzzer sees it.

export type FuzzTarget = {
  readonly name: string;
  /** Honest inputs to begin with. */
  readonly seeds: readonly [Uint8Array, ...Uint8Array[]];
  /** Throws when the parser does, or when what it accepted breaks its own promise. */
  readonly run: (bytes: Uint8Array) => unknown;
};

export type Finding = { readonly input: Uint8Array; readonly error: unknown };
export type FuzzRun = { readonly runs: number; readonly corpus: number; readonly finding: Finding | null };
