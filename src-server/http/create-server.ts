// The centre over HTTP: the calls of desks, health and metrics, with limits on everything that comes from outside.

import { OpenAPIHandler } from '@orpc/openapi/fetch';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { BlobFiles } from '../blobs/blob-files.ts';
import type { Uploads } from '../blobs/uploads.ts';
import type { CarriedBundles } from '../bundles/carried-bundles.ts';
import type { ServerLimits } from '../config.ts';
import type { Centre } from '../sync/centre.ts';
import type { Snapshots } from '../sync/snapshots.ts';
import type { CallContext } from './call-context.ts';
import { createFaultInterceptor } from './call-faults.ts';
import { createCentralRouter } from './central-router.ts';
import { codingFor, packBody, unpackBody } from './content-coding.ts';
import { registerHealth } from './health.ts';
import { type Certificates, makeListener } from './make-listener.ts';
import type { Metrics } from './metrics.ts';
import { callPrefix, makeOpenApiDocument } from './openapi.ts';
import { createPageCache } from './page-cache.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { registerBlobs } from './register-blobs.ts';
import { registerBundles } from './register-bundles.ts';
import { createTurnstile } from './turnstile.ts';

export type ServerOptions = {
  readonly centre: Centre;
  readonly snapshots: Snapshots;
  readonly limits: ServerLimits;
  readonly metrics: Metrics;
  readonly logLevel: string;
  readonly uploads: Uploads;
  readonly files: BlobFiles;
  readonly bundles: CarriedBundles;
  /** Null behind a proxy that ends TLS. */
  readonly certificates: Certificates | null;
  onAdmitted(scope: string, records: readonly string[]): void;
};

/** Not listening yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { limits, certificates } = options;
  const server = Fastify({
    serverFactory: (listener) => makeListener(listener, limits, certificates),
    logger: {
      level: options.logLevel,
      // Nothing of a person and nothing of a record: which call, how it ended, how long it took.
      serializers: {
        req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
        res: ({ statusCode }) => ({ statusCode }),
      },
    },
    bodyLimit: syncLimits.documentBytes,
    forceCloseConnections: 'idle',
  });
  const rateLimit = createRateLimit(limits.requestsPerMinute);
  countRequests(server, options.metrics);
  registerHealth(server, options);
  const document = await makeOpenApiDocument();
  server.get('/openapi.json', () => document);
  await server.register((scope, _options, done) => {
    registerCalls(scope, options, rateLimit);
    done();
  });
  await server.register((scope, _options, done) => {
    registerBlobs(scope, { ...options, rateLimit });
    done();
  });
  await server.register((scope, _options, done) => {
    registerBundles(scope, { ...options, rateLimit });
    done();
  });
  return server;
}

function routeOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}

function countRequests(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', async (request, reply) => {
    // Unknown addresses are one series, or a scanner would make thousands.
    const route = reply.statusCode === 404 ? 'unknown' : routeOf(request).replace(/^(\/blobs|\/bundles)\/.*/, '$1');
    metrics.count('case_desk_requests_total', { route, status: String(reply.statusCode) });
    metrics.observe(route, reply.elapsedTime / 1_000);
  });
}

/** Bytes of packed pages that are kept for desks that read the same. */
const keptPages = 32 * 1024 * 1024;

/** Bytes of pushes that wait for their turn: a thousand small ones, or a few of the largest. */
const waitingPushes = 64 * 1024 * 1024;

/** oRPC answers requests of the web's shape; their bodies are unpacked here, within limits. */
function registerCalls(server: FastifyInstance, options: ServerOptions, rateLimit: RateLimit): void {
  const { centre, snapshots, limits, onAdmitted, metrics } = options;
  const pushes = createTurnstile(limits.pushesAtOnce, waitingPushes);
  const pages = createPageCache(keptPages);
  const handler = new OpenAPIHandler<CallContext>(createCentralRouter(pushes, metrics), {
    clientInterceptors: [createFaultInterceptor((line) => server.log.error(line))],
  });
  server.removeAllContentTypeParsers();
  // A blob without a type comes without one; Fastify would not read it.
  server.addHook('onRequest', async ({ raw }) => {
    raw.headers['content-type'] ||= 'application/octet-stream';
  });
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.all(`${callPrefix}/*`, async (request, reply) => {
    const unpacked = await unpackBody(
      Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
      request.headers['content-encoding'],
      syncLimits.documentBytes,
    );
    if (!unpacked.ok) return reply.status(422).send(unpacked.problem);
    const context: CallContext = {
      centre,
      snapshots,
      pages,
      wanted: codingFor(request.headers['accept-encoding']?.toString()),
      packing: { coding: null },
      rateLimit,
      onAdmitted,
      authorization: request.headers.authorization ?? null,
      address: request.ip,
    };
    const { matched, response } = await handler.handle(toWebRequest(request, unpacked.value), {
      prefix: callPrefix,
      context,
    });
    if (!matched) return reply.status(404).send({ code: 'NOT_FOUND' });
    return sendResponse(context, reply, response);
  });
}

const passedOn = ['content-type', 'content-disposition', 'accept'] as const;

function toWebRequest(request: FastifyRequest, body: Uint8Array): Request {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(new URL(request.url, 'http://centre'), {
    method: request.method,
    headers,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
}

async function sendResponse(
  { wanted, packing }: CallContext,
  reply: FastifyReply,
  response: Response,
): Promise<FastifyReply> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPacked = packing.coding !== null && response.ok;
  const { body, coding } = isPacked ? { body: bytes, coding: packing.coding } : await packBody(bytes, wanted);
  reply.status(response.status);
  for (const [name, value] of response.headers) if (name !== 'content-length') reply.header(name, value);
  if (coding !== 'identity') reply.header('content-encoding', coding).header('vary', 'accept-encoding');
  if (response.status === 503) reply.header('retry-after', '5');
  return reply.send(Buffer.from(body));
}
