// Working folders of a print or of a look at a key file go when the work ends; those of a process that was killed in the
// middle go at the next start.

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const prefixes = ['case-desk-print-', 'case-desk-keys-'] as const;
/** ms; nothing of these takes so long, so that what another desk of this PC is working in stays. */
const oldEnough = 60 * 60_000;

/** What cannot be removed (somebody else's) is left as it is. Gives how many were. */
export function clearLeftovers(folder: string, now: number): number {
  const left = entriesOf(folder).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
  return left.filter((name) => clear(join(folder, name), now)).length;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // No such folder, or none of ours: there is nothing to clear.
  }
}

function clear(path: string, now: number): boolean {
  try {
    const { mtimeMs } = statSync(path);
    if (now - mtimeMs < oldEnough) return false;
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false; // Another account's, or gone meanwhile.
  }
}
