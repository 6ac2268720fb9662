// Makes one backup: the desk's files of one moment in a folder that is nobody's backup yet, durable, opened again and
// verified whole, and only then given its name. Whatever stops it leaves the backups that were there as they were.

import { hash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from '../../src-node/files/write-durably.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { databaseProblem } from '../database/database-problem.ts';
import { attachmentsDatabasePath, deskDatabasePath } from '../records/desk-files.ts';
import { closeDesk, type OpenDeskOptions, openDeskCopy, openDeskDatabases } from '../records/open-desk.ts';
import { type Verified, verifyDesk } from '../records/verify-desk.ts';
import { fileProblem } from '../trust/file-problem.ts';
import { keyringPath } from '../trust/keyring.ts';
import {
  type BackupManifest,
  backedUpFiles,
  backupName,
  bytesOf,
  manifestName,
  newManifest,
} from './backup-manifest.ts';
import { freeBytes } from './backup-place.ts';
import { copyFile, hashFile, makeDurable } from './copy-file.ts';
import { leavingPrefix } from './roll-backups.ts';

export type MadeBackup = {
  readonly name: string;
  readonly path: string;
  readonly at: number;
  readonly bytes: number;
  readonly changes: number;
  readonly records: number;
  readonly faults: readonly string[];
};

/** Steps of making one, for whoever shows how far it is. */
export const backupSteps = 5;

export type MakeBackup = {
  /** The desk as it lies; somebody else may have it open. */
  readonly desk: OpenDeskOptions;
  /** The folder of all backups, as `openPlace` gives it. */
  readonly folder: string;
  /** ms since 1970. */
  readonly at: number;
  readonly progress: (step: number) => void;
};

/** What is half done carries the desk it is of, since several desks may share a place. */
function partialPrefix({ machine, directory }: Place): string {
  return `.partial-${hash('sha256', `${machine}\n${directory}`).slice(0, 8)}-`;
}

type Place = { readonly directory: string; readonly machine: string };

/** Problems: `backup_place_small`, `database_…`, `disk_…`. */
export function makeBackup(options: MakeBackup): Result<MadeBackup, Problem> {
  const { folder, desk } = options;
  const room = enoughRoom(desk.directory, folder);
  if (!room.ok) return room;
  const partial = join(folder, `${partialPrefix(desk)}${options.at}`);
  try {
    clearPartials(folder, desk);
    mkdirSync(partial, { mode: 0o700 });
    const copied = copyDesk(options, partial);
    const checked = copied.ok ? lookThrough(options, partial) : copied;
    if (checked.ok) return complete(options, partial, checked.value);
    rmSync(partial, { recursive: true, force: true });
    return err(ofThePlace(checked.problem, folder));
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) return err({ code: 'backup_place_missing', facts: { path: folder } });
    const problem = fileProblem(error) ?? databaseProblem(error);
    if (problem) return err(ofThePlace(problem, folder));
    throw error;
  }
}

/** What a disk reports while a copy is written is about the place, and the words say so. */
function ofThePlace(problem: Problem, path: string): Problem {
  if (problem.code === 'disk_full') return { code: 'backup_disk_full', facts: { path } };
  if (problem.code === 'disk_failed') return { code: 'backup_disk_failed', facts: { path } };
  return problem.code === 'disk_read_only' ? { code: 'backup_disk_read_only', facts: { path } } : problem;
}

/** What a backup of this desk that was cut off left behind goes. */
export function clearPartials(folder: string, desk: Place): void {
  const prefix = partialPrefix(desk);
  if (!existsSync(folder)) return;
  const left = readdirSync(folder).filter((name) => name.startsWith(prefix) || name.startsWith(leavingPrefix));
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Each file as it is when its turn comes; the later ones hold at least what the earlier ones name. */
function copyDesk({ desk, progress }: MakeBackup, partial: string): Result<null, Problem> {
  const databases = openDeskDatabases(desk);
  if (!databases.ok) return databases;
  const { database, attachments } = databases.value;
  const first = database.copyTo(deskDatabasePath(partial));
  database.close();
  progress(1);
  const second = first.ok ? attachments.copyTo(attachmentsDatabasePath(partial)) : first;
  attachments.close();
  if (!second.ok) return second;
  progress(2);
  copyFile(keyringPath(desk.directory), keyringPath(partial));
  for (const path of [deskDatabasePath(partial), attachmentsDatabasePath(partial)]) {
    chmodSync(path, 0o600);
    makeDurable(path);
  }
  progress(3);
  return ok(null);
}

type Looked = Verified & { readonly device: string; readonly unitName: string };

/** Opens what was written, and verifies it like a desk. */
function lookThrough({ desk, progress }: MakeBackup, partial: string): Result<Looked, Problem> {
  const copy = openDeskCopy({ ...desk, directory: partial });
  if (!copy.ok) return copy;
  try {
    const { device, settings } = copy.value;
    const verified = verifyDesk(copy.value);
    progress(4);
    return ok({ ...verified, device: device.signer.device, unitName: settings.current.unit.name });
  } finally {
    closeDesk(copy.value);
  }
}

function complete({ folder, at, progress }: MakeBackup, partial: string, looked: Looked): Result<MadeBackup, Problem> {
  const { changes, records, faults, device, unitName } = looked;
  const files = backedUpFiles.map((name) => ({ name, ...hashFile(join(partial, name)) }));
  const manifest: BackupManifest = newManifest({
    device,
    unitName,
    at,
    changes,
    records,
    faults: faults.length,
    files,
  });
  writeDurably(join(partial, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  const name = freeName(folder, backupName(at, device));
  renameSync(partial, join(folder, name));
  syncDirectory(folder);
  progress(backupSteps);
  return ok({ name, path: join(folder, name), at, bytes: bytesOf(manifest), changes, records, faults });
}

/** Two in one second get names of their own. */
function freeName(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name}-${count}`;
    if (!existsSync(join(folder, tried))) return tried;
  }
}

const megabyte = 1024 * 1024;

function enoughRoom(directory: string, folder: string): Result<null, Problem> {
  const free = freeBytes(folder);
  const paths = [deskDatabasePath(directory), attachmentsDatabasePath(directory)];
  const needed = paths.reduce((sum, path) => sum + sizeOf(path) + sizeOf(`${path}-wal`), megabyte);
  if (free === null || free >= needed) return ok(null);
  const facts = { needed: Math.ceil(needed / megabyte), free: Math.floor(free / megabyte) };
  return err({ code: 'backup_place_small', facts });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
