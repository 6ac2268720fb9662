// What every handler is given, and how its answer becomes the contract's: a value, or the one typed error.

import { implement, ORPCError } from '@orpc/server';
import { assert } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import { deskContract } from '../../src-shared/contract/desk.ts';
import { permissionOf } from '../../src-shared/contract/permissions.ts';
import { needRole } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import type { DeskHost } from './desk-host.ts';
import type { DeskSession } from './desk-session.ts';
import type { MakePdf } from './make-pdf.ts';

export type CallContext = {
  readonly host: DeskHost;
  readonly session: DeskSession;
  readonly makePdf: MakePdf;
};

/** The contract to be implemented, procedure by procedure; every call is held against the table of permissions first. */
export const contract = implement(deskContract)
  .$context<CallContext>()
  .use(({ context, path, next }) => {
    admit(context, path);
    return context.host.closing.during(() => next());
  });

/** Problems: `desk_locked`, `not_allowed`. */
function admit(context: CallContext, path: readonly string[]): void {
  const permission = permissionOf(path);
  assert(permission !== null, `the table of permissions has ${path.join('.')}`);
  if (permission === 'anyone') return;
  const { person } = asPerson(context);
  if (permission !== 'person') answer(needRole(person, permission));
}

export function problemError(problem: Problem): ORPCError<'PROBLEM', Problem> {
  return new ORPCError('PROBLEM', { defined: true, status: 422, message: problem.code, data: problem });
}

/** The value, or the problem thrown as the contract's error. */
export function answer<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value;
  throw problemError(result.problem);
}

/** For calls that need somebody signed in. Problem `desk_locked`. */
export function asPerson({ host, session }: CallContext): { readonly desk: Desk; readonly person: Person } {
  return answer(host.signedIn(session));
}
