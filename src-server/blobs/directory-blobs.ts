// Attachments as files below one directory, which several processes may share: a whole upload is moved to its place, and
// both are on the disk before anybody is told.

import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { access, constants, copyFile, link, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileStore } from '@tus/file-store';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { type BlobFiles, codeOf, digestOf, folderOf, uploadLifetime } from './blob-files.ts';

export type DirectoryBlobOptions = {
  /** Whole files. */
  readonly directory: string;
  /** Uploads under way; on the same file system. */
  readonly uploads: string;
};

export function createDirectoryBlobs({ directory, uploads }: DirectoryBlobOptions): BlobFiles {
  for (const folder of [directory, uploads]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Made when it is needed: the library prepares its folder behind our back.
  let made: FileStore | null = null;
  const store = () => {
    made ??= new FileStore({ directory: uploads, expirationPeriodInMilliseconds: uploadLifetime });
    return made;
  };
  const placeOf = (scope: ScopeId, hash: string) => join(directory, folderOf(scope), hash.slice(0, 2), hash);
  return {
    get uploads() {
      return store();
    },
    uploadPrefix: '',
    async digest(upload) {
      const path = join(uploads, upload);
      return (await exists(path)) ? digestOf(createReadStream(path)) : null;
    },
    async adopt(upload, scope, hash) {
      await moveDurably(join(uploads, upload), placeOf(scope, hash));
      await store().configstore.delete(upload);
    },
    takeIn: (path, scope, hash) => moveDurably(path, placeOf(scope, hash)),
    share: (hash, from, to) => linkDurably(placeOf(from, hash), placeOf(to, hash)),
    async discard(upload) {
      await ignoreMissing(store().remove(upload));
      await ignoreMissing(store().configstore.delete(upload));
    },
    remove: (scope, hash) => ignoreMissing(unlink(placeOf(scope, hash))),
    async read(scope, hash, start, end) {
      const place = placeOf(scope, hash);
      return (await exists(place)) ? createReadStream(place, { start, end }) : null;
    },
    async isReachable() {
      const checks = [directory, uploads].map((folder) => access(folder, constants.R_OK | constants.W_OK));
      return Promise.all(checks).then(
        () => true,
        () => false,
      );
    },
    problemOf: (error) => (['ENOSPC', 'EDQUOT'].includes(codeOf(error)) ? { code: 'server_disk_full' } : null),
  };
}

/** Where another request has moved it meanwhile, there is nothing left to do. */
async function moveDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await syncPath(from);
  await rename(from, to).catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT' || !(await exists(to))) throw error;
  });
  await syncPath(dirname(to));
}

/** One file under two names costs no room; where a file system knows no second name, it is copied. */
async function linkDurably(from: string, to: string): Promise<boolean> {
  if (!(await exists(from))) return false;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await link(from, to).catch(async (error: unknown) => {
    if (codeOf(error) === 'EEXIST') return;
    const unfinished = `${to}.${randomUUID()}`;
    await copyFile(from, unfinished);
    await moveDurably(unfinished, to);
  });
  await syncPath(dirname(to));
  return true;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** The upload library says in its own way that a file is not there. */
async function ignoreMissing(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: unknown) => {
    const isMissing =
      typeof error === 'object' && error !== null && 'status_code' in error && error.status_code === 404;
    if (!isMissing && codeOf(error) !== 'ENOENT') throw error;
  });
}

/** Windows knows no sync of a folder; its renames are in the journal of the file system. */
async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  try {
    await handle?.sync().catch((error: unknown) => {
      if (process.platform !== 'win32') throw error;
    });
  } finally {
    await handle?.close();
  }
}
