// Working folders of a print or of a look at a key file go when the work ends; those of a process that was killed in the
// middle go at the next start.

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makerOfWorkFolder } from '../print/work-folder.ts';

/** ms; nothing of these takes so long: by then another process may have got the number of the one that made it. */
const oldEnough = 60 * 60_000;

/** What another desk of this PC is working in stays, and what cannot be removed. Gives how many folders went. */
export function clearLeftovers(folder: string, now: number): number {
  return entriesOf(folder).filter((name) => {
    const maker = makerOfWorkFolder(name);
    return maker !== null && clear(join(folder, name), maker, now);
  }).length;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // No such folder, or none of ours: there is nothing to clear.
  }
}

function clear(path: string, maker: number, now: number): boolean {
  try {
    if (isRunning(maker) && now - statSync(path).mtimeMs < oldEnough) return false;
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false; // Another account's, or gone meanwhile.
  }
}

/** Another account's process counts as running: it may not be asked. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
