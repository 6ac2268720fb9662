// The other half of the seeds of a commit, in a process of its own.

import { expect, test } from 'vitest';
import { checkSeeds } from './check-seeds.ts';

const count = Number(process.env['CONVERGENCE_SEEDS'] ?? 500);
const from = Number(process.env['CONVERGENCE_FROM'] ?? 1) + count;

test('[S38] every promise is kept in as many other seeds', { timeout: 600_000 }, () => {
  expect(checkSeeds(Array.from({ length: count }, (_, index) => from + index)).failure).toBe(null);
});
