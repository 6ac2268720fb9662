#!/usr/bin/env node
// `case-desk-server`: the command line on this process.

import { CommanderError } from 'commander';
import { createProgram, type World } from './command-line/program.ts';

const world: World = {
  environment: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  fail: () => {
    process.exitCode = 1;
  },
  onStop: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  },
};

try {
  await createProgram(world).parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode;
}
