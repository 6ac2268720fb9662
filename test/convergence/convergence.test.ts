// The simulation of sync: desks, a centre, sticks, and everything that can go wrong with them. CONVERGENCE_SEEDS asks for
// more seeds than a commit has time for, CONVERGENCE_FROM for others.

import { expect, test } from 'vitest';
import { checkSeeds, happenings } from './check-seeds.ts';

const from = Number(process.env['CONVERGENCE_FROM'] ?? 1);
const count = Number(process.env['CONVERGENCE_SEEDS'] ?? 500);

test('[S38] every promise is kept in every seed, and everything that can go wrong did', { timeout: 600_000 }, () => {
  const { failure, counts } = checkSeeds(Array.from({ length: count }, (_, index) => from + index));
  expect(failure).toBe(null);
  expect(happenings.filter((what) => counts.get(what) === undefined)).toEqual([]);
});
