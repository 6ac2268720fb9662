// What the shell did that nobody saw: refusals, ends of processes. Lines of one file with one older file beside it; never
// what a record says.

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type ShellLog = (line: string) => void;

/** Bytes after which the file becomes the older one. */
const largest = 512 * 1024;

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * @param now for the time at the head of each line
 * @param echo also shows each line while developing
 */
export function createShellLog(file: string, now: () => Date, echo: (line: string) => void): ShellLog {
  return (line) => {
    const whole = `${now().toISOString()} ${line.replaceAll(/[\r\n]+/g, ' ⏎ ')}\n`;
    echo(whole);
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (sizeOf(file) > largest) renameSync(file, `${file}.1`);
      appendFileSync(file, whole, { mode: 0o600 });
    } catch (error) {
      // A log that cannot be written must not stop the desk; whoever looks at the console still learns of it.
      echo(`the log cannot be written: ${String(error)}\n`);
    }
  };
}
