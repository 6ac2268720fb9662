// Opens a bundle and checks all of it before anybody may take anything from it (U6): parts, encryption, zip, manifest,
// author, and every byte of every entry.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import { type BundleManifest, parseManifest, type SignedManifest } from '../../src-shared/bundles/manifest.ts';
import { AgeFile, DamagedBundle } from './age-file.ts';
import type { FoundBundle } from './find-parts.ts';
import { JoinedParts } from './joined-parts.ts';
import { mediaProblemOrThrow } from './media-problem.ts';
import { type BundleWork, cancelled } from './work.ts';
import { readDirectory, type ZipDirectory } from './zip-directory.ts';

export type OpenBundle = {
  readonly name: string;
  /** Of the file on the stick. */
  readonly bytes: number;
  readonly manifest: BundleManifest;
  readonly signed: SignedManifest;
  readonly entries: ZipDirectory;
  readonly close: () => Promise<void>;
};

const signatureBytes = 64;

/**
 * Opens it as far as its manifest, whose author is not checked yet. Problems: every `bundle_` one of parts, encryption,
 * zip and form.
 */
export async function openBundle(
  found: FoundBundle,
  identity: string,
  work: BundleWork,
): Promise<Result<OpenBundle, Problem>> {
  try {
    const sums = await checkSums(found, work);
    if (sums !== null) return err(sums);
    const parts = await JoinedParts.open(found.parts);
    const opened = await openParts(found.name, parts, identity).catch(async (error: unknown) => {
      await parts.close();
      throw error;
    });
    if (!opened.ok) await parts.close();
    return opened;
  } catch (error) {
    return err(problemOf(error, found.name));
  }
}

async function openParts(name: string, parts: JoinedParts, identity: string): Promise<Result<OpenBundle, Problem>> {
  const file = await AgeFile.open(parts, name, identity);
  if (!file.ok) return file;
  const entries = await readDirectory(file.value);
  if (!entries.ok) return entries;
  const bytes = await readWhole(entries.value, 'manifest.json', bundleLimits.manifestBytes);
  const signature = await readWhole(entries.value, 'manifest.sig', signatureBytes);
  if (bytes === null || signature === null) return err({ code: 'bundle_bad_zip', facts: { why: 'no manifest' } });
  const manifest = parseManifest(bytes);
  if (!manifest.ok) return manifest;
  const signed = { bytes, signature };
  return ok({
    name,
    bytes: parts.bytes,
    manifest: manifest.value,
    signed,
    entries: entries.value,
    close: () => parts.close(),
  });
}

/** The whole of a small entry; null where it is not there or larger. Throws `DamagedBundle`. */
export async function readWhole(entries: ZipDirectory, name: string, most: number): Promise<Uint8Array | null> {
  const entry = entries.get(name);
  if (entry === undefined || entry.bytes > most) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of entry.stream()) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Size and hash of every entry. Problems: `bundle_counts_lie`, `bundle_damaged`, `bundle_media_gone`, `job_cancelled`. */
export async function checkEntries(
  { manifest, entries, name, bytes: total }: OpenBundle,
  { signal, progress }: BundleWork,
): Promise<Result<null, Problem>> {
  const strange = strangeEntry(manifest, entries);
  if (strange !== null) return err({ code: 'bundle_counts_lie', facts: { name: strange } });
  let done = 0;
  try {
    for (const file of manifest.files) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of entries.get(file.name)?.stream() ?? []) {
        if (signal.aborted) return err(cancelled);
        hash.update(piece);
        bytes += piece.length;
        if (bytes > file.bytes) break;
        done += piece.length;
        progress(Math.min(done, total), total);
      }
      if (bytes !== file.bytes || hash.digest('hex') !== file.sha256)
        return err({ code: 'bundle_counts_lie', facts: { name: file.name } });
    }
    return ok(null);
  } catch (error) {
    return err(problemOf(error, name));
  }
}

/** An entry that only one of manifest and zip has, or with another size; null where they agree. */
function strangeEntry({ files }: BundleManifest, entries: ZipDirectory): string | null {
  const named = new Map(files.map((file) => [file.name, file]));
  if (named.size !== files.length) return 'manifest.json';
  for (const [name, { bytes }] of entries) {
    if (name === 'manifest.json' || name === 'manifest.sig') continue;
    if (named.get(name)?.bytes !== bytes) return name;
  }
  return (
    files.find(({ name, sha256 }) => !entries.has(name) || (name.startsWith('blobs/') && name !== `blobs/${sha256}`))
      ?.name ?? null
  );
}

/** The sums beside the parts find damage of the stick at the speed of reading; null where all is well, or there are none. */
async function checkSums({ parts, sums }: FoundBundle, { signal, progress }: BundleWork): Promise<Problem | null> {
  if (sums === null) return null;
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { path } of parts) {
    const name = basename(path);
    const expected = sums.get(name);
    if (expected === undefined) continue;
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      if (signal.aborted) return cancelled;
      hash.update(piece);
      done += piece.length;
      progress(done, total);
    }
    if (hash.digest('hex') !== expected) return { code: 'bundle_part_wrong', facts: { name } };
  }
  return null;
}

function problemOf(error: unknown, name: string): Problem {
  if (error instanceof DamagedBundle) return error.problem;
  // zlib and yauzl find packed bytes that unpack to something else than the directory says.
  const isUnpacking = error instanceof Error && (!('code' in error) || String(error.code).startsWith('Z_'));
  return isUnpacking ? { code: 'bundle_counts_lie', facts: { name } } : mediaProblemOrThrow(error, name);
}
