// Chance that repeats: the same seed draws the same numbers on every machine.

export type Chance = {
  /** A whole number from 0 to `below` - 1. */
  readonly draw: (below: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
};

/** Mulberry32: small, well spread, and enough for made-up records. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return { draw, pick: (from) => from[draw(from.length)] ?? from[0] };
}
