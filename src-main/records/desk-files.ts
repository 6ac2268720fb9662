// The files of a desk in its directory, and how a new desk comes into being: made whole in a folder of its own, marked
// ready, then moved into place. A set-up that was cut off before the mark never was a desk; after it, it is finished.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { keyringPath } from '../trust/keyring.ts';

export type DeskPresence = 'absent' | 'present' | 'keyring_missing';

/** The keyring comes last: with it the desk is there. */
const movedFiles = ['desk-life.json', 'attachments.db', 'desk.db', 'keyring.json'] as const;

export function deskDatabasePath(directory: string): string {
  return join(directory, 'desk.db');
}

export function attachmentsDatabasePath(directory: string): string {
  return join(directory, 'attachments.db');
}

export function deskPresence(directory: string): DeskPresence {
  const hasDatabase = existsSync(deskDatabasePath(directory));
  if (existsSync(keyringPath(directory))) return 'present';
  return hasDatabase ? 'keyring_missing' : 'absent';
}

function setUpFolder(directory: string): string {
  return join(directory, '.setting-up');
}

/** The desk's own folder, its owner's alone when it is new. Problems: `disk_…`. */
export function makeDeskFolder(directory: string): Result<null, Problem> {
  return guarded(() => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return null;
  });
}

/** An empty folder to make a new desk in. */
export function beginSetUp(directory: string): Result<string, Problem> {
  return guarded(() => {
    const folder = setUpFolder(directory);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  });
}

/** Puts the finished desk in its place. */
export function completeSetUp(directory: string): Result<null, Problem> {
  return guarded(() => {
    writeFileSync(join(setUpFolder(directory), 'ready'), '', { flush: true });
    moveIntoPlace(directory);
    return null;
  });
}

/** Finishes a set-up that was cut off while its files were moved, and clears away one that never got so far. */
export function settleSetUp(directory: string): Result<null, Problem> {
  return guarded(() => {
    if (existsSync(join(setUpFolder(directory), 'ready'))) moveIntoPlace(directory);
    rmSync(setUpFolder(directory), { recursive: true, force: true });
    return null;
  });
}

function moveIntoPlace(directory: string): void {
  const folder = setUpFolder(directory);
  for (const file of movedFiles) {
    if (existsSync(join(folder, file))) renameSync(join(folder, file), join(directory, file));
  }
  rmSync(folder, { recursive: true, force: true });
}

function guarded<T>(work: () => T): Result<T, Problem> {
  try {
    return ok(work());
  } catch (error) {
    const problem = fileProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}
