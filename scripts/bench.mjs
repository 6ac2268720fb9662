// `npm run bench`: runs the benchmarks of test/bench under Node 24 from the built sources' own files. Options are theirs.

import { existsSync } from 'node:fs';
import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

const program = inRoot('test', 'bench', 'bench.ts');
const node = await ensureInstalled();

if (existsSync(program)) {
  const { code } = await run(node, ['--expose-gc', program, ...process.argv.slice(2)]);
  process.exitCode = code;
} else {
  process.stderr.write('test/bench/bench.ts is not here\n');
  process.exitCode = 1;
}
