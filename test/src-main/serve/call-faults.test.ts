import { ORPCError } from '@orpc/server';
import { expect, it } from 'vitest';
import { createFaultInterceptor } from '../../../src-main/serve/call-faults.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';

async function failing(error: unknown) {
  const lines: string[] = [];
  const intercept = createFaultInterceptor(
    (line) => void lines.push(line),
    () => 'a1b2',
  );
  const problem = await problemOfCall(intercept({ path: ['records', 'open'], next: () => Promise.reject(error) }));
  return { problem, lines };
}

it('an error nobody foresaw becomes a reference, and the log gets where it was but not what it said', async () => {
  const { problem, lines } = await failing(new Error('unexpected name 黎女士'));
  expect(problem).toEqual({ code: 'desk_failed', facts: { reference: 'a1b2' } });
  expect([lines.length, lines[0]?.startsWith('a1b2 records.open Error | at '), lines[0]?.includes('黎女士')]).toEqual([
    1,
    true,
    false,
  ]);
});

it.each([
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_IOERR_WRITE', 'disk_failed'],
])('an error %s of the database becomes the problem %s', async (code, expected) => {
  const { problem, lines } = await failing(Object.assign(new Error('low level'), { code }));
  expect([problem, lines]).toEqual([{ code: expected }, []]);
});

it('an answer stays as it is', async () => {
  const answer = new ORPCError('PROBLEM', { defined: true, status: 422, data: { code: 'desk_locked' } });
  expect((await failing(answer)).problem).toEqual({ code: 'desk_locked' });
});
