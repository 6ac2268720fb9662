// Where the bytes of attachments lie: a directory or a bucket. A file stands under its scope and hash only after its bytes
// were hashed here; it reaches another scope only with a record, so that nobody learns what another scope has.

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataStore } from '@tus/server';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';

/** What bytes turned out to be. */
export type Digest = {
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
};

export type BlobFiles = {
  /** Uploads under way, as the upload library keeps them. */
  readonly uploads: DataStore;
  /** What the names of uploads begin with there; desks see what follows. */
  readonly uploadPrefix: string;
  /** Reads a whole upload where it lies; null where it is gone. */
  digest(upload: string): Promise<Digest | null>;
  /** Takes over a whole upload; durable when the promise is kept. Taking the same content twice is harmless. */
  adopt(upload: string, scope: ScopeId, hash: string): Promise<void>;
  /** Takes over a file of this machine whose bytes were hashed already; what was at `path` is not needed any more. */
  takeIn(path: string, scope: ScopeId, hash: string): Promise<void>;
  /** Gives a file of one scope to another, which has it from then on by itself; false where there is none. */
  share(hash: string, from: ScopeId, to: ScopeId): Promise<boolean>;
  /** Removes an upload and all that was kept with it; harmless where there is none. */
  discard(upload: string): Promise<void>;
  /** Takes a file of one scope away for good; harmless where there is none. */
  remove(scope: ScopeId, hash: string): Promise<void>;
  /** Bytes from `start` to `end`, both included; null where there are none. */
  read(scope: ScopeId, hash: string, start: number, end: number): Promise<Readable | null>;
  /** True when files can be read and written now. */
  isReachable(): Promise<boolean>;
  /** What an error of the place means to a desk; null when it is a fault of ours. */
  problemOf(error: unknown): Problem | null;
};

/** ms after which an upload that nobody has continued is removed. */
export const uploadLifetime = 7 * 24 * 3_600_000;

/** Reads to the end; nothing of it is kept. */
export async function digestOf(stream: Readable): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(stream, async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      hash.update(part);
      bytes += part.length;
    }
  });
  return { hash: hash.digest('hex'), bytes };
}

/** Names of scopes may differ by case alone, which not every place tells apart. */
export function folderOf(scope: ScopeId): string {
  return createHash('sha256').update(scope).digest('hex').slice(0, 32);
}

/** The code of an error of the system or of a service; empty where it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
