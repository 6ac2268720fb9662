// Taking a shift over at the window of the person who hands it over: the next one shows who they are, confirms the sheet,
// and sits at the desk from then on.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import type { PersonView } from '../../src-shared/contract/views.ts';
import { mayTakeOver, takeOver } from '../shift/hand-over.ts';
import type { DeskHost } from './desk-host.ts';
import { switchByPin } from './desk-pin.ts';
import type { DeskSession } from './desk-session.ts';

export type Taking = {
  readonly id: string;
  readonly account: string;
  readonly by: 'pin' | 'password';
  readonly secret: string;
};

/** Problems: `desk_locked`, those of `mayTakeOver`, `pin_…`, `sign_in_…`. */
export async function takeShiftOver(
  host: DeskHost,
  session: DeskSession,
  { id, account, by, secret }: Taking,
): Promise<Result<PersonView, Problem>> {
  const signedIn = host.signedIn(session);
  if (!signedIn.ok) return signedIn;
  const { desk } = signedIn.value;
  const person = desk.people.current.byId.get(account);
  if (!person?.enabled) return err({ code: 'person_unknown' });
  const may = mayTakeOver(desk, desk.database.reading, person, id);
  if (!may.ok) return may;
  const admitted =
    by === 'pin' ? await switchByPin(host, session, account, secret) : await host.signIn(session, account, secret);
  if (!admitted.ok) return admitted;
  const taken = takeOver(desk, person, id, by);
  return taken.ok ? admitted : taken;
}
