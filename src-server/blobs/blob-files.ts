// Attachments as files of the data directory, one per scope and hash. A file stands under its hash only after its bytes
// were hashed here; scopes never share a file, so that nobody learns what another scope has.

import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ScopeId } from '../../src-shared/history/ids.ts';

export type BlobFiles = {
  /** Takes over a whole file; durable when the promise is kept. Taking the same content twice is harmless. */
  adopt(path: string, scope: ScopeId, hash: string): Promise<void>;
  /** Bytes from `start` to `end`, both included. */
  read(scope: ScopeId, hash: string, start: number, end: number): ReadStream;
};

export function createBlobFiles(directory: string): BlobFiles {
  // Names of scopes may differ by case alone, which not every file system tells apart.
  const folderOf = (scope: ScopeId) => createHash('sha256').update(scope).digest('hex').slice(0, 32);
  const placeOf = (scope: ScopeId, hash: string) => join(directory, folderOf(scope), hash.slice(0, 2), hash);
  return {
    async adopt(path, scope, hash) {
      const place = placeOf(scope, hash);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await sync(path);
      await rename(path, place);
      await sync(dirname(place));
    },
    read: (scope, hash, start, end) => createReadStream(placeOf(scope, hash), { start, end }),
  };
}

/** SHA-256 of a file in hexadecimal, read piece by piece. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Windows knows no sync of a folder; its renames are in the journal of the file system. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  try {
    await handle?.sync().catch((error: unknown) => {
      if (process.platform !== 'win32') throw error;
    });
  } finally {
    await handle?.close();
  }
}
