#!/usr/bin/env node
// `case-desk`: puts the command line together with this machine's desk, and runs it.

import { CommanderError } from 'commander';
import { exitCodes } from './command-line/exit-codes.ts';
import { createDeskAccess } from './command-line/open-desk-access.ts';
import { createProgram } from './command-line/program.ts';
import { runCommand } from './command-line/run-command.ts';
import { makeSampleDesk } from './command-line/sample-command.ts';
import type { World } from './command-line/world.ts';
import { browserPdf } from './serve/browser-pdf.ts';
import { thisMachineOptions } from './serve/this-machine.ts';

const english = process.argv.some((argument, index) => argument === '--language' && process.argv[index + 1] === 'en');
const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

const world: World = {
  access: createDeskAccess({
    environment: process.env,
    hostOptions: thisMachineOptions,
    makePdf: browserPdf,
    makeSample: makeSampleDesk(process.env),
  }),
  standardInput: process.stdin,
  print,
  fail: (code) => {
    process.exitCode = code;
  },
  run: async (action) => {
    const code = await runCommand({ print, complain, language: english ? 'en' : 'zh' }, action);
    if (code !== 0) process.exitCode = code;
  },
};

try {
  await createProgram(world).parseAsync();
} catch (error) {
  // Help and the words about a wrong command line are printed already; only the code is left to tell.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
}
