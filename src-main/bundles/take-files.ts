// Files that an answer brings, each kept when it is what its hash says; and what the centre says of those it was brought.

import type { OpenBundle } from '../../src-node/bundles/open-bundle.ts';
import { type BundleWork, cancelled } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { BundleAnswers } from '../../src-shared/bundles/answers.ts';
import type { Desk } from '../records/desk.ts';
import { completeBlob, forgetPieces, hasBlob, hashOfBytes, keepPiece, putBlob } from '../stores/attachment-store.ts';
import { blobDelivery, type NamedFile, setBlobState } from '../stores/blob-delivery-store.ts';
import type { Pace } from '../sync/take-page.ts';

/** Bytes of a piece, which is what one commit holds of a large file. */
const pieceBytes = 1024 * 1024;
/** A file of no more bytes is kept in one commit: pieces are written twice. */
const atOnce = 8 * pieceBytes;

type Stream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
/** `bytes`: how many the manifest says there are, which has been checked. */
type Content = { readonly bytes: number; readonly stream: Stream };

/** Gives how many files are new here. Problems: `job_cancelled`, a disk that refuses. */
export async function takeFiles(
  desk: Desk,
  { entries, manifest }: OpenBundle,
  answers: BundleAnswers,
  work: BundleWork,
  pace: Pace,
): Promise<Result<number, Problem>> {
  const settled = settleCarried(desk, answers);
  if (!settled.ok) return settled;
  const files = manifest.files.filter(({ name }) => name.startsWith('blobs/'));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let taken = 0;
  let done = 0;
  for (const { name, sha256, bytes } of files) {
    if (work.signal.aborted) return err(cancelled);
    const file = blobDelivery(desk.database.reading, sha256);
    const isWanted = file !== null && !hasBlob(desk.attachments.reading, sha256);
    const progress = (read: number) => work.progress(done + read, total);
    const stream = entries.get(name)?.stream() ?? [];
    const content = { bytes, stream: watched(stream, work.signal, progress) };
    const kept = isWanted ? await takeFile(desk, file, content, pace) : ok(false);
    if (work.signal.aborted) return err(cancelled);
    if (!kept.ok) return kept;
    if (kept.value) taken += 1;
    done += bytes;
  }
  if (taken > 0) desk.notify({ type: 'records', ids: [] });
  return ok(taken);
}

/** What the centre says of files that this desk has carried to it. */
function settleCarried(desk: Desk, { blobs }: BundleAnswers): Result<null, Problem> {
  return desk.database.write((writing) => {
    for (const { hash, verdict, code } of blobs) {
      const isOpen = ['open', 'refused'].includes(blobDelivery(writing, hash)?.state ?? '');
      if (isOpen) setBlobState(writing, hash, verdict, { code: code ?? null });
    }
    return ok(null);
  });
}

/** The same bytes until they are called off; then they end, and nobody may take them for whole. */
async function* watched(stream: Stream, signal: AbortSignal, progress: (read: number) => void) {
  let read = 0;
  for await (const piece of stream) {
    if (signal.aborted) return;
    yield piece;
    read += piece.length;
    progress(read);
  }
}

/** False where the bytes are not the file that the record names. */
async function takeFile(
  desk: Desk,
  file: NamedFile,
  { bytes, stream }: Content,
  pace: Pace,
): Promise<Result<boolean, Problem>> {
  const whole = bytes <= atOnce ? await keepAtOnce(desk, file, stream) : await keepInPieces(desk, file, stream, pace);
  await pace.pause();
  if (!whole.ok || !whole.value) return whole;
  const settled = desk.database.write((writing) => ok(setBlobState(writing, file.hash, 'confirmed')));
  return settled.ok ? ok(true) : settled;
}

async function keepAtOnce(desk: Desk, file: NamedFile, stream: Stream): Promise<Result<boolean, Problem>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  if (hashOfBytes(bytes) !== file.hash) return ok(false);
  return desk.attachments.write((writing) => {
    putBlob(writing, { ...file, bytes }, desk.tools.now());
    forgetPieces(writing, file.hash);
    return ok(true);
  });
}

async function keepInPieces(
  desk: Desk,
  file: NamedFile,
  stream: Stream,
  pace: Pace,
): Promise<Result<boolean, Problem>> {
  const begun = desk.attachments.write((writing) => ok(forgetPieces(writing, file.hash)));
  if (!begun.ok) return begun;
  let place = 0;
  for await (const bytes of inPieces(stream)) {
    const kept = desk.attachments.write((writing) => ok(keepPiece(writing, file.hash, place, bytes)));
    if (!kept.ok) return kept;
    place += 1;
    await pace.pause();
  }
  return desk.attachments.write((writing) => ok(completeBlob(writing, file, desk.tools.now())));
}

/** The same bytes in pieces of 1 MiB and a little more. */
async function* inPieces(stream: Stream): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    held.push(piece);
    bytes += piece.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
