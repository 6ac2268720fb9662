// Files that an answer brings, each kept when it is what its hash says; and what the centre says of those it was brought.

import type { OpenBundle } from '../../src-node/bundles/open-bundle.ts';
import { type BundleWork, cancelled } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { BundleAnswers } from '../../src-shared/bundles/answers.ts';
import type { Desk } from '../records/desk.ts';
import { completeBlob, forgetPieces, hasBlob, keepPiece } from '../stores/attachment-store.ts';
import { blobDelivery, type NamedFile, setBlobState } from '../stores/blob-delivery-store.ts';
import type { Pace } from '../sync/take-page.ts';

/** Bytes of a piece, which is what one commit holds. */
const pieceBytes = 1024 * 1024;

/** Gives how many files are new here. Problems: `job_cancelled`, a disk that refuses. */
export async function takeFiles(
  desk: Desk,
  { entries, manifest }: OpenBundle,
  { blobs }: BundleAnswers,
  { signal }: BundleWork,
  pace: Pace,
): Promise<Result<number, Problem>> {
  const settled = desk.database.write((writing) => {
    for (const { hash, verdict, code } of blobs) {
      const isOpen = ['open', 'refused'].includes(blobDelivery(writing, hash)?.state ?? '');
      if (isOpen) setBlobState(writing, hash, verdict, { code: code ?? null });
    }
    return ok(null);
  });
  if (!settled.ok) return settled;
  let taken = 0;
  for (const { name, sha256 } of manifest.files) {
    const file = name.startsWith('blobs/') ? blobDelivery(desk.database.reading, sha256) : null;
    if (file === null || hasBlob(desk.attachments.reading, sha256)) continue;
    const kept = await takeFile(desk, file, entries.get(name)?.stream() ?? [], signal, pace);
    if (!kept.ok) return kept;
    if (kept.value) taken += 1;
  }
  if (taken > 0) desk.notify({ type: 'records', ids: [] });
  return ok(taken);
}

/** False where the bytes are not the file that the record names. */
async function takeFile(
  desk: Desk,
  file: NamedFile,
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal,
  pace: Pace,
): Promise<Result<boolean, Problem>> {
  const begun = desk.attachments.write((writing) => ok(forgetPieces(writing, file.hash)));
  if (!begun.ok) return begun;
  let place = 0;
  let held = Buffer.alloc(0);
  const keep = async (bytes: Uint8Array) => {
    const kept = desk.attachments.write((writing) => ok(keepPiece(writing, file.hash, place, bytes)));
    place += 1;
    await pace.pause();
    return kept;
  };
  for await (const piece of stream) {
    if (signal.aborted) return err(cancelled);
    held = Buffer.concat([held, piece]);
    if (held.length < pieceBytes) continue;
    const kept = await keep(held);
    if (!kept.ok) return kept;
    held = Buffer.alloc(0);
  }
  const last = await keep(held);
  if (!last.ok) return last;
  const whole = desk.attachments.write((writing) => ok(completeBlob(writing, file, desk.tools.now())));
  if (!whole.ok || !whole.value) return whole;
  const settled = desk.database.write((writing) => ok(setBlobState(writing, file.hash, 'confirmed')));
  return settled.ok ? ok(true) : settled;
}
