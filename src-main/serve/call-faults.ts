// What becomes of an error that is no answer: an input that does not fit its schema, a damaged disk, a slip of ours. The
// window gets one typed problem; the log gets where it happened and never what the record said.

import { ORPCError } from '@orpc/server';
import type { Problem } from '../../src-shared/base/problem.ts';
import { databaseProblem } from '../database/database-problem.ts';
import { problemError } from './call-context.ts';
import { type CallLog, faultPlace } from './fault-place.ts';

type Call = { readonly path: readonly string[]; readonly next: () => Promise<unknown> };

/** An interceptor around every call. `reference` makes a short name to find the error in the log by. */
export function createFaultInterceptor(log: CallLog, reference: () => string): (call: Call) => Promise<unknown> {
  return async ({ path, next }) => {
    try {
      return await next();
    } catch (error) {
      throw problemError(problemOf(error, path, log, reference) ?? rethrown(error));
    }
  };
}

function rethrown(error: unknown): never {
  throw error;
}

/** Null for errors that are answers already. */
function problemOf(error: unknown, path: readonly string[], log: CallLog, reference: () => string): Problem | null {
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') return { code: 'desk_input_refused', facts: { detail: refusedPath(error.data) } };
    if (error.code !== 'INTERNAL_SERVER_ERROR') return null;
  }
  const ofDisk = databaseProblem(error);
  if (ofDisk) return ofDisk;
  const name = reference();
  log(`${name} ${path.join('.')} ${faultPlace(error)}`);
  return { code: 'desk_failed', facts: { reference: name } };
}

function refusedPath(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return '?';
  const issue: unknown = data.issues[0];
  if (typeof issue !== 'object' || issue === null || !('path' in issue) || !Array.isArray(issue.path)) return '?';
  return issue.path.map(String).join('/') || '?';
}
