// How long records are kept, which are past their time, and the request that is made of them.

import { expect, test } from 'vitest';
import { lossContent, step } from '../../support/erasure-request.ts';
import { addColleague, at, type TestDesk, testDesk, testPassword } from '../../support/test-desk.ts';

async function closedLoss() {
  const desk = await testDesk();
  const { id } = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const { heads } = await desk.client.records.open({ id });
  await desk.client.records.step({ id, heads: [...heads], step: 'withdraw', patch: {}, reason: '已自行找回' });
  return { desk, id };
}

/** Later: whoever was signed in has to sign in again, since the desk locks itself. */
async function later(desk: TestDesk, moment: string): Promise<void> {
  desk.clock.now = at(moment);
  await desk.client.session.signIn({ account: desk.account, password: testPassword });
}

test('a record that is done is due when its years are over, and not a day before', async () => {
  const { desk, id } = await closedLoss();
  await later(desk, '2028-03-28T12:00:00');
  expect((await desk.client.privacy.outdated({})).records).toEqual([]);
  await later(desk, '2028-03-29T12:00:00');
  const { records } = await desk.client.privacy.outdated({});
  expect(records.map((one) => [one.id, one.since])).toEqual([[id, '2028-03-28']]);
});

test('the unit sets other years, or keeps a kind for good; the log says so', async () => {
  const { desk } = await closedLoss();
  await later(desk, '2026-04-01T12:00:00');
  const set = await desk.client.privacy.setRetention({ kind: 'lost_report', years: 1 });
  expect(set.find(({ kind }) => kind === 'lost_report')).toMatchObject({ years: 1, isOwn: true });
  expect((await desk.client.privacy.outdated({})).records).toHaveLength(1);
  await desk.client.privacy.setRetention({ kind: 'lost_report', years: null });
  expect((await desk.client.privacy.outdated({})).records).toEqual([]);
});

test('what is due becomes a request that two people carry out, and is due no more', async () => {
  const { desk, id } = await closedLoss();
  const head = await addColleague(desk, '王所长', ['head']);
  await later(desk, '2028-06-01T12:00:00');
  await head.client.session.signIn({ account: head.id, password: head.password });
  const request = await desk.client.privacy.requestErasure({ records: [id] });
  await step(desk.client, request.id, 'verify');
  await step(desk.client, request.id, 'propose', { proposed_by: desk.account });
  await step(head.client, request.id, 'approve', { approved_by: head.id });
  expect((await desk.client.records.open({ id })).content['owner']).toBeUndefined();
  expect((await desk.client.privacy.outdated({})).records).toEqual([]);
  const { html } = await desk.client.documents.page({ id: request.id, document: 'erasure_certificate' });
  expect(html).toContain('个人信息清除证明');
});
