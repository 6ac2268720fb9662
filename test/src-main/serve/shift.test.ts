import { describe, expect, it } from 'vitest';
import { heldWallet, walletContent } from '../../support/held-wallet.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { addColleague, testDesk, testPassword } from '../../support/test-desk.ts';

const nothing = { counted: null, note: '' };

/** Two people of one shift each, at one window. */
async function twoShifts() {
  const desk = await testDesk();
  const next = await addColleague(desk, '舒某', ['recorder']);
  await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
  const { id } = await desk.client.shifts.handOver({ counted: null, note: '夜间巡查一次' });
  return { ...desk, next, id };
}

describe('handing a shift over', () => {
  it('says what is unfinished, kept and only here, and the next person confirms it as the author of their own change', async () => {
    const { client, next, id, account } = await twoShifts();
    const given = await client.shifts.open({ id });
    expect(given).toMatchObject({ state: 'given', from: account, toName: null, takenAt: null });
    expect(given.sheet).toMatchObject({ since: null, note: '夜间巡查一次', cashRecorded: 0, custody: { total: 0 } });
    expect(given.sheet.open).toEqual([
      { kind: { zh: '工作手册', en: expect.any(String) }, open: 1, waiting: 0, restricted: 0 },
    ]);
    expect(given.sheet.own.rows.map(({ handler }) => handler)).toEqual(['黎女士']);
    expect(given.sheet.delivery.here).toBeGreaterThan(0);

    const person = await client.shifts.takeOver({ id, account: next.id, by: 'password', secret: next.password });
    expect(person.name).toBe('舒某');
    expect(await client.shifts.open({ id })).toMatchObject({ state: 'taken', fromName: '黎女士', toName: '舒某' });
    const state = await client.desk.state();
    expect(state.state === 'open' && state.person.name).toBe('舒某');
  });

  it('stands in the log, each half by its own person', async () => {
    const { client, next, id, ...desk } = await twoShifts();
    const auditor = await addColleague({ client, ...desk }, '审计员', ['auditor']);
    await client.shifts.takeOver({ id, account: next.id, by: 'password', secret: next.password });
    const lines = (await auditor.client.audit.page({ limit: 20 })).lines.map(({ by, said }) => `${by.zh}：${said.zh}`);
    expect(lines).toContain('黎女士：交班：未结 1 件，保管 0 件');
    expect(lines).toContain('舒某：接班：自黎女士，以密码确认');
  });

  it('refuses a wrong password, the same person, a sheet taken already and one that another has followed', async () => {
    const { client, next, id, account, clock } = await twoShifts();
    const code = async (call: Promise<unknown>) => (await problemOfCall(call)).code;
    const take = (given: string, person: string, secret: string) =>
      code(client.shifts.takeOver({ id: given, account: person, by: 'password', secret }));
    expect(await take(id, next.id, 'Wrong-2025')).toBe('sign_in_refused');
    clock.now += 60_000;
    expect(await take(id, account, testPassword)).toBe('shift_same_person');
    expect(await take('nothing', next.id, next.password)).toBe('shift_unknown');
    const { id: later } = await client.shifts.handOver(nothing);
    expect(await take(id, next.id, next.password)).toBe('shift_passed');
    expect((await client.shifts.open({ id })).state).toBe('passed');
    await client.shifts.takeOver({ id: later, account: next.id, by: 'password', secret: next.password });
    expect(await take(later, next.id, next.password)).toBe('shift_taken');
    expect((await client.shifts.now()).situation.since).toEqual(expect.any(Number));
  });

  it('takes a PIN where one opens', async () => {
    const { client, next, id } = await twoShifts();
    await next.client.session.setPin({ password: next.password, pin: '730418' });
    await client.shifts.takeOver({ id, account: next.id, by: 'pin', secret: '730418' });
    expect((await client.shifts.open({ id })).toName).toBe('舒某');
  });

  it('counts restricted records and names none of them', async () => {
    const { client, account } = await testDesk();
    await client.records.add({ kind: 'handbook_task', content: { ...taskContent(account), secrecy: 'sensitive' } });
    const { id } = await client.shifts.handOver(nothing);
    const { sheet } = await client.shifts.open({ id });
    expect(sheet.open.map(({ open, restricted }) => [open, restricted])).toEqual([[1, 1]]);
    expect(sheet.own).toEqual({ rows: [], total: 1 });
  });

  it('asks why when the cash counted is not what the records say', async () => {
    const { client } = await testDesk();
    const counted = [{ denomination: 10_000, count: 3 }];
    expect(await problemOfCall(client.shifts.handOver({ counted, note: '' }))).toEqual({
      code: 'shift_cash_differs',
      path: 'note',
    });
    const { id } = await client.shifts.handOver({ counted, note: '备用金三百元' });
    expect((await client.shifts.open({ id })).sheet).toMatchObject({ counted, cashRecorded: 0 });
  });

  it('knows what cash the records say is kept, and that a count agrees with it', async () => {
    const desk = await testDesk();
    await heldWallet(desk, '一号柜');
    const counted = [
      { denomination: 10_000, count: 2 },
      { denomination: 500, count: 3 },
      { denomination: 10, count: 7 },
    ];
    const { id } = await desk.client.shifts.handOver({ counted, note: '' });
    const { sheet } = await desk.client.shifts.open({ id });
    expect(sheet.cashCount).toBe(null);
    expect([sheet.cashRecorded, sheet.custody.total]).toEqual([21_570, 1]);
    expect((await desk.client.shifts.page({ id })).html).toContain('清点与账面一致');

    const witness = await addColleague(desk, '陈某', ['recorder']);
    const second = { account: witness.id, by: 'password' as const, secret: witness.password };
    const { number } = await desk.client.custody.countCash({ place: null, counts: counted, explanation: '', second });
    const { cashCount } = (await desk.client.shifts.now()).situation;
    expect(cashCount).toEqual({ number, at: expect.any(String), counted: 21_570, difference: 0 });
  });

  it('names everything that is kept, however much it is', async () => {
    const desk = await testDesk();
    const { id: other } = await addColleague(desk, '舒民警', ['recorder']);
    const content = walletContent([desk.account, other], '一号柜');
    for (let made = 0; made < 70; made += 1) await desk.client.records.add({ kind: 'found_item', content });
    expect((await desk.client.shifts.now()).situation.custody).toEqual({ rows: [], total: 70 });
    const { id } = await desk.client.shifts.handOver(nothing);
    const { custody } = (await desk.client.shifts.open({ id })).sheet;
    expect([custody.rows.length, custody.total]).toEqual([70, 70]);
    const { html } = await desk.client.shifts.page({ id });
    expect(custody.rows.filter(({ number }) => !html.includes(number))).toEqual([]);
    expect(html).not.toContain('未列出');
  });

  it('prints with both names, and the printing is logged', async () => {
    const { client, next, id } = await twoShifts();
    await client.shifts.takeOver({ id, account: next.id, by: 'password', secret: next.password });
    const { html, title } = await client.shifts.page({ id });
    expect(title).toBe('交接班单（黎女士至舒某）');
    expect(html).toContain('以本人密码或 PIN 码在案台确认');
    expect(html).toContain('夜间巡查一次');
  });
});
