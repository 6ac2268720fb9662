// Another person stands by and confirms with their own password or PIN; the first one stays signed in.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { TwoPeople } from '../custody/two-person-sheet.ts';
import { mayWrite } from '../records/access.ts';
import type { DeskHost } from './desk-host.ts';
import { provePin } from './desk-pin.ts';
import type { DeskSession } from './desk-session.ts';

export type SecondPerson = { readonly account: string; readonly by: 'pin' | 'password'; readonly secret: string };

/**
 * Both people once the second has shown who they are. Problems: `desk_locked`, `second_person_is_first`, `person_unknown`,
 * `not_allowed`, `sign_in_…`, `pin_…`.
 */
export async function withSecondPerson(
  host: DeskHost,
  session: DeskSession,
  { account, by, secret }: SecondPerson,
): Promise<Result<TwoPeople, Problem>> {
  const keys = host.keys(session);
  if (!keys.ok) return keys;
  const { desk, keyring, person } = keys.value;
  if (account === person.id) return err({ code: 'second_person_is_first' });
  const second = desk.people.current.byId.get(account);
  if (!second?.enabled) return err({ code: 'person_unknown' });
  const may = mayWrite(second);
  if (!may.ok) return may;
  const proven = by === 'pin' ? await provePin(host, desk, account, secret) : await keyring.signIn(account, secret);
  if (!proven.ok) return proven;
  if (proven.value instanceof Uint8Array) proven.value.fill(0);
  // Meanwhile the desk may have been locked, by the person or by the machine.
  const still = host.signedIn(session);
  if (!still.ok) return still;
  return still.value.person.id === person.id ? ok({ desk, person, second }) : err({ code: 'desk_locked' });
}
