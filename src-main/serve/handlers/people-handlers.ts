// The people of the desk.

import { toPersonView } from '../../records/people.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { addPerson, changePerson, renewRecovery } from '../desk-people.ts';
import { recoverPerson } from '../recover-person.ts';

export const peopleHandlers = {
  list: contract.people.list.handler(({ context }) => asPerson(context).desk.people.current.all.map(toPersonView)),
  add: contract.people.add.handler(async ({ context, input: { password, ...fields } }) =>
    answer(await addPerson(context.host, context.session, fields, password)),
  ),
  change: contract.people.change.handler(async ({ context, input: { id, ...fields } }) =>
    answer(await changePerson(context.host, context.session, id, fields)),
  ),
  renewRecovery: contract.people.renewRecovery.handler(async ({ context, input }) =>
    answer(await renewRecovery(context.host, context.session, input.password)),
  ),
  recover: contract.people.recover.handler(async ({ context, input }) =>
    answer(await recoverPerson(context.host, input)),
  ),
};
