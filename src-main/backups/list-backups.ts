// The backups at a place, newest first; a folder that is none, or a damaged one, is named and never taken for a good one.

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type BackupManifest, backupsFolder, readManifest } from './backup-manifest.ts';
import { hashFile } from './copy-file.ts';

export type FoundBackup = {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Null when it cannot be read; `problem` then says why. */
  readonly manifest: BackupManifest | null;
  readonly problem: Problem | null;
};

/** @param folder a chosen place, its folder of backups, or any folder that holds backups */
export function listBackups(folder: string): readonly FoundBackup[] {
  const inside = [...foldersOf(folder), ...foldersOf(join(folder, backupsFolder))];
  return inside.map(readOne).filter(isBackup).toSorted(newestFirst);
}

function readOne(path: string): FoundBackup {
  const name = basename(path);
  const manifest = readManifest(path, name);
  return manifest.ok
    ? { name, path, manifest: manifest.value, problem: null }
    : { name, path, manifest: null, problem: manifest.problem };
}

function isBackup({ problem }: FoundBackup): boolean {
  return problem?.code !== 'backup_not_found';
}

function newestFirst(left: FoundBackup, right: FoundBackup): number {
  return (right.manifest?.at ?? 0) - (left.manifest?.at ?? 0) || (left.name < right.name ? 1 : -1);
}

/** One that was cut off begins with a dot. */
function foldersOf(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name));
  } catch {
    return []; // Not there or not readable: nothing is found.
  }
}

/** The backup a person named: its folder, or the page inside. Problems: `backup_not_found`, `backup_newer`, `backup_damaged`. */
export function openBackup(named: string): Result<FoundBackup & { readonly manifest: BackupManifest }, Problem> {
  const path = named.endsWith('backup.json') ? join(named, '..') : named;
  const name = basename(path);
  const manifest = readManifest(path, name);
  return manifest.ok ? ok({ name, path, manifest: manifest.value, problem: null }) : manifest;
}

/** Whether every file is, byte for byte, what it was when it was verified. Problem `backup_damaged`. */
export function checkBytes({ name, path, manifest }: FoundBackup & { readonly manifest: BackupManifest }) {
  for (const file of manifest.files) {
    const damaged: Problem = { code: 'backup_damaged', facts: { name, file: file.name } };
    try {
      const { size, sha256 } = hashFile(join(path, file.name));
      if (size !== file.size || sha256 !== file.sha256) return err(damaged);
    } catch {
      return err(damaged);
    }
  }
  return ok(null);
}
