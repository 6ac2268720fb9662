// Hand-overs of custody and cash counts on a real desk: two people, one transaction, every change under the right name.

import { expect, it } from 'vitest';
import { heldWallet } from '../../support/held-wallet.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { addColleague, type TestDesk, testDesk, testPassword } from '../../support/test-desk.ts';

type Colleague = Awaited<ReturnType<typeof addColleague>>;

const by = (person: Colleague) => ({ account: person.id, by: 'password' as const, secret: person.password });
const code = async (call: Promise<unknown>) => (await problemOfCall(call)).code;

async function station(): Promise<{ readonly desk: TestDesk; readonly second: Colleague; readonly third: Colleague }> {
  const desk = await testDesk();
  return {
    desk,
    second: await addColleague(desk, '舒民警', ['recorder']),
    third: await addColleague(desk, '周民警', ['recorder']),
  };
}

it('a hand-over stands on its sheet and on every record it names, each change under the name of who made it', async () => {
  const { desk, second } = await station();
  const wallets = [
    await heldWallet(desk, '一号柜', { cash_place: '保险柜', seal_no: 'F-17' }, second.id),
    await heldWallet(desk, '二号柜', { cash_lines: [], doc_lines: [] }, second.id),
  ];
  const records = wallets.map(({ id }) => id);
  const given = await desk.client.custody.handOver({ records, reason: '轮休', second: by(second) });
  const sheet = await desk.client.records.open({ id: given.id });
  expect([sheet.status, sheet.content.from, sheet.content.to, sheet.content.confirmed_by]).toEqual([
    ...['confirmed', desk.account, second.id, second.id],
  ]);
  const held = await desk.client.custody.held();
  expect(
    held.map(({ number, custodianName, pieces, cashFen, place }) => [number, custodianName, pieces, cashFen, place]),
  ).toEqual([
    [wallets[0]?.number, '舒民警', 4, 21_570, '一号柜、保险柜'],
    [wallets[1]?.number, '舒民警', 2, 0, '二号柜'],
  ]);
  for (const id of records) {
    const { content } = await desk.client.records.open({ id });
    expect([content.custodian, content.custody_moves]).toMatchObject([
      second.id,
      [{ from: desk.account, to: second.id, sheet: given.id }],
    ]);
  }
  const history = await desk.client.records.history({ id: given.id });
  expect(history.entries.map((entry) => entry.by)).toEqual(expect.arrayContaining([desk.account, second.id]));
  const { html } = await desk.client.documents.page({ id: given.id, document: 'handover_sheet' });
  for (const words of [wallets[0]?.number, '215.70', '贰佰壹拾伍元柒角', 'F-17', '轮休']) expect(html).toContain(words);
});

it('nobody hands over to themselves, with a wrong password, what another keeps, or what has left', async () => {
  const { desk, second, third } = await station();
  const { id } = await heldWallet(desk, '一号柜', { custodian: second.id }, second.id);
  const own = { account: desk.account, by: 'password' as const, secret: testPassword };
  const give = (client: TestDesk['client'], one: typeof own, records = [id]) =>
    client.custody.handOver({ records, reason: '', second: one });
  expect(await code(give(desk.client, own))).toBe('second_person_is_first');
  expect(await code(give(desk.client, { ...by(third), secret: 'Wrong-1234' }))).toBe('sign_in_refused');
  desk.clock.now += 60_000;
  expect(await code(give(desk.client, by(second)))).toBe('custody_already_theirs');
  expect(await code(give(third.client, own))).toBe('custody_not_yours');
  expect(await code(give(desk.client, by(third), ['01hzzzzzzzzzzzzzzzzzzzzzzz']))).toBe('custody_not_held');
  const auditor = await addColleague(desk, '何某', ['auditor']);
  expect(await code(give(desk.client, by(auditor)))).toBe('not_allowed');
  const before = await desk.client.records.open({ id });
  expect([before.content.custodian, before.content.custody_moves]).toEqual([second.id, undefined]);
  const given = await give(second.client, by(third));
  expect((await desk.client.records.open({ id: given.id })).status).toBe('confirmed');
});

it('one record that cannot be handed over leaves all of them where they were', async () => {
  const { desk, second } = await station();
  const good = await heldWallet(desk, '一号柜', {}, second.id);
  const gone = await heldWallet(desk, '一号柜', {}, second.id);
  const { heads } = await desk.client.records.open({ id: gone.id });
  await desk.client.records.step({ id: gone.id, heads: [...heads], step: 'void', reason: '重复登记' });
  const both = desk.client.custody.handOver({ records: [good.id, gone.id], reason: '', second: by(second) });
  expect(await problemOfCall(both)).toEqual({ code: 'custody_not_held', facts: { number: gone.number } });
  expect((await desk.client.records.open({ id: good.id })).content.custodian).toBeUndefined();
  expect((await desk.client.records.list({ kind: 'custody_handover' })).rows).toEqual([]);
});

it('cash is counted to the fen against the records, and a difference needs words', async () => {
  const { desk, second } = await station();
  await heldWallet(desk, '一号柜', { cash_place: '保险柜' }, second.id);
  await heldWallet(desk, '一号柜', { items: [{ id: 'bag', category: 'bag', name: '背包', quantity: 1 }] }, second.id);
  const safe = await desk.client.custody.cash({ place: '保险柜' });
  expect([safe.expectedFen, safe.places, safe.sources.length]).toEqual([21_570, ['保险柜', '一号柜'], 1]);
  expect(safe.lines).toEqual([
    { denomination: 10_000, expected: 2, counted: 0 },
    { denomination: 500, expected: 3, counted: 0 },
    { denomination: 10, expected: 7, counted: 0 },
  ]);
  expect((await desk.client.custody.cash({ place: null })).expectedFen).toBe(43_140);
  const counts = [
    { denomination: 10_000, count: 2 },
    { denomination: 500, count: 3 },
    { denomination: 10, count: 6 },
  ];
  const count = (explanation: string) =>
    desk.client.custody.countCash({ place: '保险柜', counts, explanation, second: by(second) });
  expect(await problemOfCall(count(''))).toEqual({ code: 'cash_difference_unexplained', path: 'explanation' });
  const { id } = await count('一枚一角硬币滚落柜底');
  const { content, status } = await desk.client.records.open({ id });
  expect([status, content.expected_fen, content.counted_fen, content.difference_fen]).toEqual([
    ...['confirmed', 21_570, 21_560, -10],
  ]);
  const { html } = await desk.client.documents.page({ id, document: 'cash_count_sheet' });
  for (const words of ['-0.10', '215.60', '贰佰壹拾伍元陆角', '滚落柜底']) expect(html).toContain(words);
});

it('what two people did stands in the log under both names', async () => {
  const { desk, second } = await station();
  const { id } = await heldWallet(desk, '一号柜', {}, second.id);
  await desk.client.custody.handOver({ records: [id], reason: '', second: by(second) });
  const auditor = await addColleague(desk, '何某', ['auditor']);
  const { lines } = await auditor.client.audit.page({ limit: 100 });
  const said = lines.map(({ account, action }) => `${action} ${account}`);
  expect(said).toContain(`custody_handed_over ${desk.account}`);
  expect(said).toContain(`custody_taken_over ${second.id}`);
});
