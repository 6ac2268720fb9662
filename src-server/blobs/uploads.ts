// Attachments on their way in, by the tus protocol 1.0: begun with scope, size and hash, continued at the byte where they
// were cut, by the device that began them, and visible only once the whole hash is right.

import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { isScopeId } from '../../src-shared/history/ids.ts';
import { insertBlob } from '../stores/blob-store.ts';
import type { Device } from '../stores/device-store.ts';
import type { Centre } from '../sync/centre.ts';
import type { BlobFiles } from './blob-files.ts';
import { hashOfFile } from './blob-files.ts';

export const uploadPath = '/blobs/uploads';

export type UploadOptions = {
  readonly centre: Centre;
  readonly files: BlobFiles;
  /** Where uploads lie until they are whole. */
  readonly directory: string;
  /** Bytes of one attachment at most. */
  readonly blobBytes: number;
  onReceived(bytes: number): void;
};

export type Uploads = {
  /** Answers one request of a device. */
  handle(request: IncomingMessage, response: ServerResponse, device: Device): Promise<void>;
  /** Removes what nobody has continued for a week. */
  cleanUp(): Promise<number>;
};

const week = 7 * 24 * 3_600_000;

const metadata = z.object({
  scope: z.custom<ScopeId>(isScopeId),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
/** As it is kept with the upload: whose it is, too. */
const ownedMetadata = metadata.extend({ device: z.string() });

export function createUploads(options: UploadOptions): Uploads {
  const askers = new AsyncLocalStorage<Device>();
  // Made with the first upload: the library prepares its folder behind our back.
  let made: Server | null = null;
  const server = () => {
    made ??= makeServer(options, () => required(askers.getStore(), 'every upload is handled for a device'));
    return made;
  };
  return {
    handle: (request, response, device) => askers.run(device, () => server().handle(request, response)),
    cleanUp: () => server().cleanUpExpiredUploads(),
  };
}

function makeServer(options: UploadOptions, asker: () => Device): Server {
  const { directory } = options;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: week });
  return new Server({
    path: uploadPath,
    datastore: store,
    relativeLocation: true,
    maxSize: options.blobBytes,
    onUploadCreate: async (_request, upload) => {
      const device = asker();
      const checked = checkUpload(upload, device, options);
      if (!checked.ok) throw new Refusal(422, checked.problem);
      return { metadata: { ...checked.value, device: device.device } };
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST' || request.method === 'OPTIONS') return;
      const owned = ownedMetadata.safeParse((await store.getUpload(id)).metadata);
      // Whether somebody else's upload exists is nobody's business.
      if (!owned.success || owned.data.device !== asker().device) throw new Refusal(404, { code: 'server_no_blob' });
    },
    onUploadFinish: async (_request, upload) => {
      const finished = await finish(options, store, { ...upload, size: upload.size ?? 0 }, asker());
      if (finished.ok) return {};
      throw new Refusal(finished.problem.code === 'server_blob_wrong_hash' ? 460 : 503, finished.problem);
    },
  });
}

/** What the upload library answers with. */
class Refusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(status: number, problem: Problem) {
    super(problem.code);
    this.status_code = status;
    this.body = `${JSON.stringify(problem)}\n`;
  }
}

type Begun = { readonly metadata?: unknown; readonly size?: number | undefined };

function checkUpload(
  { metadata: given, size }: Begun,
  device: Device,
  { blobBytes }: UploadOptions,
): Result<z.infer<typeof metadata>, Problem> {
  const parsed = metadata.safeParse(given);
  if (!parsed.success) return err({ code: 'sync_bad_message', facts: { field: 'Upload-Metadata' } });
  if (size === undefined) return err({ code: 'sync_bad_message', facts: { field: 'Upload-Length' } });
  if (size > blobBytes) return err({ code: 'server_blob_too_large', facts: { bytes: size, limit: blobBytes } });
  const { scope } = parsed.data;
  if (!device.scopes.has(scope))
    return err({ code: 'sync_scope_not_granted', facts: { device: device.device, scope } });
  return ok(parsed.data);
}

type Finished = { readonly id: string; readonly size: number; readonly metadata?: unknown };

/** The file first, then the row that makes it visible: a crash between them costs one more upload and nothing else. */
async function finish(
  { centre, files, directory, onReceived }: UploadOptions,
  store: FileStore,
  { id, size, metadata: kept }: Finished,
  device: Device,
): Promise<Result<null, Problem>> {
  const { scope, sha256 } = ownedMetadata.parse(kept);
  const path = join(directory, id);
  if ((await hashOfFile(path)) !== sha256) {
    await store.remove(id);
    return err({ code: 'server_blob_wrong_hash' });
  }
  await files.adopt(path, scope, sha256);
  await store.configstore.delete(id);
  const stored = await centre.database.write(scope, async (writing) => {
    await insertBlob(writing, { hash: sha256, bytes: size }, centre.now(), device.device);
    return ok(null);
  });
  if (stored.ok) onReceived(size);
  return stored;
}
