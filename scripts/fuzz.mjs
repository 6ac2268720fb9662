// `npm run fuzz`: plays every parser of outside input with changed inputs, for as long as it is given; see test/fuzz.

import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

const node = await ensureInstalled();
const { code } = await run(node, [inRoot('test', 'fuzz', 'fuzz.ts'), ...process.argv.slice(2)]);
process.exitCode = code;
