// Attachments over HTTP: tus on the way in, plain ranges on the way out, both for devices of the scope only.

import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { isScopeId } from '../../src-shared/history/ids.ts';
import type { BlobFiles } from '../blobs/blob-files.ts';
import type { Uploads } from '../blobs/uploads.ts';
import { uploadPath } from '../blobs/uploads.ts';
import { blobsOf } from '../stores/blob-store.ts';
import type { Device } from '../stores/device-store.ts';
import type { Centre } from '../sync/centre.ts';
import { admitDevice } from './admit-device.ts';
import type { RateLimit } from './rate-limit.ts';

export type BlobRoutes = {
  readonly centre: Centre;
  readonly uploads: Uploads;
  readonly files: BlobFiles;
  readonly rateLimit: RateLimit;
};

export function registerBlobs(server: FastifyInstance, routes: BlobRoutes): void {
  // The body of an upload is a stream that the upload itself reads.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const upload = async (request: FastifyRequest, reply: FastifyReply) => {
    const device = await admitDevice(routes, request, reply);
    if (device === null) return reply;
    reply.hijack();
    await routes.uploads.handle(request.raw, reply.raw, device);
    return reply;
  };
  server.route({ method: ['POST', 'OPTIONS'], url: uploadPath, handler: upload });
  server.route({ method: ['PATCH', 'HEAD', 'DELETE', 'OPTIONS'], url: `${uploadPath}/:id`, handler: upload });
  // HEAD by itself: the one made from GET says of every file that it is empty.
  server.route<{ Params: { scope: string; hash: string } }>({
    method: ['GET', 'HEAD'],
    url: '/blobs/of/:scope/:hash',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const device = await admitDevice(routes, request, reply);
      return device === null ? reply : download(routes, device, request, reply);
    },
  });
}

type BlobRequest = FastifyRequest<{ Params: { scope: string; hash: string } }>;

async function download(
  { centre, files }: BlobRoutes,
  device: Device,
  request: BlobRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { scope, hash } = request.params;
  const isMissing = { code: 'server_no_blob' } as const;
  // Another scope's attachment and none at all look alike.
  if (!isScopeId(scope) || !device.scopes.has(scope) || !/^[0-9a-f]{64}$/.test(hash))
    return reply.status(404).send(isMissing);
  const [blob] = await blobsOf(centre.database.reading, scope, [hash]);
  if (blob === undefined) return reply.status(404).send(isMissing);
  const range = rangeOf(request.headers.range, blob.bytes);
  reply
    .header('accept-ranges', 'bytes')
    .header('content-type', 'application/octet-stream')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, immutable');
  if (range === 'outside') return reply.status(416).header('content-range', `bytes */${blob.bytes}`).send();
  const { start, end } = range;
  reply.header('content-length', end - start + 1);
  if (request.headers.range !== undefined)
    reply.status(206).header('content-range', `bytes ${start}-${end}/${blob.bytes}`);
  if (request.method === 'HEAD' || blob.bytes === 0) return reply.send();
  const bytes = await open(files, () => files.read(scope, hash, start, end));
  if (bytes.ok && bytes.value !== null) return reply.send(bytes.value);
  for (const name of bodyHeaders) reply.removeHeader(name);
  return bytes.ok ? reply.status(404).send(isMissing) : notNow(reply, bytes.problem);
}

const bodyHeaders = ['accept-ranges', 'content-type', 'cache-control', 'content-length', 'content-range'];
/** Seconds after which a desk asks again. */
const retrySeconds = 10;

/** The place where files are may be out of reach: nothing of the answer was sent yet. */
async function open(
  { problemOf }: BlobFiles,
  read: () => Promise<Readable | null>,
): Promise<Result<Readable | null, Problem>> {
  try {
    return ok(await read());
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return err(problem);
  }
}

function notNow(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(503).header('retry-after', retrySeconds).send(problem);
}

/** One range from a start, with or without an end; anything else is answered whole, as RFC 9110 allows. */
function rangeOf(
  header: string | undefined,
  bytes: number,
): { readonly start: number; readonly end: number } | 'outside' {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null) return { start: 0, end: bytes - 1 };
  const start = Number(match[1]);
  const end = match[2] === '' ? bytes - 1 : Math.min(Number(match[2]), bytes - 1);
  return start >= bytes || end < start ? 'outside' : { start, end };
}
