// Reads the file the person chose, up to a limit, and tells its name without its folder.

import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ShellFile } from '../../src-shared/contract/shell.ts';

/** Only a hint for the window: the service looks into the bytes itself. */
const medias: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
};

const megabyte = 1024 * 1024;

/** Problems: `shell_file_too_large` (nothing is read then), `file_unreadable`. */
export async function readChosenFile(path: string, limit: number): Promise<Result<ShellFile, Problem>> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > limit) {
        const facts = { name, size: Math.ceil(size / megabyte), limit: Math.floor(limit / megabyte) };
        return err({ code: 'shell_file_too_large', facts });
      }
      const bytes = new Uint8Array(await file.readFile());
      return ok({ name, media: medias[extname(name).toLowerCase()] ?? '', bytes });
    } finally {
      await file.close();
    }
  } catch {
    // Gone, a folder, or not ours to read: the person chooses another one.
    return err({ code: 'file_unreadable', facts: { name } });
  }
}
