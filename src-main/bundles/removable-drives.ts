// Sticks that are plugged in, as far as the system says which drives are removable; elsewhere a person names a folder.

import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { DriveView } from '../../src-shared/contract/bundle-views.ts';

const run = promisify(execFile);
/** ms the system may take to answer. */
const patience = 5_000;
/** Where Linux desktops and macOS put what is plugged in; one folder deeper where it is the person's name. */
const mountFolders = ['/media', '/run/media', '/Volumes'];

/** @param where folders that hold mounted drives, in place of those of the system */
export async function removableDrives(where: readonly string[] = mountFolders): Promise<readonly DriveView[]> {
  const paths = process.platform === 'win32' ? await windowsDrives() : await mountedUnder(where);
  const drives = await Promise.all(paths.map(driveAt));
  return drives.flatMap((drive) => drive ?? []);
}

async function mountedUnder(folders: readonly string[]): Promise<readonly string[]> {
  const first = (await Promise.all(folders.map(foldersIn))).flat();
  const second = (await Promise.all(first.map(foldersIn))).flat();
  const candidates = [...first, ...second];
  const own = await Promise.all(candidates.map(isMounted));
  return candidates.filter((_, index) => own[index]);
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

/** A file system of its own, other than that of the folder around it. */
async function isMounted(folder: string): Promise<boolean> {
  const [inside, around] = await Promise.all(
    [folder, join(folder, '..')].map((path) => statfs(path).catch(() => null)),
  );
  if (!inside || !around) return false;
  return inside.type !== around.type || inside.blocks !== around.blocks || inside.bfree !== around.bfree;
}

/** Windows knows which drives are removable; `DriveType` 2. */
async function windowsDrives(): Promise<readonly string[]> {
  const question = "Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | ForEach-Object { $_.DeviceID }";
  const answer = await run('powershell.exe', ['-NoProfile', '-Command', question], { timeout: patience }).catch(
    () => null,
  );
  return (answer?.stdout ?? '')
    .split(/\r?\n/)
    .flatMap((line) => (/^[A-Z]:$/.test(line.trim()) ? [`${line.trim()}\\`] : []));
}

async function driveAt(path: string): Promise<DriveView | null> {
  const space = await statfs(path).catch(() => null);
  if (space === null) return null;
  const isWritable = await access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
  const { bavail, blocks, bsize } = space;
  return { path, name: basename(path) || path, free: bavail * bsize, size: blocks * bsize, isWritable };
}
