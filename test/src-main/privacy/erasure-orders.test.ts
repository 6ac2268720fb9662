// What has become of orders to erase is listed until the centre's log names them; refused ones with the reason, first.

import { expect, test } from 'vitest';
import { statement } from '../../../src-main/database/statement.ts';
import { noteOrder, ordersOnTheirWay } from '../../../src-main/stores/erasure-store.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { lossContent, proposeErasure, step } from '../../support/erasure-request.ts';
import { okValue } from '../../support/ok-value.ts';
import { openDeskOf } from '../../support/open-desk-of.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { addColleague, testDesk } from '../../support/test-desk.ts';

const orderIds = statement<Record<never, never>, { id: string; record: string }>(
  `select e.id as id, r.id as record from erasure_order e join change c on c.id = unhex(e.change)
   join record r on r.key = c.record_key order by e.key`,
);

async function erasedTwo() {
  const desk = await testDesk();
  const add = () => desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const records = [await add(), await add()].map(({ id, number }) => ({ id, number }));
  const request = await proposeErasure(
    { client: desk.client, id: desk.account },
    records.map(({ id }) => id),
  );
  const head = await addColleague(desk, '王所长', ['head']);
  await step(head.client, request, 'approve', { approved_by: head.id });
  return { desk, open: openDeskOf(desk), records, head };
}

test('an order stands there from its approval on, and goes when the log of the centre names it', async () => {
  const { desk, open, records } = await erasedTwo();
  expect((await desk.client.privacy.orders()).map(({ record, state, reason }) => [record, state, reason])).toEqual(
    expect.arrayContaining(records.map(({ id }) => [id, 'waiting', null])),
  );
  const all = open.database.reading.all(orderIds, {});
  okValue(
    open.database.write((writing) => {
      for (const { id } of all) noteOrder(writing, id, 'listed');
      return ok(null);
    }),
  );
  expect(await desk.client.privacy.orders()).toEqual([]);
});

test('a refused one comes first with the reason in words, and is offered again when somebody asks', async () => {
  const { desk, open, records, head } = await erasedTwo();
  const refused = open.database.reading.all(orderIds, {}).filter(({ record }) => record === records[1]?.id);
  const refuse = () =>
    okValue(
      open.database.write((writing) => {
        for (const { id } of refused) noteOrder(writing, id, 'refused', 'sync_not_vouched');
        return ok(null);
      }),
    );
  refuse();
  const [first, second] = await head.client.privacy.orders();
  expect(first).toMatchObject({
    record: records[1]?.id,
    shown: { number: records[1]?.number },
    state: 'refused',
    reason: { code: 'sync_not_vouched' },
    orders: refused.length,
  });
  expect(second?.state).toBe('waiting');
  expect(await desk.client.privacy.retryOrders()).toEqual({ retried: refused.length });
  expect(ordersOnTheirWay(open.database.reading).map(({ state, code }) => [state, code])).toEqual([
    ['waiting', null],
    ['waiting', null],
  ]);
});

test('nobody but a reviewer or head sees them', async () => {
  const { desk } = await erasedTwo();
  const recorder = await addColleague(desk, '陈晓岚', ['recorder']);
  expect((await problemOfCall(recorder.client.privacy.orders())).code).toBe('not_allowed');
});
