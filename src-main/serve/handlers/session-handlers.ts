// Signing in and out.

import { answer, contract } from '../call-context.ts';
import { changePassword } from '../desk-people.ts';
import { pinsView, setPin, switchByPin } from '../desk-pin.ts';

export const sessionHandlers = {
  signIn: contract.session.signIn.handler(async ({ context, input }) =>
    answer(await context.host.signIn(context.session, input.account, input.password)),
  ),
  lock: contract.session.lock.handler(({ context }) => {
    context.host.lock(context.session);
    return null;
  }),
  pins: contract.session.pins.handler(({ context }) => answer(pinsView(context.host, context.session))),
  setPin: contract.session.setPin.handler(async ({ context, input }) =>
    answer(await setPin(context.host, context.session, input.password, input.pin)),
  ),
  switchByPin: contract.session.switchByPin.handler(async ({ context, input }) =>
    answer(await switchByPin(context.host, context.session, input.account, input.pin)),
  ),
  changePassword: contract.session.changePassword.handler(async ({ context, input }) =>
    answer(await changePassword(context.host, context.session, input.current, input.next)),
  ),
};
