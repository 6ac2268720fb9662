#!/usr/bin/env node
// The centre on the command line; without a command it serves. Runs the sources directly under Node 24; relative paths
// mean the caller's folder.

import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

const node = await ensureInstalled();
const startedByNpm = process.env.npm_lifecycle_event === 'server';
const cwd = (startedByNpm && process.env.INIT_CWD) || process.cwd();
const { code } = await run(node, [inRoot('src-server', 'cli.ts'), ...process.argv.slice(2)], { cwd });
process.exitCode = code;
