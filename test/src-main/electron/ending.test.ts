// How the program ends: not over unsaved work without asking, not before the service has finished, never with less than
// was saved.

import { beforeAll, expect, it, vi } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { buildShell, newShellPlaces, startShell, until } from '../../support/started-shell.ts';
import { openTestDesk, taskContent, testPassword, windowCalls } from '../../support/window-calls.ts';

beforeAll(buildShell);
vi.setConfig({ testTimeout: 60_000 });

it('lets the service finish before it ends', async () => {
  const { electron, page, window, logged } = await startShell();
  await (await windowCalls(page)).calls.desk.state();
  window.close();
  expect(electron.app.exitCode).toBeNull();
  await until('the end', () => electron.app.exitCode === 0);
  expect(electron.journal.lines.slice(-1)).toEqual(['ended 0']);
  expect(required(electron.services[0], 'one service').child.exitCode).toBe(0);
  expect(logged()).toMatch(/the service has stopped[\s\S]*the service ended with code 0/);
});

it('keeps every save that was answered when it is ended in the middle of saving', async () => {
  const places = newShellPlaces();
  const first = await startShell(places);
  const { calls } = await windowCalls(first.page);
  const account = await openTestDesk(calls);
  const answered: string[] = [];
  const saves = Array.from({ length: 200 }, async (_, position) => {
    const content = taskContent(account, `第${position}件`);
    answered.push((await calls.records.add({ kind: 'handbook_task', content })).id);
    if (answered.length === 3) first.electron.app.quit();
  });
  const settled = Promise.allSettled(saves);
  await until('the end', () => first.electron.app.exitCode === 0);
  expect(answered.length).toBeGreaterThanOrEqual(3);
  expect(answered.length).toBeLessThan(200);

  const second = await startShell(places);
  const again = (await windowCalls(second.page)).calls;
  await again.session.signIn({ account, password: testPassword });
  const kept = await again.records.list({ kind: 'handbook_task', limit: 500 });
  expect(kept.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(answered));
  const { faults } = await again.settings.verify();
  expect(faults).toEqual([]);
  expect((await settled).filter(({ status }) => status === 'fulfilled')).toHaveLength(answered.length);
});

it('asks before the window closes over unsaved work', async () => {
  const { electron, window, page } = await startShell();
  await (await windowCalls(page)).calls.desk.state();
  window.webContents.hasUnsavedWork = true;
  electron.dialogs.prepared.message.push(0, 1);
  electron.app.quit();
  expect([electron.windows.size, electron.app.exitCode]).toEqual([1, null]);
  // The desk behind the window is still there for whoever went back.
  expect((await (await windowCalls(page)).calls.desk.state()).state).toBe('absent');
  window.close();
  await until('the end', () => electron.app.exitCode === 0);
  expect(electron.dialogs.shown).toEqual(
    [1, 2].map(() =>
      expect.objectContaining({
        message: '还有正在填写、尚未保存的内容',
        buttons: ['返回继续填写', '仍然关闭'],
        defaultId: 0,
        cancelId: 0,
      }),
    ),
  );
});

it('ends with the machine and with the session of Windows', async () => {
  const shutDown = await startShell();
  await (await windowCalls(shutDown.page)).calls.desk.state();
  shutDown.electron.powerMonitor.emit('shutdown');
  await until('the end', () => shutDown.electron.app.exitCode === 0);

  const signedOff = await startShell();
  await (await windowCalls(signedOff.page)).calls.desk.state();
  signedOff.window.emit('session-end', {});
  const { child } = required(signedOff.electron.services[0], 'one service');
  await until('the service ends', () => child.exitCode === 0);
  expect(signedOff.electron.services).toHaveLength(1);
});

it('opens the page again after it fell over, when the person wants it', async () => {
  const { electron, window } = await startShell();
  electron.dialogs.prepared.message.push(0, 1);
  const before = window.webContents.page;
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await until('a new page', () => window.webContents.page !== before);
  window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
  await until('the end', () => electron.app.exitCode === 0);
  expect(electron.dialogs.shown).toEqual(
    [1, 2].map(() => expect.objectContaining({ message: '窗口意外停止', buttons: ['重新打开', '退出'] })),
  );
});
