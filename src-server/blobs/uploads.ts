// Attachments on their way in, by the tus protocol 1.0: begun with scope, size and hash, continued at the byte where they
// were cut, by the device that began them, and visible only once size and hash are those of the bytes that are kept.

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Locker, MemoryLocker, Server, type Upload } from '@tus/server';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { databaseProblem } from '../database/database-problem.ts';
import type { Device } from '../stores/device-store.ts';
import type { Centre } from '../sync/centre.ts';
import type { BlobFiles } from './blob-files.ts';
import { checkUpload } from './check-upload.ts';
import { createFinisher, type Finisher, ownedMetadata } from './finish-upload.ts';
import { createUploadLocker } from './upload-locker.ts';

export const uploadPath = '/blobs/uploads';

export type UploadOptions = {
  readonly centre: Centre;
  readonly files: BlobFiles;
  /** Bytes of one attachment at most. */
  readonly blobBytes: number;
  onReceived(bytes: number): void;
  /** Told of what is no answer, without anything of a person in it. */
  onFault(line: string): void;
};

export type Uploads = {
  /** Answers one request of a device. */
  handle(request: IncomingMessage, response: ServerResponse, device: Device): Promise<void>;
  /** Removes what nobody has continued for a week. */
  cleanUp(): Promise<number>;
};

export function createUploads(options: UploadOptions): Uploads {
  const askers = new AsyncLocalStorage<Device>();
  const asker = () => required(askers.getStore(), 'every upload is handled for a device');
  // Made with the first upload: the library prepares its folder behind our back.
  let made: Server | null = null;
  const server = () => {
    made ??= makeServer(options, asker);
    return made;
  };
  return {
    handle: (request, response, device) => askers.run(device, () => server().handle(request, response)),
    cleanUp: () => server().cleanUpExpiredUploads(),
  };
}

function makeServer(options: UploadOptions, asker: () => Device): Server {
  const { centre, files } = options;
  const finisher = createFinisher(options);
  return new Server({
    path: uploadPath,
    datastore: files.uploads,
    locker: lockerFor(centre),
    relativeLocation: true,
    maxSize: options.blobBytes,
    namingFunction: () => `${files.uploadPrefix}${randomBytes(16).toString('hex')}`,
    generateUrl: (_request, { path, id }) => `${path}/${id.slice(files.uploadPrefix.length)}`,
    getFileIdFromRequest: (_request, name = '') =>
      /^[0-9a-f]{32}$/.test(name) ? `${files.uploadPrefix}${name}` : undefined,
    onUploadCreate: async (_request, upload) => {
      const checked = checkUpload(upload, asker(), options.blobBytes);
      if (!checked.ok) throw new Refusal(422, checked.problem);
      return { metadata: { ...checked.value, device: asker().device } };
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST' || request.method === 'OPTIONS') return;
      const found = await beforeContinuing(await files.uploads.getUpload(id), asker(), finisher);
      if (found !== null) throw new Refusal(statusFor(request.method, found), found);
    },
    onUploadFinish: async (_request, upload) => {
      const finished = await finisher.finish({ ...upload, size: upload.size ?? 0 });
      if (!finished.ok) throw new Refusal(statusFor('PATCH', finished.problem), finished.problem);
      return {};
    },
    onResponseError: ({ method }, error) => answerFor(method, error, options),
  });
}

/** The embedded database has one process; over PostgreSQL there may be several. */
function lockerFor(centre: Centre): Locker {
  return centre.database.dialect === 'sqlite' ? new MemoryLocker() : createUploadLocker(centre);
}

/** Why an upload is not gone on with; null where it is. Whether somebody else's exists is nobody's business. */
async function beforeContinuing(upload: Upload, { device }: Device, finisher: Finisher): Promise<Problem | null> {
  const owned = ownedMetadata.safeParse(upload.metadata);
  if (!owned.success || owned.data.device !== device) return { code: 'server_no_blob' };
  if (upload.size === undefined || upload.offset !== upload.size) return null;
  // All bytes are here and nobody was told what became of them: the process or the connection had ended before.
  const finished = await finisher.finish({ ...upload, size: upload.size });
  return finished.ok ? { code: 'sync_busy' } : finished.problem;
}

function statusFor(method: string, { code }: Problem): number {
  if (code === 'server_blob_wrong_hash') return 460;
  if (code === 'server_no_blob') return 404;
  // Asked how far an upload is, a desk takes "locked" for "later" and anything else for "begin anew".
  return method === 'HEAD' ? 423 : 503;
}

/** What the upload library answers with. */
class Refusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(status: number, problem: Problem) {
    super(problem.code);
    this.status_code = status;
    this.body = bodyOf(problem);
  }
}

function bodyOf(problem: Problem): string {
  return `${JSON.stringify(problem)}\n`;
}

/** The library would repeat the words of any error, which may name paths and hosts. */
function answerFor(method: string, error: object, { files, onFault }: UploadOptions) {
  if ('status_code' in error) return;
  const problem = files.problemOf(error) ?? databaseProblem(error);
  if (problem !== null) return { status_code: statusFor(method, problem), body: bodyOf(problem) };
  const reference = randomBytes(4).toString('hex');
  onFault(`${reference} upload ${error instanceof Error ? error.name : typeof error}`);
  return { status_code: 500, body: bodyOf({ code: 'server_failed', facts: { reference } }) };
}
