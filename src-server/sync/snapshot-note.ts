// What is known of the snapshot of one scope: the signed manifest, the places its parts lead to, and what would make it
// wrong. It lies beside the parts and says nothing that the log does not say too.

import { z } from 'zod';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { chainPointShape, hexShape, logPointShape, seqShape } from '../../src-shared/sync/format/shapes.ts';

/** Parts lead from place to place, so that a longer log only adds some at the end. */
const notedPart = z.object({
  sha256: hexShape(32),
  bytes: z.int().min(1),
  to: chainPointShape,
  /** Changes among its entries. */
  changes: seqShape,
  /** Cut by a limit and not by the end of the log: it will never be another. */
  isFull: z.boolean(),
});
export type NotedPart = z.infer<typeof notedPart>;

export const snapshotNote = z.object({
  point: logPointShape,
  /** Number of the last order of erasure in the log when the parts were read: a later one takes bodies out of them. */
  erasedUpTo: seqShape,
  parts: z.array(notedPart),
  /** Null while parts are missing: those that are here are used again. */
  manifest: z.object({ bytes: z.string(), signature: hexShape(64) }).nullable(),
});
export type SnapshotNote = z.infer<typeof snapshotNote>;
export type WireManifest = NonNullable<SnapshotNote['manifest']>;

export type LogState = { readonly head: LogPoint; readonly erasedUpTo: number };

/** Parts of another epoch, or with bodies that were erased since, are of no use to anybody. */
export function isSound(note: SnapshotNote, { head, erasedUpTo }: LogState): boolean {
  return note.point.epoch === head.epoch && note.point.seq <= head.seq && note.erasedUpTo === erasedUpTo;
}

/** The log has grown by so much of the snapshot that a new desk would read a long tail: one in this many. */
const growth = 4;

/** @param threshold entries below which a log is read from its beginning */
export function isDue(note: SnapshotNote | null, state: LogState, threshold: number): boolean {
  if (state.head.seq < threshold) return false;
  if (note === null || note.manifest === null || !isSound(note, state)) return true;
  return state.head.seq - note.point.seq >= Math.max(note.point.seq / growth, 1);
}
