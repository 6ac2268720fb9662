// Points git at .githooks, so that commit messages are checked. Does nothing, and fails nothing, where there is no git.

import { existsSync } from 'node:fs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

if (existsSync(inRoot('.git')) && process.env.CI !== 'true') {
  await run('git', ['config', 'core.hooksPath', '.githooks'], { quiet: true }).catch(() => {
    process.stderr.write('git is not here: commit messages will be checked by CI only\n');
  });
}
