// `npm run converge -- --seeds N [--from S]`: runs the simulation of sync for as many seeds as a night has time for, and
// prints the first that breaks a promise, shrunk.

import { parseArgs } from 'node:util';
import { checkSeeds } from '../test/convergence/check-seeds.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
});
const from = Number(values.from);
const count = Number(values.seeds);
const started = Date.now();
const portion = 200;

for (let done = 0; done < count; done += portion) {
  const { failure } = checkSeeds(
    Array.from({ length: Math.min(portion, count - done) }, (_, index) => from + done + index),
  );
  if (failure !== null) {
    process.stdout.write(`${failure}\n`);
    process.exitCode = 1;
    break;
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`${Math.min(done + portion, count)} of ${count} seeds kept every promise (${seconds} s)\n`);
}
