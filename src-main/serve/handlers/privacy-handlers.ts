// The protection of personal information: one person's data, how long records are kept, what is past its time.

import { ok } from '../../../src-shared/base/result.ts';
import { erasureOrders, retryErasureOrders } from '../../privacy/erasure-orders.ts';
import { findPerson } from '../../privacy/find-person.ts';
import { personJson, personPage } from '../../privacy/person-copy.ts';
import { outdated, requestErasure, retentions, setRetention } from '../../privacy/retention.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { privacy } = contract;

export const privacyHandlers = {
  find: privacy.find.handler(forPerson(findPerson)),
  page: privacy.page.handler(forPerson((desk, person, copy) => personPage(desk, person, copy))),
  pdf: privacy.pdf.handler(async ({ context, input }) => {
    const { desk, person } = asPerson(context);
    const page = answer(personPage(desk, person, input, 'pdf'));
    const pdf = answer(await context.makePdf(page.html, []));
    return new File([new Uint8Array(pdf)], `${page.title}.pdf`, { type: 'application/pdf' });
  }),
  json: privacy.json.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const bytes = answer(personJson(desk, person, input));
    return new File([new Uint8Array(bytes)], `个人信息查阅（复制）件 ${input.name}.json`, { type: 'application/json' });
  }),
  retention: privacy.retention.handler(forPerson((desk) => ok(retentions(desk)))),
  setRetention: privacy.setRetention.handler(forPerson(setRetention)),
  outdated: privacy.outdated.handler(forPerson((desk, _person, input) => ok(outdated(desk, input)))),
  orders: privacy.orders.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return erasureOrders(desk, person);
  }),
  retryOrders: privacy.retryOrders.handler(({ context }) => {
    const { desk, person } = asPerson(context);
    return answer(retryErasureOrders(desk, person));
  }),
  requestErasure: privacy.requestErasure.handler(forPerson(requestErasure)),
};
