// Writes a file where the person chose: whole or not at all, and on the disk before it is called saved.

import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function writeProblem(path: string, error: unknown): Problem {
  if (codeOf(error) === 'ENOSPC') return { code: 'disk_full' };
  return { code: 'shell_file_not_written', facts: { name: basename(path), reason: codeOf(error) } };
}

/** Problems: `disk_full`, `shell_file_not_written`; an older file of that name is then still as it was. */
export async function writeChosenFile(path: string, bytes: Uint8Array): Promise<Result<true, Problem>> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return ok(true);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return err(writeProblem(path, error));
  }
}
