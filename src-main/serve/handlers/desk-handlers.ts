// The desk as a whole: its state, its first run, its news.

import { answer, contract } from '../call-context.ts';
import { deskEvents } from '../desk-events.ts';

export const deskHandlers = {
  state: contract.desk.state.handler(({ context }) => answer(context.host.state(context.session))),
  setUp: contract.desk.setUp.handler(async ({ context, input }) => answer(await context.host.setUp(input))),
  close: contract.desk.close.handler(({ context }) => {
    const { host, session } = context;
    const { account } = session;
    host.lock(session);
    host.closing.want('person', account ?? undefined);
    return null;
  }),
  events: contract.desk.events.handler(({ context, signal }) => deskEvents(context.session, signal)),
};
