// Lets in requests that are streams: only of an enrolled device with a token, and no more of them than its share.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../src-shared/base/problem.ts';
import { authenticate } from '../accounts/authenticate.ts';
import type { Device } from '../stores/device-store.ts';
import type { Centre } from '../sync/centre.ts';
import { problemError } from './call-context.ts';
import type { RateLimit } from './rate-limit.ts';

/** Null where the answer has been given already. */
export async function admitDevice(
  { centre, rateLimit }: { readonly centre: Centre; readonly rateLimit: RateLimit },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Device | null> {
  const device = await authenticate(centre, request.headers.authorization ?? null);
  const taken = device.ok ? rateLimit.take(`device ${device.value.device}`, centre.now()) : device;
  if (device.ok && taken.ok) return device.value;
  if (!taken.ok) await refuse(reply, taken.problem);
  return null;
}

export function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(problemError(problem).status).send(problem);
}
