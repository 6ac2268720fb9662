// Signs a person in and forgets everything the one before had read.

import type { PersonView } from '../../src-shared/contract/views.ts';
import { startAfresh } from '../desk/session.ts';
import { type Call, useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { rememberPerson } from './remembered-person.ts';

export function useSignIn(onDone?: () => void): Call<{ account: string; password: string }, PersonView> {
  const desk = useDesk();
  return useCall(desk.calls.session.signIn, async (person) => {
    rememberPerson(window.localStorage, person.id);
    await startAfresh(desk);
    onDone?.();
  });
}
