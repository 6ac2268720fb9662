// Disks and sticks that are plugged in now, where each system shows them; a person may always name a folder instead.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute paths, as far as the system lets one see. */
export function mountedMedia(platform: NodeJS.Platform, account: string): readonly string[] {
  if (platform === 'win32') return drives();
  if (platform === 'darwin') return foldersIn('/Volumes');
  return [`/media/${account}`, `/run/media/${account}`, '/media', '/mnt'].flatMap(foldersIn);
}

/** A: and B: would make the PC look for floppy disks. */
function drives(): readonly string[] {
  const letters = 'CDEFGHIJKLMNOPQRSTUVWXYZ';
  return [...letters].map((letter) => `${letter}:\\`).filter((path) => existsSync(path));
}

function foldersIn(parent: string): readonly string[] {
  try {
    const entries = readdirSync(parent, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name));
  } catch {
    return []; // No such folder on this system.
  }
}
