// The contract between a desk and the centre: every call, its input and output parsed by schema on both sides, its
// failure one typed problem. Documents (pages, pushes) travel as files: their bytes are decoded by `decodeDocument`.

import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Problem } from '../base/problem.ts';
import { messages } from '../sync/format/messages.ts';
import { syncLimits } from '../sync/format/sync-limits.ts';

/** Expected failures, and the two a desk must tell apart without reading words: come back later, and no longer. */
const base = oc.errors({
  PROBLEM: { status: 422, data: type<Problem>() },
  NOT_ENROLLED: { status: 401, data: type<Problem>() },
  REVOKED: { status: 403, data: type<Problem>() },
  TOO_OLD: { status: 426, data: type<Problem>() },
  /** `retryAfter` in seconds. */
  BUSY: { status: 503, data: z.object({ retryAfter: z.int().min(1).max(3_600) }) },
});

const document = z.instanceof(Blob).refine((blob) => blob.size <= syncLimits.documentBytes, 'too large');

export const centralContract = {
  enrol: base.route({ method: 'POST', path: '/enrol' }).input(messages.enrol.input).output(messages.enrol.output),
  token: base.route({ method: 'POST', path: '/token' }).input(messages.token.input).output(messages.token.output),
  poll: base.route({ method: 'POST', path: '/poll' }).input(messages.poll.input).output(messages.poll.output),
  pull: base.route({ method: 'POST', path: '/pull' }).input(messages.pull.input).output(document),
  locate: base.route({ method: 'POST', path: '/locate' }).input(messages.locate.input).output(messages.locate.output),
  have: base.route({ method: 'POST', path: '/have' }).input(messages.have.input).output(messages.have.output),
  offer: base.route({ method: 'POST', path: '/offer' }).input(messages.offer.input).output(messages.offer.output),
  push: base.route({ method: 'POST', path: '/push' }).input(document).output(messages.push.output),
  fetch: base.route({ method: 'POST', path: '/fetch' }).input(messages.fetch.input).output(document),
  directory: base
    .route({ method: 'POST', path: '/directory' })
    .input(messages.directory.input)
    .output(messages.directory.output),
  numbers: base
    .route({ method: 'POST', path: '/numbers' })
    .input(messages.numbers.input)
    .output(messages.numbers.output),
  snapshot: base
    .route({ method: 'POST', path: '/snapshot' })
    .input(messages.snapshot.input)
    .output(messages.snapshot.output),
  snapshotPart: base
    .route({ method: 'POST', path: '/snapshot-part' })
    .input(messages.snapshotPart.input)
    .output(document),
} as const;
