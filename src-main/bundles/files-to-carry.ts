// Files for a stick: those the centre does not have and this desk does, the newest first, as far as there is room. What
// does not fit waits for the next trip, and text never waits for it (U11).

import { createHash } from 'node:crypto';
import type { Desk } from '../records/desk.ts';
import { blobPieces, hasBlob } from '../stores/attachment-store.ts';
import { type NamedFile, undeliveredFiles } from '../stores/blob-delivery-store.ts';

export type FilesToCarry = {
  readonly files: readonly NamedFile[];
  /** Bytes of `files`. */
  readonly bytes: number;
  /** Here, and left for another trip. */
  readonly left: number;
  /** Named by records and not here: asked for. */
  readonly missing: readonly string[];
};

/** A little for each file's name and place in the directory. */
const overhead = 512;

/** @param room bytes there are for files */
export function filesToCarry({ database, attachments }: Desk, room: number): FilesToCarry {
  const files: NamedFile[] = [];
  const missing: string[] = [];
  let bytes = 0;
  let left = 0;
  for (const file of undeliveredFiles(database.reading)) {
    if (!hasBlob(attachments.reading, file.hash)) missing.push(file.hash);
    else if (bytes + file.size + overhead > room) left += 1;
    else {
      files.push(file);
      bytes += file.size + overhead;
    }
  }
  return { files, bytes, left, missing };
}

/**
 * Null where the bytes are damaged: such a file is not carried. They are read twice, so that no file is held whole.
 */
export function fileContent({ attachments }: Desk, hash: string): Iterable<Uint8Array> | null {
  const found = createHash('sha256');
  for (const piece of blobPieces(attachments.reading, hash)) found.update(piece);
  return found.digest('hex') === hash ? blobPieces(attachments.reading, hash) : null;
}
