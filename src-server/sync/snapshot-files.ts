// Snapshots as files of the data directory: parts under their hash, and one note that names those that belong together. A
// part that is not what its name says is not there, and is taken away so that it is made anew.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { type SnapshotNote, snapshotNote } from './snapshot-note.ts';

export type SnapshotFiles = {
  readNote(scope: ScopeId): Promise<SnapshotNote | null>;
  writeNote(scope: ScopeId, note: SnapshotNote): Promise<void>;
  /** Null where there is no such part, or not any more. @param sha256 64 hexadecimal digits, checked by the caller */
  readPart(scope: ScopeId, sha256: string): Promise<Uint8Array | null>;
  hasPart(scope: ScopeId, sha256: string, bytes: number): Promise<boolean>;
  /** Gives its SHA-256. Writing the same part twice is harmless. */
  writePart(scope: ScopeId, bytes: Uint8Array): Promise<string>;
  /** Removes what is not among `kept` and was written before `before`, ms since 1970. */
  sweep(scope: ScopeId, kept: ReadonlySet<string>, before: number): Promise<void>;
};

export function createSnapshotFiles(directory: string): SnapshotFiles {
  const folderOf = (scope: ScopeId) => join(directory, sha256Of(Buffer.from(scope, 'utf8')).slice(0, 32));
  const noteOf = (scope: ScopeId) => join(folderOf(scope), 'note.json');
  const partOf = (scope: ScopeId, sha256: string) => join(folderOf(scope), sha256);
  return {
    readNote: async (scope) => parseNote(await readOrNull(noteOf(scope))),
    writeNote: (scope, note) => replaceFile(folderOf(scope), noteOf(scope), Buffer.from(JSON.stringify(note))),
    async readPart(scope, sha256) {
      const bytes = await readOrNull(partOf(scope, sha256));
      if (bytes === null || sha256Of(bytes) === sha256) return bytes;
      await rm(partOf(scope, sha256), { force: true });
      return null;
    },
    hasPart: async (scope, sha256, bytes) => {
      const found = await stat(partOf(scope, sha256)).catch(absent);
      return found?.size === bytes;
    },
    async writePart(scope, bytes) {
      const sha256 = sha256Of(bytes);
      await replaceFile(folderOf(scope), partOf(scope, sha256), bytes);
      return sha256;
    },
    sweep: (scope, kept, before) => sweepFolder(folderOf(scope), new Set([...kept, 'note.json']), before),
  };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parseNote(bytes: Uint8Array | null): SnapshotNote | null {
  if (bytes === null) return null;
  try {
    return snapshotNote.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null; // Of another version, or damaged: the snapshot is made anew.
  }
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch(absent);
  return bytes === null ? null : new Uint8Array(bytes);
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** Whole or not at all, also after a power cut. */
async function replaceFile(folder: string, place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${randomUUID()}`);
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, place);
}

async function sweepFolder(folder: string, kept: ReadonlySet<string>, before: number): Promise<void> {
  for (const name of (await readdir(folder).catch(absent)) ?? []) {
    if (kept.has(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(absent);
    if (found !== null && found.mtimeMs <= before) await unlink(path).catch(absent);
  }
}
