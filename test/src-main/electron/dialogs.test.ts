// Files, paper and notices for the window: through the system's dialogs, by a person's doing, one at a time.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildShell, newShellPlaces, startShell, until } from '../../support/started-shell.ts';

beforeAll(buildShell);

const receipt = { name: '受理回执:1.pdf', media: 'application/pdf', bytes: new TextEncoder().encode('%PDF') };

it('saves where the person chose, under a name every system takes', async () => {
  const places = newShellPlaces();
  const { electron, bridge, page } = await startShell(places);
  page.touch();
  const chosen = join(places.documents, '回执.pdf');
  electron.dialogs.prepared.save.push({ canceled: false, filePath: chosen });
  expect(await bridge.saveFile(receipt)).toEqual({ ok: true, value: true });
  expect(readFileSync(chosen, 'utf8')).toBe('%PDF');
  expect(electron.dialogs.shown).toEqual([
    {
      title: '保存',
      defaultPath: join(places.documents, '受理回执_1.pdf'),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    },
  ]);
});

it('saves nothing when the person cancels, and says why when it cannot', async () => {
  const places = newShellPlaces();
  const { electron, bridge, page } = await startShell(places);
  page.touch();
  electron.dialogs.prepared.save.push({ canceled: true, filePath: '' });
  expect(await bridge.saveFile(receipt)).toEqual({ ok: true, value: false });
  electron.dialogs.prepared.save.push({ canceled: false, filePath: join(places.documents, 'no', 'a.pdf') });
  expect(await bridge.saveFile(receipt)).toEqual({
    ok: false,
    problem: { code: 'shell_file_not_written', facts: { name: 'a.pdf', reason: 'ENOENT' } },
  });
  expect(readdirSync(places.documents)).toEqual([]);
});

it('opens the chosen file and tells its name, never its folder', async () => {
  const places = newShellPlaces();
  const { electron, bridge, page } = await startShell(places);
  page.touch();
  const path = join(places.documents, '日历 2026.json');
  writeFileSync(path, '{}');
  electron.dialogs.prepared.open.push({ canceled: false, filePaths: [path] }, { canceled: true, filePaths: [] });
  const wanted = { label: '工作日历', endings: ['json'] };
  const opened = await bridge.openFile(wanted);
  expect(opened).toEqual({
    ok: true,
    value: { name: '日历 2026.json', media: 'application/json', bytes: new TextEncoder().encode('{}') },
  });
  expect(JSON.stringify(opened)).not.toContain(places.documents);
  expect(electron.dialogs.shown).toEqual([
    {
      title: '打开',
      filters: [{ name: '工作日历', extensions: ['json'] }],
      properties: ['openFile', 'dontAddToRecent'],
    },
  ]);
  expect(await bridge.openFile(wanted)).toEqual({ ok: true, value: null });
});

it('refuses a file above the limit of an attachment before reading it', async () => {
  const places = newShellPlaces();
  const { electron, bridge, page } = await startShell(places);
  page.touch();
  mkdirSync(join(places.documents, 'big'));
  const path = join(places.documents, 'big', '录像.mp4');
  writeFileSync(path, '');
  const { truncateSync } = await import('node:fs');
  truncateSync(path, 300 * 1024 * 1024);
  electron.dialogs.prepared.open.push({ canceled: false, filePaths: [path] });
  expect(await bridge.openFile({ label: '全部', endings: [] })).toEqual({
    ok: false,
    problem: { code: 'shell_file_too_large', facts: { name: '录像.mp4', size: 300, limit: 50 } },
  });
});

it('shows no dialog for a page that nobody has touched, and only one at a time', async () => {
  const { electron, bridge, page } = await startShell();
  for (const ask of [
    () => bridge.saveFile(receipt),
    () => bridge.openFile({ label: '', endings: [] }),
    () => bridge.print('<p>'),
  ])
    await expect(ask()).rejects.toThrow('nobody asked for it');
  expect(electron.dialogs.shown).toEqual([]);
  page.touch();
  electron.dialogs.prepared.save.push({ canceled: true, filePath: '' });
  const both = await Promise.all([bridge.saveFile(receipt), bridge.print('<p>')]);
  expect(both).toEqual([
    { ok: true, value: false },
    { ok: false, problem: { code: 'shell_dialog_open' } },
  ]);
});

it('prints the sheet alone, in a window nobody sees, with its own margins', async () => {
  const { electron, bridge, page } = await startShell();
  page.touch();
  const html = '<!doctype html><html lang="zh-CN"><body>受理回执 ￥1,200</body></html>';
  expect(await bridge.print(html)).toEqual({ ok: true, value: true });
  expect(electron.printed).toEqual([
    {
      html,
      options: { silent: false, printBackground: true, margins: { marginType: 'default' }, pageSize: 'A4' },
    },
  ]);
  expect(electron.journal.lines.at(-1)).toBe('paper window');
  expect(electron.windows.size).toBe(1);
});

it('tells a cancelled print from one that failed', async () => {
  const { electron, bridge, page } = await startShell();
  page.touch();
  electron.printOutcomes.push({ success: false, failureReason: 'Print job canceled' });
  expect(await bridge.print('<p>一</p>')).toEqual({ ok: true, value: false });
  electron.printOutcomes.push({ success: false, failureReason: 'Invalid printer settings' });
  expect(await bridge.print('<p>二</p>')).toEqual({
    ok: false,
    problem: { code: 'print_failed', facts: { exit: 'Invalid printer settings' } },
  });
  expect(electron.windows.size).toBe(1);
});

it('makes the paper window as closed as the other one, without a preload', async () => {
  const { electron, bridge, page } = await startShell();
  page.touch();
  const made: unknown[] = [];
  electron.app.on('web-contents-created', (_event, { preferences }) => made.push(preferences));
  await bridge.print('<p>一</p>');
  expect(made).toEqual([
    {
      allowRunningInsecureContent: false,
      autoplayPolicy: 'document-user-activation-required',
      backgroundThrottling: false,
      contextIsolation: true,
      devTools: false,
      disableBlinkFeatures: 'Auxclick',
      disableDialogs: true,
      enableWebSQL: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      plugins: false,
      sandbox: true,
      session: electron.sessions.byPartition.get('paper'),
      spellcheck: false,
      webSecurity: true,
      webgl: false,
      webviewTag: false,
    },
  ]);
});

it('shows a notice of the system, and the window when somebody clicks on it', async () => {
  const { electron, bridge, window } = await startShell();
  bridge.notify({ title: '今日到期', body: '2 件' });
  await until('the notice', () => electron.notifications.shown.length === 1);
  const [notice] = electron.notifications.shown;
  expect([notice?.title, notice?.body, window.isFocusedNow]).toEqual(['今日到期', '2 件', false]);
  notice?.click();
  expect(window.isFocusedNow).toBe(true);
});
