// Bytes of whole files: hashed, copied and made durable in pieces, so that size is no matter of memory.

import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

export type Hashed = { readonly size: number; readonly sha256: string };

const pieceBytes = 4 * 1024 * 1024;

/** Size and SHA-256 of a file. Throws what the file system reports. */
export function hashFile(path: string): Hashed {
  return readThrough(path, () => undefined);
}

/** Copies a file for its owner alone and makes it durable; gives what was read. The target must not be there yet. */
export function copyFile(from: string, to: string): Hashed {
  const target = openSync(to, 'wx', 0o600);
  try {
    const hashed = readThrough(from, (piece) => writeWhole(target, piece));
    fsyncSync(target);
    return hashed;
  } finally {
    closeSync(target);
  }
}

export function makeDurable(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeWhole(target: number, piece: Uint8Array): void {
  for (let done = 0; done < piece.length; ) done += writeSync(target, piece, done);
}

function readThrough(path: string, take: (piece: Uint8Array) => void): Hashed {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(pieceBytes);
  const file = openSync(path, 'r');
  try {
    for (let size = 0; ; ) {
      const count = readSync(file, piece);
      if (count === 0) return { size, sha256: hash.digest('hex') };
      const part = piece.subarray(0, count);
      hash.update(part);
      take(part);
      size += count;
    }
  } finally {
    closeSync(file);
  }
}
