// What makes a whole upload an attachment: its bytes are read where they lie, and only if size and hash are those it was
// begun with, it goes to its place and is then made visible, in this order. A crash between costs a look and nothing else.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import { insertBlob } from '../stores/blob-store.ts';
import type { Centre } from '../sync/centre.ts';
import type { BlobFiles, Digest } from './blob-files.ts';
import { uploadMetadata } from './check-upload.ts';

/** As it is kept with the upload: whose it is, too. */
export const ownedMetadata = uploadMetadata.extend({ device: z.string() });

export type WholeUpload = { readonly id: string; readonly size: number; readonly metadata?: unknown };

export type Finisher = {
  /** `server_blob_wrong_hash`: nothing is left of it. `server_no_blob`: its bytes are gone. */
  finish(upload: WholeUpload): Promise<Result<null, Problem>>;
};

/** The SHA-256 of no bytes. */
const nothing: Digest = { hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', bytes: 0 };

type Surroundings = { readonly centre: Centre; readonly files: BlobFiles; onReceived(bytes: number): void };

/** Whoever asks while an upload is being finished waits for the same end. */
export function createFinisher(surroundings: Surroundings): Finisher {
  const underWay = new Map<string, Promise<Result<null, Problem>>>();
  return {
    finish(upload) {
      const known = underWay.get(upload.id);
      if (known !== undefined) return known;
      const finishing = finish(surroundings, upload).finally(() => underWay.delete(upload.id));
      underWay.set(upload.id, finishing);
      return finishing;
    },
  };
}

async function finish(surroundings: Surroundings, { id, size, metadata }: WholeUpload): Promise<Result<null, Problem>> {
  const { files } = surroundings;
  const claimed = ownedMetadata.parse(metadata);
  const { scope, sha256 } = claimed;
  // Of no bytes there is nothing to keep; the library looks at such an upload once more, and it goes with its time.
  const found = size === 0 ? nothing : await files.digest(id);
  if (found === null || found.hash !== sha256 || found.bytes !== size) {
    await files.discard(id);
    return err({ code: found === null ? 'server_no_blob' : 'server_blob_wrong_hash' });
  }
  if (size > 0) await files.adopt(id, scope, sha256);
  return show(surroundings, claimed, size);
}

async function show(
  { centre, onReceived }: Surroundings,
  { scope, sha256, device }: z.infer<typeof ownedMetadata>,
  size: number,
): Promise<Result<null, Problem>> {
  const stored = await centre.database.write(scope, async (writing) => {
    await insertBlob(writing, { hash: sha256, bytes: size }, centre.now(), toDeviceId(device));
    return ok(null);
  });
  if (stored.ok) onReceived(size);
  return stored;
}
