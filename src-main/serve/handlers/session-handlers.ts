// Signing in and out.

import { answer, contract } from '../call-context.ts';
import { changePassword } from '../desk-people.ts';

export const sessionHandlers = {
  signIn: contract.session.signIn.handler(async ({ context, input }) =>
    answer(await context.host.signIn(context.session, input.account, input.password)),
  ),
  lock: contract.session.lock.handler(({ context }) => {
    context.host.lock(context.session);
    return null;
  }),
  changePassword: contract.session.changePassword.handler(async ({ context, input }) =>
    answer(await changePassword(context.host, context.session, input.current, input.next)),
  ),
};
