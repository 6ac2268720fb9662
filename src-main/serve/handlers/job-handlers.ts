// Long work: what the person started, how far it is, its file.

import { answer, asPerson, contract } from '../call-context.ts';

export const jobHandlers = {
  list: contract.jobs.list.handler(({ context }) => {
    const { person } = asPerson(context);
    return context.host.jobs.list(person.id);
  }),
  cancel: contract.jobs.cancel.handler(({ context, input }) => {
    const { person } = asPerson(context);
    return answer(context.host.jobs.cancel(person.id, input.id));
  }),
  dismiss: contract.jobs.dismiss.handler(({ context, input }) => {
    const { person } = asPerson(context);
    return answer(context.host.jobs.dismiss(person.id, input.id));
  }),
  file: contract.jobs.file.handler(({ context, input }) => {
    const { person } = asPerson(context);
    const { name, mediaType, bytes } = answer(context.host.jobs.file(person.id, input.id));
    return new File([bytes], name, { type: mediaType });
  }),
};
