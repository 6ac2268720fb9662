// A desk that is closed while its program goes on: no key of ours is left in memory, nothing is open, nothing is lost.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { JobOutcome } from '../../../src-main/serve/jobs.ts';
import { syncOnce } from '../../../src-main/sync/sync-once.ts';
import type { Problem } from '../../../src-shared/base/problem.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import { addColleague, type TestDesk, testDesk, testPassword } from '../../support/test-desk.ts';

const isCleared = (key: Uint8Array) => key.every((byte) => byte === 0);
const minute = 60_000;

/** The key as the service holds it, and a copy of it for another process. */
async function keyOf({ host, account }: TestDesk) {
  const session = host.connect();
  okValue(await host.signIn(session, account, testPassword));
  const { deskKey } = okValue(host.keys(session));
  host.disconnect(session);
  return { deskKey, hex: Buffer.from(deskKey).toString('hex') };
}

function wantedByAnother({ directory }: TestDesk, hex: string): string {
  const child = join(import.meta.dirname, '../../support/exclusive-child.ts');
  return spawnSync(process.execPath, [child, join(directory, 'desk.db'), hex], { encoding: 'utf8' }).stdout;
}

/** What a locked window is shown. */
async function serviceOf(desk: TestDesk): Promise<string> {
  const state = await desk.window().desk.state();
  return state.state === 'locked' ? state.service : state.state;
}

/** The threads beside the desk take a moment to end. */
async function untilClosed(desk: TestDesk): Promise<void> {
  await expect.poll(() => serviceOf(desk)).toBe('closed');
}

test('a person closes it: its key is overwritten, its files are closed, and the password opens it with all that was kept', async () => {
  const desk = await testDesk();
  const { client, account } = desk;
  const { deskKey, hex } = await keyOf(desk);
  const saved = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
  const draft = { id: 'd', kind: 'handbook_task', record: null, step: null, content: { title: '半句' }, heads: [] };
  await client.drafts.keep(draft);
  expect(wantedByAnother(desk, hex)).toBe('database is locked');

  await client.desk.close();
  expect(isCleared(deskKey)).toBe(true);
  await untilClosed(desk);
  expect(wantedByAnother(desk, hex)).toBe('free 0');
  expect(await problemOfCall(client.records.open({ id: saved.id }))).toEqual({ code: 'desk_locked' });
  expect(desk.host.sync().ok || desk.host.tasks().ok || desk.host.openDesk().ok).toBe(false);

  await client.session.signIn({ account, password: testPassword });
  expect((await client.records.open({ id: saved.id })).number).toBe(saved.number);
  expect((await client.drafts.list()).map(({ content }) => content)).toEqual([{ title: '半句' }]);
  const said = (await client.audit.page({ limit: 3 })).lines.map((line) => line.said.zh);
  expect(said).toEqual(['登录', '关闭案台', '锁定']);
  expect(await serviceOf(desk)).toBe('open');
});

test('nobody comes back to it with a PIN', async () => {
  const desk = await testDesk();
  const colleague = await addColleague(desk, '舒某', ['recorder']);
  await colleague.client.session.setPin({ password: colleague.password, pin: '730418' });
  await colleague.client.session.lock();
  expect((await desk.client.session.pins()).ready).toEqual([colleague.id]);
  await desk.client.desk.close();
  await desk.client.session.signIn({ account: desk.account, password: testPassword });
  expect((await desk.client.session.pins()).ready).toEqual([]);
  const again = desk.client.session.switchByPin({ account: colleague.id, pin: '730418' });
  expect(await problemOfCall(again)).toEqual({ code: 'pin_needs_password' });
});

