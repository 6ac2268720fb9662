// `npm run fuzz [-- --seconds 60] [--target "push"] [--seed 1]`: plays every parser of outside input for so many seconds each.
// An input that breaks one is kept in test/fuzz/findings, where a test plays it for ever.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { assert } from '../../src-shared/base/assert.ts';
import { startCoverage } from './coverage.ts';
import { runTarget } from './run-target.ts';
import type { FuzzTarget } from './target.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '20' }, target: { type: 'string' }, seed: { type: 'string' } },
});
const seconds = z.coerce.number().min(1).max(86_400).parse(values.seconds);
const seed = z.coerce
  .number()
  .int()
  .parse(values.seed ?? Date.now() % 2 ** 31);
/** ms for one input on a machine that has other work as well. */
const patience = 10_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`seed ${seed}, ${seconds} s each`);
const coverage = await startCoverage();
for (const target of targets.filter(({ name }) => values.target === undefined || name === values.target)) {
  const until = performance.now() + seconds * 1_000;
  const { runs, corpus, finding } = await runTarget(
    withinPatience(target),
    coverage,
    seed,
    () => performance.now() < until,
  );
  say(`${target.name}: ${runs} inputs, ${corpus} kept, ${finding === null ? 'nothing broke' : 'BROKE'}`);
  if (finding === null) continue;
  const hash = createHash('sha256').update(finding.input).digest('hex').slice(0, 12);
  const file = `${target.name.replaceAll(' ', '-')}.${hash}.bin`;
  writeFileSync(new URL(`findings/${file}`, import.meta.url), finding.input);
  say(`  kept as test/fuzz/findings/${file}: ${String(finding.error).slice(0, 300)}`);
  process.exitCode = 1;
}
for (const { stop } of targets) await stop?.();
await coverage.stop();

/** An input over which a parser sits so long is a finding, too: it would hold up the desk. */
function withinPatience(target: FuzzTarget): FuzzTarget {
  return {
    ...target,
    async run(bytes) {
      const began = performance.now();
      await target.run(bytes);
      const took = performance.now() - began;
      assert(took < patience, `one input is read within ${patience} ms, not ${Math.round(took)}`);
    },
  };
}
