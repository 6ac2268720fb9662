// How the Electron shell starts: the order, the one instance, the window with every switch of its safety, the menu.

import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { StandInSession } from '../../support/electron-stand-in/sessions.ts';
import { buildShell, loadShell, newShellPlaces, startShell, until } from '../../support/started-shell.ts';

beforeAll(buildShell);

const beforeReady = [
  'name Case Desk',
  ...(process.platform === 'win32' ? ['id cn.casedesk.desk'] : []),
  'path userData',
  'scheme',
  'sandbox for all',
  'single instance',
];

it('names itself, registers its scheme and takes the lock before Electron is ready, then starts the service, then the window', async () => {
  const { electron } = await startShell();
  expect(electron.journal.lines).toEqual([...beforeReady, 'ready', 'session paper', 'service started', 'window']);
  expect(electron.privileged).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  expect(Object.fromEntries(electron.app.switches)).toEqual({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-domain-reliability': '',
    'no-pings': '',
    'password-store': 'basic',
    'use-mock-keychain': '',
  });
});

it('keeps what the window keeps beside the desk, in a folder for each desk', async () => {
  const places = newShellPlaces();
  const { electron } = await loadShell(places);
  const folder = electron.app.paths.get('userData');
  expect(folder).toMatch(/window [0-9a-f]{12}$/);
  expect(folder?.startsWith(join(places.appData, 'Case Desk'))).toBe(true);
});

it('leaves the sandbox to whoever started it without one', async () => {
  const { electron } = await loadShell(newShellPlaces(), { switches: ['no-sandbox'] });
  expect(electron.journal.lines).not.toContain('sandbox for all');
});

it('only ends when the desk is open already', async () => {
  const { electron } = await loadShell(newShellPlaces(), { isFirst: false });
  electron.app.becomeReady();
  expect(electron.journal.lines).toEqual([...beforeReady, 'ended 0', 'ready']);
  expect([electron.services.length, electron.windows.size]).toEqual([0, 0]);
});

it('brings the window to the front on a second start', async () => {
  const { electron, window } = await startShell();
  window.isMinimizedNow = true;
  electron.app.emit('second-instance', {}, ['electron', '.'], '/');
  expect([window.isMinimizedNow, window.isShown, window.isFocusedNow]).toEqual([false, true, true]);
});

it('makes the window with every switch of its safety spelled out', async () => {
  const { electron, window } = await startShell();
  const { preload, session, ...preferences } = window.options.webPreferences ?? {};
  expect(preferences).toEqual({
    allowRunningInsecureContent: false,
    autoplayPolicy: 'document-user-activation-required',
    backgroundThrottling: false,
    contextIsolation: true,
    devTools: true,
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
    spellcheck: false,
    webSecurity: true,
    webgl: false,
    webviewTag: false,
  });
  expect(preload?.endsWith(join('out', 'preload', 'index.cjs'))).toBe(true);
  expect(session).toBeInstanceOf(StandInSession);
  expect(electron.sessions.usual).toBe(session);
});

it('opens the tools of developers only while developing', async () => {
  const { electron, window } = await startShell(newShellPlaces(), { isPackaged: true });
  expect(window.options.webPreferences?.devTools).toBe(false);
  expect(JSON.stringify(electron.menus)).not.toContain('toggleDevTools');
});

it('shows the window once it has something to show, on the screen, where it was before', async () => {
  const places = newShellPlaces();
  const first = await startShell(places);
  const { show, x, y, width, height, minWidth, minHeight } = first.window.options;
  expect({ show, x, y, width, height, minWidth, minHeight }).toEqual({
    show: false,
    x: 277,
    y: 136,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
  });
  expect(first.window.isShown).toBe(true);
  first.window.maximize();
  first.window.close();
  await until('the first program ends', () => first.electron.app.exitCode === 0);
  const second = await startShell(places, { screens: [{ x: 0, y: 0, width: 1280, height: 700 }] });
  expect(second.window.isMaximized()).toBe(true);
  expect([second.window.options.x, second.window.options.width, second.window.options.height]).toEqual([0, 1280, 700]);
});

it('has a menu of editing, size, paper and about in the language of the system', async () => {
  const chinese = await startShell();
  const english = await startShell(newShellPlaces(), { languages: ['en-GB', 'zh-CN'], isPackaged: true });
  const labels = (menus: typeof chinese.electron.menus) =>
    menus
      .flat()
      .map(({ label, submenu }) => [label, Array.isArray(submenu) ? submenu.map((item) => item.label ?? '—') : []]);
  expect(labels(chinese.electron.menus)).toEqual([
    ['案台', ['打印当前页面', '—', '关于基层案台', '退出']],
    ['编辑', ['撤销', '重做', '—', '剪切', '复制', '粘贴', '全选']],
    ['视图', ['实际大小', '放大', '缩小', '全屏', '开发者工具']],
  ]);
  expect(labels(english.electron.menus)).toEqual([
    ['Desk', ['Print this page', '—', 'About Case Desk', 'Quit']],
    ['Edit', ['Undo', 'Redo', '—', 'Cut', 'Copy', 'Paste', 'Select all']],
    ['View', ['Actual size', 'Zoom in', 'Zoom out', 'Full screen']],
  ]);
  expect(english.electron.app.about).toEqual({
    applicationName: 'Case Desk',
    applicationVersion: '0.0.0-test',
    credits: 'This program uses no public network and does not update by itself.',
  });
});

it('says so and ends when it cannot start', async () => {
  const { electron } = await loadShell();
  electron.sessions.usual.setProxy = () => Promise.reject(new Error('the session is broken'));
  electron.app.becomeReady();
  await until('the end', () => electron.app.exitCode !== null);
  expect(electron.app.exitCode).toBe(1);
  expect(electron.dialogs.shown).toEqual([
    { title: '基层案台 · Case Desk', message: expect.stringContaining('the session is broken') },
  ]);
});
