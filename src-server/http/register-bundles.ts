// Bundles over HTTP: a connected desk sends one that it carries for another, asks what became of it, and fetches the answer.
// Streams both ways, whatever their size; nobody without a token gets anything.

import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { CarriedBundles } from '../bundles/carried-bundles.ts';
import type { Centre } from '../sync/centre.ts';
import { admitDevice, refuse } from './admit-device.ts';
import type { RateLimit } from './rate-limit.ts';

export type BundleRoutes = {
  readonly centre: Centre;
  readonly bundles: CarriedBundles;
  readonly rateLimit: RateLimit;
};

type Named = FastifyRequest<{ Params: { id: string } }>;

export function registerBundles(server: FastifyInstance, routes: BundleRoutes): void {
  // The body is a stream, read as it comes.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
  server.post('/bundles', async (request, reply) => {
    const device = await admitDevice(routes, request, reply);
    if (device === null) return reply;
    const received = await routes.bundles.receive(request.raw, device.device);
    return received.ok ? reply.status(202).send({ id: received.value }) : refuse(reply, received.problem);
  });
  server.get('/bundles/:id', async (request: Named, reply) => {
    const device = await admitDevice(routes, request, reply);
    if (device === null) return reply;
    const state = await stateOf(routes, request);
    if (state === null) return reply.status(404).send({ code: 'bundle_not_here' } satisfies Problem);
    if (state.state === 'working' || state.answer === null) return state;
    const { path: _, ...answer } = state.answer;
    return { ...state, answer };
  });
  server.get('/bundles/:id/answer', async (request: Named, reply) => {
    const device = await admitDevice(routes, request, reply);
    if (device === null) return reply;
    const state = await stateOf(routes, request);
    if (state?.state !== 'done' || state.answer === null)
      return reply.status(404).send({ code: 'bundle_not_here' } satisfies Problem);
    return reply
      .header('content-type', 'application/octet-stream')
      .header('x-content-type-options', 'nosniff')
      .header('content-length', state.answer.bytes)
      .header('content-disposition', `attachment; filename="${state.answer.name}"`)
      .send(createReadStream(state.answer.path));
  });
}

async function stateOf({ bundles }: BundleRoutes, { params: { id } }: Named) {
  return /^[0-9a-f]{64}$/.test(id) ? bundles.stateOf(id) : null;
}
