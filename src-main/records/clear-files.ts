// Takes away the bytes of files that went with an erased body. It is done after that commit, and again whenever the desk
// opens, so that a stop in between leaves nothing behind.

import { ok } from '../../src-shared/base/result.ts';
import { clearFile, filesToClear, isFileNamed, noteFileCleared } from '../stores/file-to-clear-store.ts';
import type { Desk } from './desk.ts';

/** Gives how many files went. A file that some record names again by now stays. */
export function clearErasedFiles({ database, attachments }: Desk): number {
  let cleared = 0;
  for (const hash of filesToClear(database.reading)) {
    const isNamed = isFileNamed(database.reading, hash);
    const gone = isNamed
      ? ok(null)
      : attachments.wiping(() =>
          attachments.write((writing) => {
            clearFile(writing, hash);
            return ok(null);
          }),
        );
    if (!gone.ok) continue;
    database.write((writing) => {
      noteFileCleared(writing, hash);
      return ok(null);
    });
    if (!isNamed) cleared += 1;
  }
  return cleared;
}
