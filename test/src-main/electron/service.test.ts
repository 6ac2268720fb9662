// The desk service behind the window: its own process, reached over ports, locked with the machine, brought back when it
// falls over, asked when it cannot be.

import { writeFileSync } from 'node:fs';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { buildShell, newShellPlaces, type StartedShell, startShell, until } from '../../support/started-shell.ts';
import { openTestDesk, taskContent, testPassword, type WindowCalls, windowCalls } from '../../support/window-calls.ts';

beforeAll(buildShell);
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => void vi.useRealTimers());

function newestService({ electron }: StartedShell) {
  return required(electron.services.at(-1), 'a service was started');
}

/** The lock goes to the service another way than the calls, so it may come a little later than they. */
async function untilState(calls: WindowCalls['calls'], state: 'locked' | 'open'): Promise<void> {
  const end = performance.now() + 30_000;
  while ((await calls.desk.state()).state !== state) expect(performance.now()).toBeLessThan(end);
}

it('carries the calls of the window to the desk and back', async () => {
  const shell = await startShell();
  const { calls } = await windowCalls(shell.page);
  expect(await calls.desk.state()).toEqual({ state: 'absent' });
  const account = await openTestDesk(calls);
  const saved = await calls.records.add({
    kind: 'handbook_task',
    content: taskContent(account, '更换楼道灯'),
  });
  const shown = await calls.records.open({ id: saved.id });
  expect([shown.number, shown.content['title']]).toEqual([saved.number, '更换楼道灯']);
});

it('makes the PDF of a document in the shell, from the page of the service', async () => {
  const shell = await startShell();
  const { calls } = await windowCalls(shell.page);
  const account = await openTestDesk(calls);
  const { id } = await calls.records.add({
    kind: 'handbook_task',
    content: taskContent(account, '更换楼道灯'),
  });
  const [document] = await calls.documents.list({ id });
  const pdf = await calls.documents.pdf({ id, document: required(document, 'a task has a printed page').key });
  const text = await pdf.text();
  expect([pdf.type, text.slice(0, 8), text.includes('更换楼道灯')]).toEqual(['application/pdf', '%PDF-1.7', true]);
  expect(shell.electron.pdfs).toEqual([
    {
      html: text.slice(9),
      policy:
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      options: {
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
        generateTaggedPDF: true,
        generateDocumentOutline: false,
      },
    },
  ]);
  expect(shell.electron.windows.size).toBe(1);
});

it('locks with the machine: the window is told first, then the desk is locked whatever the window does', async () => {
  const shell = await startShell();
  const { calls } = await windowCalls(shell.page);
  const account = await openTestDesk(calls);
  let told = 0;
  const stop = shell.bridge.onMachineLock(() => {
    told += 1;
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (const [position, event] of ['lock-screen', 'suspend', 'user-did-resign-active'].entries()) {
    expect(shell.electron.powerMonitor.emit(event)).toBe(true);
    expect(told).toBe(position + 1);
    vi.advanceTimersByTime(1_999);
    expect((await calls.desk.state()).state).toBe('open');
    vi.advanceTimersByTime(1);
    await untilState(calls, 'locked');
    await calls.session.signIn({ account, password: testPassword });
  }
  stop();
  shell.electron.powerMonitor.emit('suspend');
  expect(told).toBe(3);
});

it('closes the desk when the machine goes to sleep, as soon as the window has put away what was typed', async () => {
  const shell = await startShell();
  const { calls } = await windowCalls(shell.page);
  const account = await openTestDesk(calls);
  const service = async () => {
    const state = await calls.desk.state();
    return state.state === 'locked' ? `locked, ${state.service}` : state.state;
  };
  const stop = shell.bridge.onMachineLock(() => void calls.session.lock());
  shell.electron.powerMonitor.emit('lock-screen');
  await expect.poll(service, { timeout: 10_000 }).toBe('locked, open');
  await calls.session.signIn({ account, password: testPassword });
  shell.electron.powerMonitor.emit('suspend');
  await expect.poll(service, { timeout: 10_000 }).toBe('locked, closed');
  stop();
  await calls.session.signIn({ account, password: testPassword });
  expect(await service()).toBe('open');
});

it('starts the service again after it fell over; the window finds it and nothing saved is lost', async () => {
  const shell = await startShell();
  const { calls, connection } = await windowCalls(shell.page);
  const account = await openTestDesk(calls);
  const { id, number } = await calls.records.add({
    kind: 'handbook_task',
    content: taskContent(account, '更换楼道灯'),
  });
  newestService(shell).child.kill('SIGKILL');
  await until('the window notices', () => connection.state() === 'lost');
  await until('the window is back', () => connection.state() === 'open');
  expect(shell.electron.services).toHaveLength(2);
  expect((await calls.desk.state()).state).toBe('locked');
  await calls.session.signIn({ account, password: testPassword });
  expect((await calls.records.open({ id })).number).toBe(number);
  expect(shell.logged()).toContain('the service ended with code 9');
});

it('asks the person once the service keeps falling over, and starts it again when told to', async () => {
  const shell = await startShell();
  shell.electron.dialogs.prepared.message.push(0);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const fallsOver = async (count: number) => {
    newestService(shell).child.kill('SIGKILL');
    await until('the end is noticed', () => shell.logged().split('ended with code 9').length === count + 1);
  };
  for (const [position, wait] of [250, 500, 1_000, 2_000, 4_000].entries()) {
    await fallsOver(position + 1);
    vi.advanceTimersByTime(wait - 1);
    expect(shell.electron.services).toHaveLength(position + 1);
    vi.advanceTimersByTime(1);
    expect(shell.electron.services).toHaveLength(position + 2);
  }
  expect(shell.electron.dialogs.shown).toEqual([]);
  await fallsOver(6);
  await until('the start after the question', () => shell.electron.services.length === 7);
  expect(shell.electron.dialogs.shown).toEqual([
    expect.objectContaining({
      type: 'error',
      title: '基层案台',
      message: '案台服务多次意外停止',
      buttons: ['再次启动', '退出'],
      cancelId: 1,
    }),
  ]);
  vi.useRealTimers();
  expect((await (await windowCalls(shell.page)).calls.desk.state()).state).toBe('absent');
});

it('says in words why the desk cannot be opened, and ends when the person does not try again', async () => {
  const places = newShellPlaces();
  const first = await startShell(places);
  expect((await (await windowCalls(first.page)).calls.desk.state()).state).toBe('absent');
  const pid = newestService(first).child.pid;
  const second = await startShell(places);
  second.electron.dialogs.prepared.message.push(0, 1);
  await until('the end', () => second.electron.app.exitCode === 0);
  const question = expect.objectContaining({
    message: '案台无法打开',
    detail: `这个案台目录正在被另一个程序使用（进程号 ${pid}），请先关闭它`,
  });
  expect(second.electron.dialogs.shown).toEqual([question, question]);
  expect(second.electron.services).toHaveLength(2);
});

it('notices a service that falls over before it is ready', async () => {
  const places = newShellPlaces();
  writeFileSync(places.desk, 'a file where the desk is to be');
  const shell = await startShell(places);
  await until('the end is noticed', () => shell.logged().includes('the service ended with code 1'));
  expect(shell.logged()).toContain('EEXIST');
});
