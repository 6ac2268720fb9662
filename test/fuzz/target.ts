// One parser of something from outside, as the fuzzer sees it.

import { textToBytes } from '../../src-shared/base/bytes.ts';

export type FuzzTarget = {
  readonly name: string;
  /** Honest inputs to begin with. */
  readonly seeds: readonly [Uint8Array, ...Uint8Array[]];
  /** Throws when the parser does, or when what it accepted breaks its own promise. */
  readonly run: (bytes: Uint8Array) => unknown;
  /** Ends what its inputs were sent to. */
  readonly stop?: () => Promise<void>;
};

/** A parser of what people type or scan, or of what was decoded before. */
export function typedTarget(
  name: string,
  [first, ...more]: readonly [string, ...string[]],
  run: (text: string) => unknown,
): FuzzTarget {
  const seeds: FuzzTarget['seeds'] = [textToBytes(first), ...more.map(textToBytes)];
  return { name, seeds, run: (bytes) => run(Buffer.from(bytes).toString('utf8')) };
}

/** A parser of a value that came as JSON; what is none never reaches it. */
export function jsonTarget(
  name: string,
  [first, ...more]: readonly [unknown, ...unknown[]],
  run: (value: unknown) => unknown,
): FuzzTarget {
  return typedTarget(name, [JSON.stringify(first), ...more.map((seed) => JSON.stringify(seed))], (text) => {
    const value = jsonOf(text);
    return value === undefined ? undefined : run(value);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Finding = { readonly input: Uint8Array; readonly error: unknown };
export type FuzzRun = { readonly runs: number; readonly corpus: number; readonly finding: Finding | null };
