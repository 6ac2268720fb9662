// A look at a desk's files without its key and without opening them: are they there, whole pages, writable, their owner's
// alone; is there room; does the clock make sense.

import { accessSync, constants, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { FindingView } from '../../src-shared/contract/repair-views.ts';
import { freeBytes } from '../backups/backup-place.ts';
import { attachmentsSchema, deskSchema } from '../database/schemas.ts';
import { deskPresence } from '../records/desk-files.ts';
import { keyringPath } from '../trust/keyring.ts';
import { readKeyringFile } from '../trust/keyring-file.ts';

const files = [
  { name: 'desk.db', pageSize: deskSchema.pageSize },
  { name: 'attachments.db', pageSize: attachmentsSchema.pageSize },
  { name: 'keyring.json', pageSize: 1 },
] as const;
const megabyte = 1024 * 1024;
/** Bytes below which a day's work with pictures may not fit. */
const littleRoom = 500 * megabyte;
/** ms by which a clock may be behind a file before it is said. */
const clockTolerance = 5 * 60_000;

/** @param now ms since 1970. Nothing is found where no desk is. */
export function examineFiles(directory: string, now: number): readonly FindingView[] {
  if (deskPresence(directory) === 'absent') return [];
  return [
    ...files.flatMap((file) => examineFile(directory, file)),
    ...keyring(directory),
    ...access(directory),
    ...room(directory),
    ...clock(join(directory, 'desk.db'), now),
  ];
}

function examineFile(directory: string, { name, pageSize }: (typeof files)[number]): readonly FindingView[] {
  const path = join(directory, name);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [bad({ code: 'repair_file_missing', facts: { file: name } }, 'restore')];
  const isCut = stats.size % pageSize !== 0 || stats.size === 0;
  const isOpen = process.platform !== 'win32' && (stats.mode & 0o077) !== 0;
  return [
    ...(isCut ? [bad({ code: 'repair_file_cut', facts: { file: name, size: stats.size } }, 'restore')] : []),
    ...(isOpen ? [warning({ code: 'repair_open_to_others', facts: { file: name } }, 'permissions')] : []),
    ...access(path),
  ];
}

function access(path: string): readonly FindingView[] {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return [];
  } catch {
    // Its name alone: where the desk lies is no business of a window.
    return [bad({ code: 'repair_not_writable', facts: { file: basename(path) } }, null)];
  }
}

function keyring(directory: string): readonly FindingView[] {
  const path = keyringPath(directory);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return [];
  const read = readKeyringFile(path);
  return read.ok ? [] : [bad(read.problem, 'restore')];
}

function room(directory: string): readonly FindingView[] {
  const free = freeBytes(directory);
  if (free === null || free >= littleRoom) return [];
  return [warning({ code: 'repair_disk_low', facts: { free: Math.floor(free / megabyte) } }, null)];
}

function clock(database: string, now: number): readonly FindingView[] {
  const behind = (statSync(database, { throwIfNoEntry: false })?.mtimeMs ?? 0) - now;
  if (behind <= clockTolerance) return [];
  return [warning({ code: 'repair_clock_back', facts: { minutes: Math.round(behind / 60_000) } }, null)];
}

export function bad(problem: Problem, repair: FindingView['repair']): FindingView {
  return { problem, severity: 'bad', repair };
}

export function warning(problem: Problem, repair: FindingView['repair']): FindingView {
  return { problem, severity: 'warning', repair };
}
