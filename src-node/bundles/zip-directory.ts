// The directory of a bundle's zip, held against every trick that a zip can play before any entry is read (U7).

import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import { type AgeFile, DamagedBundle } from './age-file.ts';

/** What is in the zip, by name, with a way to read each. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;
export type ZipEntry = {
  /** Unpacked, as the directory says; a stream that gives more or less ends with an error. */
  readonly bytes: number;
  readonly stream: () => AsyncIterable<Uint8Array>;
};

const regularFile = 0o100000;
const fileTypeBits = 0o170000;
const allowedName = /^(?:[a-z][a-z0-9-]{0,40}\.[a-z]{1,10}|blobs\/[0-9a-f]{64})$/;

export async function readDirectory(file: AgeFile): Promise<Result<ZipDirectory, Problem>> {
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(readerOf(file), file.bytes, {
      autoClose: false,
      strictFileNames: true,
    });
    if (zip.entryCount > bundleLimits.entries) return err(badZip(`${zip.entryCount} entries`));
    return await readEntries(file, zip);
  } catch (error) {
    if (error instanceof DamagedBundle) return err(error.problem);
    // yauzl says what it found by plain errors: no directory, a name that leads out, sizes past the end of the file.
    return err(badZip(error instanceof Error ? error.message.slice(0, 120) : 'unreadable'));
  }
}

async function readEntries(file: AgeFile, zip: yauzl.ZipFile): Promise<Result<ZipDirectory, Problem>> {
  const entries = new Map<string, ZipEntry>();
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const fault = faultOf(entry) ?? (entries.has(entry.fileName) ? 'a name twice' : null);
    if (fault !== null) return err(badZip(fault));
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (packed > file.bytes || unpacked > bundleLimits.bytes) return err(badZip('more than there is room for'));
    entries.set(entry.fileName, { bytes: entry.uncompressedSize, stream: () => streamOf(file, zip, entry) });
  }
  return ok(entries);
}

/** What no bundle has, in a few words; null where the entry is in order. */
function faultOf(entry: yauzl.Entry): string | null {
  if (!allowedName.test(entry.fileName)) return 'a name that no bundle has';
  const type = (entry.externalFileAttributes >>> 16) & fileTypeBits;
  if (type !== 0 && type !== regularFile) return 'a link or a device';
  if (entry.isEncrypted()) return 'an encrypted entry';
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'an unknown packing';
  if (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize) return 'sizes that disagree';
  const isBomb = entry.uncompressedSize > 1024 + entry.compressedSize * bundleLimits.ratio;
  return isBomb ? 'more unpacked than packing can explain' : null;
}

/** Stored entries are read past yauzl's streams, which cost more than the decryption. */
async function* streamOf(file: AgeFile, zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  if (entry.compressionMethod !== 0) {
    yield* await zip.openReadStreamPromise(entry);
    return;
  }
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  yield* file.range(fileDataStart, fileDataStart + entry.uncompressedSize);
}

function readerOf(file: AgeFile): yauzl.RandomAccessReader {
  return new (class extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(file.range(start, end), { objectMode: false });
    }
    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      callback: (error: Error | null) => void,
    ): void {
      file.read(position, length).then((bytes) => {
        buffer.set(bytes, offset);
        callback(bytes.length === length ? null : new Error('past the end'));
      }, callback);
    }
  })();
}

function badZip(why: string): Problem {
  return { code: 'bundle_bad_zip', facts: { why } };
}