test('it waits for whoever is at another window, and says so; whoever comes meanwhile calls it off', async () => {
  const desk = await testDesk();
  const { deskKey } = await keyOf(desk);
  const colleague = await addColleague(desk, '舒某', ['recorder']);
  await desk.client.desk.close();
  expect([await serviceOf(desk), isCleared(deskKey)]).toEqual(['closing', false]);
  await desk.client.session.signIn({ account: desk.account, password: testPassword });
  await desk.client.session.lock();
  expect(await serviceOf(desk)).toBe('open');
  await desk.window().desk.close();
  expect(await serviceOf(desk)).toBe('closing');
  await colleague.client.session.lock();
  expect(isCleared(deskKey)).toBe(true);
  await untilClosed(desk);
});

test('it waits for work that is under way', async () => {
  const desk = await testDesk();
  const { deskKey } = await keyOf(desk);
  let end: (outcome: Result<JobOutcome, Problem>) => void = () => undefined;
  const work = new Promise<Result<JobOutcome, Problem>>((resolve) => (end = resolve));
  desk.host.jobs.start({ kind: 'backup', account: desk.account }, () => work);
  await desk.client.desk.close();
  expect([await serviceOf(desk), isCleared(deskKey)]).toEqual(['closing', false]);
  end(ok({}));
  await untilClosed(desk);
  expect(isCleared(deskKey)).toBe(true);
});

test('it closes when nobody has been there as long as the desk says, and never while somebody is', async () => {
  const desk = await testDesk();
  const { client, clock, host } = desk;
  const { deskKey } = await keyOf(desk);
  await client.settings.setCloseAfter({ minutes: 30 });
  clock.now += 29 * minute;
  host.closing.look();
  // The window was locked meanwhile, since nobody touched it; the desk is still open.
  expect(await serviceOf(desk)).toBe('open');
  clock.now += minute;
  host.closing.look();
  expect(isCleared(deskKey)).toBe(true);
  await untilClosed(desk);
  await client.session.signIn({ account: desk.account, password: testPassword });
  expect((await client.audit.page({ limit: 2 })).lines[1]?.said.zh).toBe('关闭案台（无人操作）');
  for (let passed = 0; passed < 90; passed += 5) {
    clock.now += 5 * minute;
    await client.today.board();
    host.closing.look();
  }
  expect((await client.desk.state()).state).toBe('open');
});

test('by itself it closes after four hours, and never where the desk says so', async () => {
  const desk = await testDesk();
  const state = await desk.client.desk.state();
  expect(state.state === 'open' && state.closeAfterMinutes).toBe(240);
  await desk.client.settings.setCloseAfter({ minutes: null });
  desk.clock.now += 30 * 24 * 60 * minute;
  desk.host.closing.look();
  expect(await serviceOf(desk)).toBe('open');
});

test('when the machine goes to sleep it closes as soon as the window has put away what was typed', async () => {
  const desk = await testDesk();
  const { deskKey } = await keyOf(desk);
  desk.host.closing.want('sleep');
  expect(isCleared(deskKey)).toBe(false);
  expect((await desk.client.desk.state()).state).toBe('open');
  await desk.client.session.lock();
  expect(isCleared(deskKey)).toBe(true);
  await untilClosed(desk);
});

test('a locked window is told when the desk has closed', async () => {
  const desk = await testDesk();
  const window = desk.window();
  const events = await window.desk.events();
  const told = events.next();
  await desk.client.desk.close();
  expect(await told).toEqual({ done: false, value: { type: 'locked' } });
  await events.return();
});

test('sync that is under way stops with it, harms nothing, and goes on after the next sign-in', async () => {
  const centre = await startUnitCentre();
  const desk = await syncedDesk(centre, '一号机');
  await desk.sync();
  const broken: unknown[] = [];
  const note = (error: unknown) => broken.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  for (let round = 1; round <= 5; round += 1) {
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
    okValue(desk.host.sync()).wake();
    await new Promise((resolve) => setTimeout(resolve, round * 7));
    await desk.client.desk.close();
    await untilClosed(desk);
    await desk.client.session.signIn({ account: desk.account, password: testPassword });
  }
  okValue(await syncOnce(okValue(desk.host.sync())));
  const { confirmed, total } = await desk.client.delivery.counters();
  expect([broken, confirmed]).toEqual([[], total]);
});
