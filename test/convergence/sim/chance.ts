// Everything that is left to chance in a simulation is drawn from here, so that a seed is the whole story.

import { createChance } from '../../bench/seeded-chance.ts';

export class Dice {
  readonly #chance;

  constructor(seed: number) {
    this.#chance = createChance(seed);
  }

  /** A whole number from 0 to `below` - 1. */
  draw(below: number): number {
    return this.#chance.draw(below);
  }

  /** From 0 up to 1. */
  fraction(): number {
    return this.#chance.draw(1_000_000) / 1_000_000;
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[this.draw(from.length)];
  }
}
