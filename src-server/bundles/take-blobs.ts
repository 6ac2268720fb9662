// Takes the files of a bundle in: those that are here already are not read again, the others are hashed on their way and
// visible only when the whole is right.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import { cancelled } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { BundleAnswers } from '../../src-shared/bundles/answers.ts';
import type { ManifestFile } from '../../src-shared/bundles/manifest.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { mayUse } from '../../src-shared/sync/centre/may-use.ts';
import type { BlobFiles } from '../blobs/blob-files.ts';
import { blobsOf, insertBlob } from '../stores/blob-store.ts';
import type { Centre } from '../sync/centre.ts';
import type { CheckedBundle } from './check-bundle.ts';

export type BlobPlace = {
  readonly files: BlobFiles;
  /** Where a file lies until it is whole. */
  readonly directory: string;
  /** Bytes of one attachment at most. */
  readonly blobBytes: number;
};
export type BlobVerdict = BundleAnswers['blobs'][number];

/** What would become of each file, without taking any in. */
export function judgeBlobs(bundle: CheckedBundle, place: BlobPlace): readonly BlobVerdict[] {
  return blobsIn(bundle).map((file) => toVerdict(file, whyNot(bundle, file, place)));
}

/** Problems: those of the disk and the database; what was taken in stays, and the rest is taken in the next time. */
export async function takeBlobs(
  centre: Centre,
  bundle: CheckedBundle,
  place: BlobPlace,
  work: BundleWork,
): Promise<Result<readonly BlobVerdict[], Problem>> {
  const verdicts: BlobVerdict[] = [];
  await clearUnfinished(place.directory, centre.now() - day);
  for (const file of blobsIn(bundle)) {
    if (work.signal.aborted) return err(cancelled);
    const refusal = whyNot(bundle, file, place);
    const taken = refusal === null ? await takeBlob(centre, bundle, file, place) : ok(null);
    if (!taken.ok) return taken;
    verdicts.push(toVerdict(file, refusal));
  }
  return ok(verdicts);
}

/** In the order of the manifest. */
export function blobsIn({ open }: CheckedBundle): readonly ManifestFile[] {
  return open.manifest.files.filter(({ name }) => name.startsWith('blobs/'));
}

function toVerdict({ sha256: hash }: ManifestFile, refusal: Problem | null): BlobVerdict {
  return refusal === null ? { hash, verdict: 'confirmed' } : { hash, verdict: 'refused', code: refusal.code };
}

function whyNot({ device, open }: CheckedBundle, { bytes }: ManifestFile, { blobBytes }: BlobPlace): Problem | null {
  const { scope } = open.manifest;
  if (device.state === 'revoked') return { code: 'sync_device_revoked', facts: { device: device.device } };
  if (mayUse(device, 'read', scope) !== 'allowed')
    return { code: 'sync_scope_not_granted', facts: { device: device.device, scope } };
  return bytes > blobBytes ? { code: 'server_blob_too_large', facts: { bytes, limit: blobBytes } } : null;
}

async function takeBlob(
  centre: Centre,
  { device, open }: CheckedBundle,
  { name, sha256: hash, bytes }: ManifestFile,
  place: BlobPlace,
): Promise<Result<null, Problem>> {
  const { scope } = open.manifest;
  if ((await blobsOf(centre.database.reading, scope, [hash])).length > 0) return ok(null);
  const stream = open.entries.get(name)?.stream();
  if (stream === undefined) return err({ code: 'bundle_counts_lie', facts: { name } });
  const kept = await keepFile(stream, { scope, hash }, place);
  if (!kept.ok) return kept;
  return centre.database.write(scope, async (writing) => {
    await insertBlob(writing, { hash, bytes }, centre.now(), device.device);
    return ok(null);
  });
}

/** The file first, then the row that makes it visible, as with an upload. */
async function keepFile(
  stream: AsyncIterable<Uint8Array>,
  { scope, hash }: { readonly scope: ScopeId; readonly hash: string },
  { files, directory }: BlobPlace,
): Promise<Result<null, Problem>> {
  const path = join(directory, randomUUID());
  try {
    if ((await writeHashed(path, stream)) !== hash) return err({ code: 'server_blob_wrong_hash' });
    await files.takeIn(path, scope, hash);
    return ok(null);
  } catch (error) {
    const problem = files.problemOf(error);
    if (problem !== null) return err(problem);
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

async function writeHashed(path: string, stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of stream) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

const day = 24 * 3_600_000;

/** What imports that were killed have left. @param before ms since 1970; younger files may be those of another import */
async function clearUnfinished(directory: string, before: number): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < before) await rm(path, { force: true });
  }
}
