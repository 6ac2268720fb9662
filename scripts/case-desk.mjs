#!/usr/bin/env node
// The desk on the command line. Runs the sources directly under Node 24; relative paths mean the caller's folder.

import { ensureInstalled } from './launch/install.mjs';
import { inRoot } from './launch/places.mjs';
import { run } from './launch/run.mjs';

const node = await ensureInstalled();
const startedByNpm = process.env.npm_lifecycle_event === 'desk';
const cwd = (startedByNpm && process.env.INIT_CWD) || process.cwd();
const { code } = await run(node, [inRoot('src-main', 'cli.ts'), ...process.argv.slice(2)], { cwd });
process.exitCode = code;
