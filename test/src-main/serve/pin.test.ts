import { describe, expect, it } from 'vitest';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { addColleague, hostOptions, serving, type TestDesk, testDesk, testPassword } from '../../support/test-desk.ts';

const pin = '730418';

/** A colleague who has set a PIN, and a window where the first person sits. */
async function withPin() {
  const desk = await testDesk();
  const colleague = await addColleague(desk, '舒某', ['recorder', 'security_administrator']);
  await colleague.client.session.setPin({ password: colleague.password, pin });
  return { ...desk, colleague };
}

async function actionsOf(desk: TestDesk, account: string, password: string) {
  const auditor = desk.window();
  await auditor.session.signIn({ account, password });
  return (await auditor.audit.page({ account })).lines.map(({ action }) => action);
}

describe('changing over by PIN', () => {
  it('puts the other person at the window, and what they save is theirs', async () => {
    const { client, colleague, account } = await withPin();
    expect(await client.session.pins()).toEqual({ ready: [colleague.id], own: false });
    expect((await client.session.switchByPin({ account: colleague.id, pin })).name).toBe('舒某');
    const { id } = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    expect((await client.records.open({ id })).created.by).toBe(colleague.id);
    const lines = (await client.audit.page({ limit: 2 })).lines;
    expect(lines.map(({ by, said }) => `${by.zh}：${said.zh}`)).toEqual([
      '舒某：保存工作手册',
      '舒某：登录（PIN 码换人）',
    ]);
  });

  it('asks for the password after three wrong tries, even when then the PIN is right', async () => {
    const { client, colleague, ...desk } = await withPin();
    const wrong = () => problemOfCall(client.session.switchByPin({ account: colleague.id, pin: '000001' }));
    expect(await wrong()).toEqual({ code: 'pin_refused', facts: { left: 2 } });
    expect(await wrong()).toEqual({ code: 'pin_refused', facts: { left: 1 } });
    expect(await wrong()).toEqual({ code: 'pin_needs_password' });
    const right = client.session.switchByPin({ account: colleague.id, pin });
    expect(await problemOfCall(right)).toEqual({ code: 'pin_needs_password' });
    expect((await client.session.pins()).ready).toEqual([]);
    const actions = await actionsOf({ client, ...desk }, colleague.id, colleague.password);
    expect(actions.filter((action) => action === 'pin_refused')).toHaveLength(3);
    expect((await client.session.pins()).ready).toEqual([colleague.id]);
  });

  it('counts tries that are made at once', async () => {
    const { client, colleague } = await withPin();
    const tries = Array.from({ length: 6 }, (_none, index) =>
      problemOfCall(client.session.switchByPin({ account: colleague.id, pin: `00000${index}` })),
    );
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'pin_needs_password').length).toBeGreaterThanOrEqual(3);
    expect((await client.session.pins()).ready).toEqual([]);
  });

  it('opens no desk: not when locked, and not in a process that has not had the password', async () => {
    const { client, colleague, host, directory, clock, account } = await withPin();
    await client.session.lock();
    const locked = client.session.switchByPin({ account: colleague.id, pin });
    expect(await problemOfCall(locked)).toEqual({ code: 'desk_locked' });
    host.close();
    const again = okValue(hostDesk(hostOptions(directory, clock)));
    const window = callInProcess(serving(again));
    await window.session.signIn({ account, password: testPassword });
    const fresh = window.session.switchByPin({ account: colleague.id, pin });
    expect(await problemOfCall(fresh)).toEqual({ code: 'pin_needs_password' });
    await window.session.signIn({ account: colleague.id, password: colleague.password });
    await window.session.signIn({ account, password: testPassword });
    expect((await window.session.switchByPin({ account: colleague.id, pin })).id).toBe(colleague.id);
    again.close();
  });

  it('is closed to a person who was disabled', async () => {
    const { client, colleague } = await withPin();
    await client.people.change({ id: colleague.id, enabled: false });
    const closed = client.session.switchByPin({ account: colleague.id, pin });
    expect(await problemOfCall(closed)).toEqual({ code: 'pin_needs_password' });
  });

  it('is gone with a password that was set anew: the old one opens nothing, even after the next sign-in', async () => {
    const { client, colleague, recovery } = await withPin();
    const next = 'Lantern-7718';
    await client.people.recover({
      account: colleague.id,
      halves: [...recovery],
      bringers: ['陈某', '周某'],
      next,
    });
    const closed = () => problemOfCall(client.session.switchByPin({ account: colleague.id, pin }));
    expect(await closed()).toEqual({ code: 'pin_needs_password' });
    await colleague.client.session.signIn({ account: colleague.id, password: next });
    expect((await colleague.client.session.pins()).own).toBe(false);
    expect(await closed()).toEqual({ code: 'pin_needs_password' });
    await colleague.client.session.setPin({ password: next, pin: '902657' });
    expect((await client.session.switchByPin({ account: colleague.id, pin: '902657' })).id).toBe(colleague.id);
  });

  it('keeps drafts apart', async () => {
    const { client, colleague } = await withPin();
    const draft = { id: 'd', kind: 'handbook_task', record: null, step: null, content: { title: '半句' }, heads: [] };
    await client.drafts.keep(draft);
    await client.session.switchByPin({ account: colleague.id, pin });
    expect(await client.drafts.list()).toEqual([]);
  });
});

describe('setting a PIN', () => {
  it('needs the password, six digits at least, and none that anybody guesses', async () => {
    const { client } = await testDesk();
    const problem = async (given: string, password = testPassword) =>
      (await problemOfCall(client.session.setPin({ password, pin: given }))).code;
    expect(await problem('73041')).toBe('pin_length');
    expect(await problem('7304a8')).toBe('pin_length');
    expect(await problem('111111')).toBe('pin_too_simple');
    expect(await problem('123456')).toBe('pin_too_simple');
    expect(await problem('987654')).toBe('pin_too_simple');
    expect(await problem(pin, 'Wrong-2025')).toBe('sign_in_refused');
    expect((await client.session.pins()).own).toBe(false);
  });
});
