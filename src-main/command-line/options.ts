// Options every command understands, and where the password comes from: a file or the environment, never the command
// line itself, which other processes can read.

import { readFile } from 'node:fs/promises';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

export type CommonOptions = {
  readonly dir?: string;
  readonly person?: string;
  readonly passwordFile?: string;
};
export type Environment = Readonly<Record<string, string | undefined>>;

/** Problem: `no_directory`. `CASE_DESK_DIR` stands in for `--dir`. */
export function directoryOf(options: CommonOptions, environment: Environment): Result<string, Problem> {
  const directory = options.dir ?? environment.CASE_DESK_DIR;
  return directory === undefined || directory === '' ? err({ code: 'no_directory' }) : ok(directory);
}

/** The first line of the file. Problems: `no_password`, `input_not_readable`. */
export async function readPassword(options: CommonOptions, environment: Environment): Promise<Result<string, Problem>> {
  if (options.passwordFile === undefined) {
    const given = environment.CASE_DESK_PASSWORD;
    return given === undefined || given === '' ? err({ code: 'no_password' }) : ok(given);
  }
  try {
    const [first = ''] = (await readFile(options.passwordFile, 'utf8')).split(/\r?\n/);
    return first === '' ? err({ code: 'no_password' }) : ok(first);
  } catch {
    return err({ code: 'input_not_readable', facts: { file: options.passwordFile } });
  }
}
