// Fetches one attachment piece by piece: what has come stays, and it is shown only when the whole is what its hash says.

import type { IncomingMessage } from 'node:http';
import { ok } from '../../../src-shared/base/result.ts';
import type { Desk } from '../../records/desk.ts';
import { arrivedSoFar, completeBlob, keepPiece } from '../../stores/attachment-store.ts';
import type { NamedFile } from '../../stores/blob-delivery-store.ts';
import { type BlobPlace, bytesFrom } from './blob-request.ts';

export type Downloaded =
  | { readonly outcome: 'here' }
  | { readonly outcome: 'absent' }
  /** What came was not it, or the disk refused; fetched anew the next time. */
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'cut'; readonly moved: boolean };

/** Bytes of a piece, which is what one commit holds. */
const pieceBytes = 1024 * 1024;

/** Rejects when the centre cannot be asked. */
export async function downloadBlob(desk: Desk, place: BlobPlace, file: NamedFile): Promise<Downloaded> {
  const before = arrivedSoFar(desk.attachments.reading, file.hash);
  if (before.bytes < file.size) {
    const answer = await bytesFrom(place, before.bytes);
    if (answer === null) return { outcome: 'absent' };
    const isWhole = await takeIn(desk, file, answer, before.count);
    if (!isWhole)
      return { outcome: 'cut', moved: arrivedSoFar(desk.attachments.reading, file.hash).count > before.count };
  }
  const kept = desk.attachments.write((writing) => ok(completeBlob(writing, file, desk.tools.now())));
  return { outcome: kept.ok && kept.value ? 'here' : 'wrong' };
}

/** False when it was cut; whole pieces stay. */
async function takeIn(desk: Desk, { hash, size }: NamedFile, answer: IncomingMessage, next: number): Promise<boolean> {
  let place = next;
  let held = Buffer.alloc(0);
  let total = arrivedSoFar(desk.attachments.reading, hash).bytes;
  const keep = (bytes: Uint8Array) => {
    const kept = desk.attachments.write((writing) => ok(keepPiece(writing, hash, place, bytes)));
    if (!kept.ok) throw new Error(kept.problem.code);
    place += 1;
    total += bytes.length;
  };
  try {
    for await (const part of answer) {
      held = Buffer.concat([held, part]);
      if (total + held.length > size) return false;
      while (held.length >= pieceBytes) {
        keep(held.subarray(0, pieceBytes));
        held = held.subarray(pieceBytes);
      }
    }
  } catch {
    return false; // Cut; what is whole of it is kept, and the next try goes on from there.
  }
  if (total + held.length !== size) return false;
  if (held.length > 0) keep(held);
  return true;
}
