// Commands of the centre, run in this process as its program runs them.

import { onTestFinished } from 'vitest';
import { createProgram, type World } from '../../src-server/command-line/program.ts';

export type Run = {
  readonly lines: readonly string[];
  readonly complaints: readonly string[];
  readonly failed: boolean;
};

/** What is served ends with the test. */
export async function runServerCommand(directory: string, ...command: readonly string[]): Promise<Run> {
  const lines: string[] = [];
  const complaints: string[] = [];
  let failed = false;
  const world: World = {
    environment: { CASE_DESK_LOG: 'silent', CASE_DESK_DATA: directory },
    print: (line) => lines.push(line),
    complain: (line) => complaints.push(line),
    fail: () => {
      failed = true;
    },
    onStop: (stop) => onTestFinished(stop),
  };
  await createProgram(world).parseAsync(['node', 'case-desk-server', '--language', 'en', ...command]);
  return { lines, complaints, failed };
}
