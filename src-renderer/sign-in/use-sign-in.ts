// Signs a person in, by password or at an open desk by PIN, and forgets everything the one before had read.

import type { PersonView } from '../../src-shared/contract/views.ts';
import { startAfresh } from '../desk/session.ts';
import { type Call, useCall } from '../desk/use-call.ts';
import { useDesk } from '../desk/use-desk.ts';
import { rememberPerson } from './remembered-person.ts';

export type Admission = { readonly account: string; readonly by: 'password' | 'pin'; readonly secret: string };

export function useSignIn(onDone?: () => void): Call<Admission, PersonView> {
  const desk = useDesk();
  const { signIn, switchByPin } = desk.calls.session;
  const admit = ({ account, by, secret }: Admission) =>
    by === 'pin' ? switchByPin({ account, pin: secret }) : signIn({ account, password: secret });
  return useCall(admit, async (person) => {
    rememberPerson(window.localStorage, person.id);
    await startAfresh(desk);
    onDone?.();
  });
}
