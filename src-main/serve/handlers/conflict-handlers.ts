// Conflicts over all records; one is decided on its record.

import { conflictInbox } from '../../records/conflict-inbox.ts';
import { answer, asPerson, contract } from '../call-context.ts';

export const conflictHandlers = {
  inbox: contract.conflicts.inbox.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return answer(conflictInbox(desk, person));
  }),
};
