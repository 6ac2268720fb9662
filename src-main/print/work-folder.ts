// Working folders in the machine's temporary directory, named so that the next start knows whose they were.

import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type WorkFolderUse = 'print' | 'keys';

const uses: readonly WorkFolderUse[] = ['print', 'keys'];
const pattern = new RegExp(`^case-desk-(?:${uses.join('|')})-(\\d+)-`);

/** For `mkdtemp`. */
export function workFolderPrefix(use: WorkFolderUse): string {
  return join(tmpdir(), `case-desk-${use}-${process.pid}-`);
}

/** The process that made the folder; null when it is no folder of ours. */
export function makerOfWorkFolder(name: string): number | null {
  const pid = pattern.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}
