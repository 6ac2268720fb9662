// Bytes of attachments by their hash, in the second database: whole or not at all, the same bytes only once.

import { createHash } from 'node:crypto';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const pieceBytes = 1024 * 1024;

type BlobRow = { key: number; size: number; media: string };

const blobByHash = statement<{ hash: string }, BlobRow>('select key, size, media from blob where hash = unhex(@hash)');
const insertBlob = statement<{ hash: string; size: number; media: string; storedAt: number }>(
  'insert into blob (hash, size, media, stored_at) values (unhex(@hash), @size, @media, @storedAt)',
);
const insertChunk = statement<{ blob: number; place: number; bytes: Uint8Array }>(
  'insert into chunk (blob_key, place, bytes) values (@blob, @place, @bytes)',
);
const chunksOf = statement<{ blob: number }, { bytes: Uint8Array }>(
  'select bytes from chunk where blob_key = @blob order by place',
);
const putThumbnailRow = statement<{ blob: number; media: string; bytes: Uint8Array }>(
  `insert into thumbnail (blob_key, media, bytes) values (@blob, @media, @bytes)
   on conflict (blob_key) do update set media = excluded.media, bytes = excluded.bytes`,
);
const thumbnailOf = statement<{ hash: string }, { media: string; bytes: Uint8Array }>(
  'select t.media as media, t.bytes as bytes from thumbnail t join blob b on b.key = t.blob_key where b.hash = unhex(@hash)',
);

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps the bytes unless they are here already. */
export function putBlob(
  writing: Writing,
  blob: { readonly hash: string; readonly media: string; readonly bytes: Uint8Array },
  storedAt: number,
): void {
  if (writing.first(blobByHash, { hash: blob.hash })) return;
  const { key } = writing.run(insertBlob, { hash: blob.hash, size: blob.bytes.length, media: blob.media, storedAt });
  for (let at = 0, place = 0; at < blob.bytes.length; at += pieceBytes, place += 1) {
    writing.run(insertChunk, { blob: key, place, bytes: blob.bytes.subarray(at, at + pieceBytes) });
  }
}

export function hasBlob(reading: Reading, hash: string): boolean {
  return reading.first(blobByHash, { hash }) !== undefined;
}

/** The bytes, or null when they are not here or are not what their hash says. */
export function readBlob(reading: Reading, hash: string): Uint8Array | null {
  const blob = reading.first(blobByHash, { hash });
  if (!blob) return null;
  const bytes = Buffer.concat(reading.all(chunksOf, { blob: blob.key }).map((row) => row.bytes));
  return bytes.length === blob.size && hashOfBytes(bytes) === hash ? new Uint8Array(bytes) : null;
}

const chunkAt = statement<{ blob: number; place: number }, { bytes: Uint8Array }>(
  'select bytes from chunk where blob_key = @blob and place = @place',
);

/** The same bytes piece by piece, for what is too large to be held whole. They are not compared with the hash. */
export function* blobPieces(reading: Reading, hash: string): Generator<Uint8Array> {
  const blob = reading.first(blobByHash, { hash });
  if (!blob) return;
  for (let place = 0; ; place += 1) {
    const piece = reading.first(chunkAt, { blob: blob.key, place });
    if (!piece) return;
    yield piece.bytes;
  }
}

const putPiece = statement<{ hash: string; place: number; bytes: Uint8Array }>(
  'insert or replace into arriving (hash, place, bytes) values (unhex(@hash), @place, @bytes)',
);
const piecesOf = statement<{ hash: string }, { bytes: Uint8Array }>(
  'select bytes from arriving where hash = unhex(@hash) order by place',
);
const arrivedPieces = statement<{ hash: string }, { count: number; bytes: number }>(
  'select count(*) as count, coalesce(sum(length(bytes)), 0) as bytes from arriving where hash = unhex(@hash)',
);
const dropPieces = statement<{ hash: string }>('delete from arriving where hash = unhex(@hash)');

/** How far bytes that are being fetched have come: whole pieces, so that fetching goes on after any stop. */
export function arrivedSoFar(reading: Reading, hash: string): { readonly count: number; readonly bytes: number } {
  return reading.first(arrivedPieces, { hash }) ?? { count: 0, bytes: 0 };
}

/** @param place 0, 1, 2 … of the piece */
export function keepPiece(writing: Writing, hash: string, place: number, bytes: Uint8Array): void {
  writing.run(putPiece, { hash, place, bytes });
}

export function forgetPieces(writing: Writing, hash: string): void {
  writing.run(dropPieces, { hash });
}

/** Everything is here: kept under its hash when it is what the hash says; false, and nothing kept, when it is not. */
export function completeBlob(
  writing: Writing,
  { hash, media }: { readonly hash: string; readonly media: string },
  storedAt: number,
): boolean {
  const bytes = Buffer.concat(writing.all(piecesOf, { hash }).map((row) => row.bytes));
  const isRight = hashOfBytes(bytes) === hash;
  if (isRight) putBlob(writing, { hash, media, bytes }, storedAt);
  forgetPieces(writing, hash);
  return isRight;
}

/** Keeps a small picture of stored bytes; without them there is nothing to keep it for. */
export function putThumbnail(writing: Writing, hash: string, media: string, bytes: Uint8Array): void {
  const blob = writing.first(blobByHash, { hash });
  if (blob) writing.run(putThumbnailRow, { blob: blob.key, media, bytes });
}

export function readThumbnail(
  reading: Reading,
  hash: string,
): { readonly media: string; readonly bytes: Uint8Array } | null {
  return reading.first(thumbnailOf, { hash }) ?? null;
}
