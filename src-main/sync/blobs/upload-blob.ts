// Brings one attachment to the centre by tus: begun once, continued where it was cut, by this process or the next one, and
// believed to be there only when the centre says so of size and hash.

import { DefaultHttpStack, DetailedError, Upload } from 'tus-js-client';
import { type BlobPlace, sizeAtCentre } from './blob-request.ts';

export type UploadOf = BlobPlace & {
  readonly bytes: Uint8Array;
  /** Where an upload that was cut goes on; null to begin one. */
  readonly uploadUrl: string | null;
  /** Told as soon as the centre has given it a place. */
  readonly onPlace: (url: string) => void;
};

export type Uploaded =
  | { readonly outcome: 'confirmed' }
  /** The centre will never take it: wrong bytes, too large. */
  | { readonly outcome: 'refused'; readonly code: string }
  /** Not now; it goes on from where it is the next time. `moved`: more of it is there than before. */
  | { readonly outcome: 'cut'; readonly moved: boolean };

/** Bytes of one request: what a cut costs at most. */
const pieceBytes = 1024 * 1024;

export async function uploadBlob(upload: UploadOf): Promise<Uploaded> {
  // Another desk of the unit may have brought the very same bytes.
  if (await isThere(upload)) return { outcome: 'confirmed' };
  const sent = await send(upload);
  if (sent.outcome !== 'confirmed') return sent;
  return (await isThere(upload)) ? sent : { outcome: 'cut', moved: false };
}

async function isThere(upload: UploadOf): Promise<boolean> {
  return (await sizeAtCentre(upload)) === upload.bytes.length;
}

function send({ address, scope, hash, token, bytes, uploadUrl, onPlace }: UploadOf): Promise<Uploaded> {
  let accepted = 0;
  let begunAt: number | null = null;
  return new Promise((resolve) => {
    const upload: Upload = new Upload(Buffer.from(bytes), {
      endpoint: `${address.url}/blobs/uploads`,
      uploadUrl,
      chunkSize: pieceBytes,
      metadata: { scope, sha256: hash },
      headers: { authorization: `Bearer ${token}` },
      // The engine decides when to try again; one way of waiting is enough.
      retryDelays: null,
      storeFingerprintForResuming: false,
      ...(address.authority === null ? {} : { httpStack: new DefaultHttpStack({ ca: address.authority }) }),
      onUploadUrlAvailable: () => {
        if (upload.url !== null) onPlace(upload.url);
      },
      onProgress: (sent) => {
        begunAt ??= sent;
      },
      onChunkComplete: (_size, reached) => {
        accepted = reached;
      },
      onSuccess: () => resolve({ outcome: 'confirmed' }),
      onError: (error) => resolve(outcomeOf(error, accepted > (begunAt ?? 0))),
    });
    upload.start();
  });
}

function outcomeOf(error: Error | DetailedError, moved: boolean): Uploaded {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  if (status === 460) return { outcome: 'refused', code: 'server_blob_wrong_hash' };
  if (status === 413 || status === 422) return { outcome: 'refused', code: 'server_blob_too_large' };
  return { outcome: 'cut', moved };
}
