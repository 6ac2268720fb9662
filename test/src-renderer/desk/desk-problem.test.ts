// Whatever a call throws becomes one problem with words.

import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { DeskProblem, problemOf } from '../../../src-renderer/desk/desk-problem.ts';

test('a problem of the service comes through whole', () => {
  const problem = {
    code: 'invalid_fields',
    facts: { count: 1 },
    causes: [{ code: 'required', path: 'title' }],
  } as const;
  expect(problemOf(new ORPCError('PROBLEM', { defined: true, data: problem }))).toEqual(problem);
});

test('a code this window does not know is a fault of the service, never shown as a bare code', () => {
  expect(problemOf(new ORPCError('PROBLEM', { data: { code: 'from_the_future' } }))).toEqual({ code: 'desk_fault' });
});

test('an input the contract refuses names the place', () => {
  const error = new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['unit', 'name'], message: 'too long' }] } });
  expect(problemOf(error)).toEqual({ code: 'desk_input_refused', facts: { detail: 'unit/name' } });
});

test('an internal fault of the service is told as one', () => {
  expect(problemOf(new ORPCError('INTERNAL_SERVER_ERROR'))).toEqual({ code: 'desk_fault' });
});

test('the window’s own problems stay themselves, and a broken channel leaves the outcome open', () => {
  expect(problemOf(new DeskProblem({ code: 'file_unreadable', facts: { name: 'a.json' } }))).toEqual({
    code: 'file_unreadable',
    facts: { name: 'a.json' },
  });
  expect(problemOf(new Error('closed'))).toEqual({ code: 'desk_call_cut' });
});
