// Which backups are kept: the last of each of some days and of some weeks. A backup that is not good pushes nothing out.

import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { listBackups } from './list-backups.ts';

/** What is being taken away is no backup any more. */
export const leavingPrefix = '.leaving-';

export type Kept = { readonly daily: number; readonly weekly: number };
type One = { readonly name: string; readonly at: number; readonly good: boolean };

/** Names of those that have had their time. The newest good one always stays, and a newer one that is not good beside it. */
export function outlived(backups: readonly One[], { daily, weekly }: Kept): readonly string[] {
  const newestFirst = backups.toSorted((left, right) => right.at - left.at);
  const good = newestFirst.filter((one) => one.good);
  const [newest] = good;
  if (newest === undefined) return [];
  const stay = new Set([
    newest.name,
    ...lastOfEach(good, dayOf, daily),
    ...lastOfEach(good, weekOf, weekly),
    ...newestFirst.filter((one) => !one.good && one.at > newest.at).map(({ name }) => name),
  ]);
  return newestFirst.map(({ name }) => name).filter((name) => !stay.has(name));
}

/** Takes away what a desk's own backups in this folder have outlived; those of other desks are theirs. */
export function rollBackups(folder: string, device: string, kept: Kept): readonly string[] {
  const own = listBackups(folder).filter(({ manifest }) => manifest?.device === device);
  const known = own.map(({ path, manifest }) => ({ name: path, at: manifest?.at ?? 0, good: manifest?.faults === 0 }));
  const gone = outlived(known, kept);
  for (const path of gone) {
    // Renamed first: half a folder must not look like a backup.
    const leaving = join(dirname(path), `${leavingPrefix}${basename(path)}`);
    renameSync(path, leaving);
    rmSync(leaving, { recursive: true, force: true });
  }
  return gone;
}

function lastOfEach(newestFirst: readonly One[], periodOf: (at: number) => string, count: number): readonly string[] {
  const lasts = new Map<string, string>();
  for (const { at, name } of newestFirst) {
    const period = periodOf(at);
    if (!lasts.has(period)) lasts.set(period, name);
  }
  return [...lasts.values()].slice(0, count);
}

function dayOf(at: number): string {
  return epochMsToLocal(at).slice(0, 10);
}

/** The Monday a day's week begins with. */
function weekOf(at: number): string {
  const day = new Date(`${dayOf(at)}T00:00:00Z`);
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
