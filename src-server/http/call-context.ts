// What every call of a desk has to hand, how it shows who it is, and how a problem becomes its answer.

import { implement, ORPCError } from '@orpc/server';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import { centralContract } from '../../src-shared/contract/central.ts';
import { oldestProtocol } from '../../src-shared/sync/format/messages.ts';
import { authenticate } from '../accounts/authenticate.ts';
import type { Centre } from '../sync/centre.ts';
import type { Snapshots } from '../sync/snapshots.ts';
import type { Coding } from './content-coding.ts';
import type { PageCache } from './page-cache.ts';
import type { RateLimit } from './rate-limit.ts';

export type CallContext = {
  readonly centre: Centre;
  readonly snapshots: Snapshots;
  readonly pages: PageCache;
  /** The best packing the desk takes, and how its answer was packed already, where it was. */
  readonly wanted: Coding;
  readonly packing: { coding: Coding | null };
  /** The header as it came; null where there is none. */
  readonly authorization: string | null;
  /** Where the request came from, for limits only. */
  readonly address: string;
  readonly rateLimit: RateLimit;
  /** Says which records have new changes, once they are committed. */
  onAdmitted(scope: string, records: readonly string[]): void;
};

export const contract = implement(centralContract).$context<CallContext>();

/** Seconds a desk waits before it asks a busy centre again; desks add chance of their own. */
const busySeconds = 5;

/** The answer for a problem: most are told as they are, three need no words. */
export function problemError(problem: Problem): ORPCError<string, unknown> {
  switch (problem.code) {
    case 'sync_busy':
    case 'server_no_database':
    case 'server_disk_full':
    case 'server_no_blob_store':
      return busy(busySeconds);
    case 'server_too_many_requests':
      return busy(Number(problem.facts?.['seconds'] ?? busySeconds));
    case 'sync_not_enrolled':
    case 'server_bad_assertion':
    case 'server_assertion_time':
      return new ORPCError('NOT_ENROLLED', { status: 401, data: problem });
    case 'sync_device_revoked':
      return new ORPCError('REVOKED', { status: 403, data: problem });
    case 'sync_too_old':
      return new ORPCError('TOO_OLD', { status: 426, data: problem });
    default:
      return new ORPCError('PROBLEM', { status: 422, data: problem });
  }
}

function busy(retryAfter: number): ORPCError<string, unknown> {
  return new ORPCError('BUSY', { status: 503, data: { retryAfter } });
}

export function answerOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw problemError(result.problem);
  return result.value;
}

export function checkProtocol(protocol: number): void {
  if (protocol < oldestProtocol)
    throw problemError({ code: 'sync_too_old', facts: { version: protocol, lowest: oldestProtocol } });
}

/** Anybody may call these, so they are limited by address. */
export const open = contract.use(({ context, next }) => {
  answerOf(context.rateLimit.take(`address ${context.address}`, context.centre.now()));
  return next();
});

/** Only for devices that are enrolled and not revoked. */
export const enrolled = contract.use(async ({ context, next }) => {
  const { centre, authorization, rateLimit } = context;
  const device = answerOf(await authenticate(centre, authorization));
  answerOf(rateLimit.take(`device ${device.device}`, centre.now()));
  return next({ context: { device } });
});
