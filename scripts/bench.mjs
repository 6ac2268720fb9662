// `npm run bench`: runs the benchmarks of test/bench under Node 24 from the sources' own files: of a desk, with
// `--centre` of the centre, with `--sync` of both together, with `--import` of ledgers that come in, with `--bundles`
// of sticks, with `--registers` of registers that go out. Options are theirs.

import { existsSync } from 'node:fs';
import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

const programs = new Map([
  ['--centre', 'centre-load.ts'],
  ['--sync', 'sync-load.ts'],
  ['--import', 'import-load.ts'],
  ['--bundles', 'bundle-load.ts'],
  ['--registers', 'register-load.ts'],
]);
const asked = process.argv.find((argument) => programs.has(argument)) ?? '';
const name = programs.get(asked) ?? 'bench.ts';
const program = inRoot('test', 'bench', name);
const node = await ensureInstalled();

if (existsSync(program)) {
  const { code } = await run(node, ['--expose-gc', program, ...process.argv.slice(2)]);
  process.exitCode = code;
} else {
  process.stderr.write(`test/bench/${name} is not here\n`);
  process.exitCode = 1;
}
