// The place a person chose for backups: a folder on another disk or a stick, marked, so that another stick at the same path,
// or the empty folder a stick leaves behind, is never taken for it.

import { mkdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../../src-node/files/write-durably.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { backupsFolder } from './backup-manifest.ts';

export type BackupPlace = {
  /** Absolute; the folder a person named. */
  readonly path: string;
  /** What its mark says. */
  readonly id: string;
};

const mark = z.object({ format: z.literal('case-desk backup place'), id: z.string().min(8).max(64) });
const markName = 'place.json';

/** Marks a folder as a place for backups; one that is marked already keeps its mark. Problems: `backup_place_missing`, `disk_…`. */
export function choosePlace(path: string, newId: string): Result<BackupPlace, Problem> {
  if (!isFolder(path)) return err({ code: 'backup_place_missing', facts: { path } });
  const known = readMark(path);
  if (known !== null) return ok({ path, id: known });
  try {
    mkdirSync(join(path, backupsFolder), { recursive: true, mode: 0o700 });
    const content = { format: 'case-desk backup place', id: newId };
    writeDurably(join(path, backupsFolder, markName), `${JSON.stringify(content)}\n`);
    return ok({ path, id: newId });
  } catch (error) {
    return err(fileProblem(error) ?? { code: 'backup_place_missing', facts: { path } });
  }
}

/** The folder of the backups there. Problems: `backup_place_missing`, `backup_place_other`. */
export function openPlace({ path, id }: BackupPlace): Result<string, Problem> {
  const known = readMark(path);
  if (known === id) return ok(join(path, backupsFolder));
  const isOther = known !== null || isFolder(join(path, backupsFolder));
  return err({ code: isOther ? 'backup_place_other' : 'backup_place_missing', facts: { path } });
}

/** Bytes that can be written there; null where the system does not say. */
export function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Whether both lie on one disk, so that losing it loses both. */
export function onSameDisk(left: string, right: string): boolean {
  try {
    return statSync(left).dev === statSync(right).dev;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readMark(path: string): string | null {
  try {
    const content = readFileSync(join(path, backupsFolder, markName), 'utf8');
    const parsed = mark.safeParse(JSON.parse(content));
    return parsed.success ? parsed.data.id : null;
  } catch {
    return null; // Not there or not ours: the caller says which.
  }
}
