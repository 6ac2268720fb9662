// Writes a bundle as a stream, whatever its size: entries into a zip, the zip into age, age into parts on the medium, all
// read back before it has a name (U2, U9).

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ManifestFile, SignedManifest } from '../../src-shared/bundles/manifest.ts';
import { mediaProblem } from './media-problem.ts';
import { clearUnfinished, PartWriter, type WrittenPart } from './part-writer.ts';
import { sealAge } from './seal-age.ts';
import { type BundleWork, cancelled } from './work.ts';

export type EntrySource = {
  readonly name: string;
  /** Text is packed; files of attachments are packed already. */
  readonly packed: boolean;
  /** Read once, when its turn has come. */
  readonly content: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

export type BundleToWrite = {
  readonly folder: string;
  /** Name of the file on the medium, `….casebundle`. */
  readonly name: string;
  /** `age1…` */
  readonly recipient: string;
  readonly partBytes: number;
  readonly entries: AsyncIterable<EntrySource> | Iterable<EntrySource>;
  /** Called when everything else is written. */
  readonly seal: (files: readonly ManifestFile[]) => SignedManifest;
  /** When the entries were made; a zip says it of each. */
  readonly at: Date;
  /** About how many bytes it will be, for the progress; null where nobody knows. */
  readonly expected: number | null;
};

export type WrittenBundle = {
  readonly parts: readonly WrittenPart[];
  readonly bytes: number;
  readonly manifest: SignedManifest;
  /** What the manifest names. */
  readonly entries: readonly ManifestFile[];
};

/**
 * Problems: `bundle_media_full`, `bundle_media_read_only`, `bundle_media_gone`, `bundle_read_back`, `job_cancelled`. After
 * any of them the medium holds nothing with a bundle's name that was not there before.
 */
export async function writeBundle(bundle: BundleToWrite, work: BundleWork): Promise<Result<WrittenBundle, Problem>> {
  const { folder, name, partBytes } = bundle;
  const parts = new PartWriter(folder, name, partBytes);
  try {
    await clearUnfinished(folder, name.slice(0, name.lastIndexOf('-')));
    const { manifest, entries } = await writeParts(bundle, parts, work);
    const unlike = await parts.readBack(work);
    if (unlike !== null) throw new Stopped({ code: 'bundle_read_back', facts: { name: unlike } });
    if (work.signal.aborted) throw new Stopped(cancelled);
    const written = await parts.finish();
    return ok({ parts: written, bytes: written.reduce((sum, { bytes }) => sum + bytes, 0), manifest, entries });
  } catch (error) {
    await parts.abandon();
    const problem = error instanceof Stopped ? error.problem : mediaProblem(error, folder);
    if (problem === null) throw error;
    return err(problem);
  }
}

type Filled = { readonly manifest: SignedManifest; readonly entries: readonly ManifestFile[] };

class Stopped extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

async function writeParts(bundle: BundleToWrite, parts: PartWriter, work: BundleWork): Promise<Filled> {
  const { recipient, expected } = bundle;
  const zip = new yazl.ZipFile();
  // An error that nobody has asked for yet must not end the process; `filled` below gives it to whoever waits.
  zip.on('error', (error) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  const output = Readable.from(zip.outputStream, { objectMode: false, highWaterMark: 1024 * 1024 });
  const filled = fillZip(zip, bundle, work.signal).catch((error: Error) => {
    output.destroy(error);
    throw error;
  });
  let done = 0;
  const written = (async () => {
    for await (const piece of sealAge(recipient, output)) {
      if (work.signal.aborted) throw new Stopped(cancelled);
      await parts.write(piece);
      done += piece.length;
      // Writing is the first half; the second is reading it back.
      work.progress(done, expected === null ? null : Math.max(done, expected) * 2);
    }
  })();
  const [made] = await Promise.all([filled, written]);
  return made;
}

/** Entries one after the other, the manifest last: it names what was really written. */
async function fillZip(zip: yazl.ZipFile, bundle: BundleToWrite, signal: AbortSignal): Promise<Filled> {
  const { entries, at: mtime, seal } = bundle;
  const files: ManifestFile[] = [];
  for await (const { name, packed, content } of entries) {
    if (signal.aborted) throw new Stopped(cancelled);
    files.push({ name, ...(await addEntry(zip, name, { mtime, compress: packed }, content())) });
  }
  const manifest = seal(files);
  zip.addBuffer(Buffer.from(manifest.bytes), 'manifest.json', { mtime, compress: true });
  zip.addBuffer(Buffer.from(manifest.signature), 'manifest.sig', { mtime, compress: false });
  zip.end();
  return { manifest, entries: files };
}

function addEntry(
  zip: yazl.ZipFile,
  name: string,
  options: { readonly mtime: Date; readonly compress: boolean },
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    let bytes = 0;
    async function* hashed() {
      try {
        for await (const piece of content) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
        resolve({ bytes, sha256: hash.digest('hex') });
      } catch (error) {
        reject(error);
      }
    }
    zip.addReadStreamLazy(name, options, (give) => give(null, Readable.from(hashed(), { objectMode: false })));
  });
}
