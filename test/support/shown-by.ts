// All that a desk's records show, equal exactly when it is the same byte for byte; read by a process of its own.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CommandLine, firstPerson, password } from './command-line.ts';

const program = join(import.meta.dirname, 'shown-child.ts');

/** By record id, see `shown-child.ts`. Nobody else may have the desk open. */
export async function shownBy({ directory }: CommandLine): Promise<Readonly<Record<string, object>>> {
  const args = [program, directory, firstPerson, password];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}
