// The calls to the centre over HTTP: packed both ways, bounded in size and time, each failure told apart by what a desk
// has to do about it. Nothing is believed for having arrived: answers are parsed by the contract's schemas.

import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { z } from 'zod';
import { hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { centralContract } from '../../src-shared/contract/central.ts';
import type { Message } from '../../src-shared/sync/format/messages.ts';
import type { Signed } from '../../src-shared/sync/format/statement.ts';
import { type CentreAddress, createFetch } from './centre-fetch.ts';

export type CentreClient = ContractRouterClient<typeof centralContract>;
type Answered = { readonly [Name in keyof Message]: Message[Name] extends { output: z.ZodType } ? Name : never };
export type Answer<Name extends Answered[keyof Message]> = z.infer<Message[Name]['output']>;

/** Why a call gave no answer. */
export type CallFailure =
  /** No network, no centre there, or it broke off. */
  | { readonly why: 'unreachable' }
  | { readonly why: 'busy'; readonly retryAfter: number }
  | { readonly why: 'not_enrolled' | 'revoked' | 'too_old' | 'problem'; readonly problem: Problem };

export type Called<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: CallFailure };

/** @param token asked for before each call; null where the call needs none */
export function createCentreClient(
  address: CentreAddress,
  token: () => string | null,
  patience: () => number,
): CentreClient {
  const link = new OpenAPILink(centralContract, {
    url: `${address.url}/sync/v1`,
    headers: () => {
      const bearer = token();
      return bearer === null ? {} : { authorization: `Bearer ${bearer}` };
    },
    fetch: createFetch(address, patience),
  });
  return createORPCClient<CentreClient>(link);
}

export async function called<T>(call: Promise<T>): Promise<Called<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): CallFailure {
  if (!(error instanceof ORPCError)) return { why: 'unreachable' };
  const problem = problemIn(error.data);
  switch (error.code) {
    case 'BUSY':
      return { why: 'busy', retryAfter: retryAfterIn(error.data) };
    case 'NOT_ENROLLED':
      return { why: 'not_enrolled', problem: problem ?? { code: 'sync_not_enrolled' } };
    case 'REVOKED':
      return { why: 'revoked', problem: problem ?? { code: 'sync_device_revoked', facts: { device: '' } } };
    case 'TOO_OLD':
      return { why: 'too_old', problem: problem ?? { code: 'sync_too_old' } };
    default:
      return problem === null ? { why: 'unreachable' } : { why: 'problem', problem };
  }
}

const problemShape = z.object({
  code: z.string().max(100),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

function problemIn(data: unknown): Problem | null {
  const read = problemShape.safeParse(data);
  return read.success ? problemNamed(read.data.code, read.data.facts) : null;
}

/** ms */
function retryAfterIn(data: unknown): number {
  const has = typeof data === 'object' && data !== null && 'retryAfter' in data && typeof data.retryAfter === 'number';
  return (has ? Number(data.retryAfter) : 5) * 1_000;
}

export function signedFromWire({ bytes, signature }: { readonly bytes: string; readonly signature: string }): Signed {
  return { bytes: textToBytes(bytes), signature: hexToBytes(signature) };
}
