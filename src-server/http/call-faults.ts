// What becomes of an error that is no answer. The desk gets one typed problem; the log gets a reference, the call and where
// in our code it happened, and never what a record said.

import { randomBytes } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { databaseProblem } from '../database/database-problem.ts';
import { problemError } from './call-context.ts';

type Call = { readonly path: readonly string[]; readonly next: () => Promise<unknown> };

export function createFaultInterceptor(log: (line: string) => void): (call: Call) => Promise<unknown> {
  return async ({ path, next }) => {
    try {
      return await next();
    } catch (error) {
      throw asAnswer(error, path, log);
    }
  };
}

function asAnswer(error: unknown, path: readonly string[], log: (line: string) => void): unknown {
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST')
      return problemError({ code: 'sync_bad_message', facts: { field: refusedPath(error.data) } });
    if (error.code !== 'INTERNAL_SERVER_ERROR') return error;
  }
  const ofDatabase = databaseProblem(error);
  if (ofDatabase !== null) return problemError(ofDatabase);
  const reference = randomBytes(4).toString('hex');
  log(`${reference} ${path.join('.')} ${faultPlace(error)}`);
  return problemError({ code: 'server_failed', facts: { reference } });
}

/** Class and place of an error; its message may quote a record. */
export function faultPlace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 4).map((line) => line.trim())].join(' ');
}

function refusedPath(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return '?';
  const issue: unknown = data.issues[0];
  if (typeof issue !== 'object' || issue === null || !('path' in issue) || !Array.isArray(issue.path)) return '?';
  return issue.path.map(String).join('/').slice(0, 100) || '?';
}
