// Plays one target: changed inputs, those that reach new code kept to be changed further, until something breaks or the
// end is reached. The same seed plays the same inputs.

import { createChance } from '../bench/seeded-chance.ts';
import type { Coverage } from './coverage.ts';
import { mutate } from './mutate.ts';
import type { FuzzRun, FuzzTarget } from './target.ts';

/** Inputs between two looks at what they have reached, since a look takes longer than an input. */
const atOnce = 8;

/** @param goesOn asked between inputs with how many were played */
export async function runTarget(
  target: FuzzTarget,
  coverage: Coverage,
  seed: number,
  goesOn: (runs: number) => boolean,
): Promise<FuzzRun> {
  const chance = createChance(seed);
  const corpus: [Uint8Array, ...Uint8Array[]] = [...target.seeds];
  let runs = 0;
  for (const input of target.seeds) await target.run(input);
  await coverage.reachedNew();
  while (goesOn(runs)) {
    const batch = Array.from({ length: atOnce }, () => mutate(corpus, chance));
    for (const input of batch) {
      runs += 1;
      try {
        await target.run(input);
      } catch (error) {
        return { runs, corpus: corpus.length, finding: { input, error } };
      }
    }
    if (await coverage.reachedNew()) corpus.push(...batch);
  }
  return { runs, corpus: corpus.length, finding: null };
}
