// Property tests: the same cases every time, unless a night's run asks for other or more ones. On failure fast-check
// prints the seed, the path to the case and the shrunk case itself.

import * as fc from 'fast-check';

/**
 * Checks that `predicate` throws for no value. `PROPERTY_SEED` chooses other cases, `PROPERTY_RUNS` multiplies their
 * number.
 */
export function holdsFor<T>(runs: number, values: fc.Arbitrary<T>, predicate: (value: T) => void): void {
  const seed = Number(process.env['PROPERTY_SEED'] ?? 20_261_120);
  const numRuns = Math.ceil(runs * Number(process.env['PROPERTY_RUNS'] ?? 1));
  // biome-ignore lint/nursery/noFloatingPromises: a synchronous property is checked synchronously
  fc.assert(fc.property(values, predicate), { seed, numRuns });
}
