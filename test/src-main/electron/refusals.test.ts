// What the shell refuses: every address but its own, every permission, every window, every stranger; and that it says so.

import { beforeAll, expect, it } from 'vitest';
import { buildShell, newShellPlaces, type StartedShell, startShell, until } from '../../support/started-shell.ts';

beforeAll(buildShell);

const page = { origin: 'app://desk', parent: null };

it('serves the window under a strict policy with a fresh nonce each time', async () => {
  const { electron } = await startShell();
  const load = async () => {
    const response = await electron.sessions.usual.load('app://desk/');
    if (typeof response === 'string') throw new Error(response);
    return { headers: Object.fromEntries(response.headers), html: await response.text() };
  };
  const [first, second] = [await load(), await load()];
  const [, nonce] = /name="csp-nonce" content="([^"]+)"/.exec(first.html) ?? [];
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(first.headers).toEqual({
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`,
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(first.html).not.toContain('__CSP_NONCE__');
  expect(second.html).not.toContain(nonce);
});

it('loads every script, style and picture that the page names from its own files', async () => {
  const { electron, window } = await startShell();
  const named = [...window.webContents.html.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(1);
  for (const path of named) {
    const response = await electron.sessions.usual.load(new URL(path, 'http://desk/').href.replace('http:', 'app:'));
    expect([path, typeof response === 'string' ? response : response.status]).toEqual([path, 200]);
  }
});

it('reaches no network in any session, and no file', async () => {
  const { electron, logged } = await startShell();
  const sessions = [electron.sessions.usual, ...electron.sessions.byPartition.values()];
  expect(sessions).toHaveLength(2);
  for (const session of sessions) {
    for (const address of ['https://example.org/a', 'http://127.0.0.1:9/', 'ws://example.org/', 'file:///etc/passwd'])
      expect([address, await session.load(address)]).toEqual([address, 'blocked']);
    expect(session.settings).toEqual({
      bluetooth: false,
      dictionaries: 'app://nowhere/',
      displayMedia: null,
      ntlm: '',
      protectedUsb: ['hid'],
      proxy: { mode: 'direct' },
      spellChecker: false,
    });
    expect(session.download()).toBe(false);
  }
  expect(logged()).toContain('refused to fetch https://example.org/a');
});

it('grants no permission', async () => {
  const { electron } = await startShell();
  const names = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'usb',
    'unknown',
  ];
  for (const session of [electron.sessions.usual, ...electron.sessions.byPartition.values()])
    expect(names.map((name) => session.permission(name))).toEqual(
      names.map(() => ({ granted: false, checked: false, device: false })),
    );
});

it('keeps the page where it is, without a second window and without a page inside it', async () => {
  const { window, logged } = await startShell();
  const { webContents } = window;
  expect(webContents.triesToGo('app://desk/#/today')).toBe(true);
  expect(webContents.triesToGo('about:srcdoc', false)).toBe(true);
  for (const address of ['https://example.org/x', 'file:///etc/passwd', 'app://desk/other', 'data:text/html,x'])
    expect([address, webContents.triesToGo(address), webContents.triesToGo(address, false)]).toEqual([
      address,
      false,
      false,
    ]);
  expect(webContents.isSentOn('app://desk/')).toBe(false);
  expect(webContents.triesToOpen('https://example.org/w')).toBe(false);
  expect(webContents.triesToAttach()).toBe(false);
  expect(logged()).toContain('refused to go to https://example.org/x');
  expect(logged()).toContain('refused a window for https://example.org/w');
});

const questions = {
  'shell:save-file': { name: 'a.txt', media: 'text/plain', bytes: new Uint8Array(1) },
  'shell:open-file': { label: 'x', endings: ['txt'] },
  'shell:print': '<p>',
};
const tellings = { 'shell:request-port': null, 'shell:notify': { title: 'a', body: 'b' }, 'shell:copied': null };

function strangers({ window }: StartedShell) {
  const { id } = window.webContents;
  return [
    { id: id + 1, frame: page, why: 'not from the window' },
    { id, frame: { origin: 'app://desk', parent: page }, why: 'from a frame inside the window' },
    { id, frame: { origin: 'https://example.org', parent: null }, why: 'from https://example.org' },
    { id, frame: null, why: 'from a frame that is gone' },
  ];
}

it('registers exactly the channels of the contract and refuses strangers on every one of them, out loud', async () => {
  const shell = await startShell();
  const { electron, logged } = shell;
  expect([...electron.ipc.handlers.keys()]).toEqual(Object.keys(questions));
  expect(electron.ipc.eventNames()).toEqual(Object.keys(tellings));
  for (const { id, frame, why } of strangers(shell)) {
    for (const [channel, input] of Object.entries(questions))
      await expect(electron.ipc.invokeAs(id, frame, channel, input)).rejects.toThrow(`${channel} refused: ${why}`);
    for (const [channel, input] of Object.entries(tellings)) {
      electron.ipc.sendAs(id, frame, channel, input);
      expect(logged()).toContain(`refused ${channel} ${why}`);
    }
  }
  expect([electron.dialogs.shown, electron.printed, electron.notifications.shown]).toEqual([[], [], []]);
});

it('refuses what does not fit the contract, also from the window itself', async () => {
  const { electron, window, logged } = await startShell();
  const { id } = window.webContents;
  const malformed = {
    'shell:save-file': [
      null,
      {},
      { name: '', media: '', bytes: new Uint8Array(1) },
      { name: 'a', media: '', bytes: 'text' },
    ],
    'shell:open-file': [
      { label: 'x', endings: ['../x'] },
      { label: 'x', endings: 'txt' },
    ],
    'shell:print': ['', 5, { html: '' }],
  };
  for (const [channel, inputs] of Object.entries(malformed))
    for (const input of inputs)
      await expect(electron.ipc.invokeAs(id, page, channel, input)).rejects.toThrow('"code": ');
  electron.ipc.sendAs(id, page, 'shell:notify', { title: 'x'.repeat(201), body: '' });
  expect(electron.notifications.shown).toEqual([]);
  expect(logged()).toContain('shell:notify: ');
});

it('gives the page the functions of the contract and nothing of Electron', async () => {
  const { page: shown, bridge } = await startShell(newShellPlaces(), { isPackaged: true });
  expect(Object.keys(bridge).sort()).toEqual([
    'notify',
    'onMachineLock',
    'openFile',
    'print',
    'requestPort',
    'saveFile',
  ]);
  expect(JSON.stringify(Object.keys(shown.window.exposed))).toBe('["shellBridge"]');
});

it('is told that something was copied, never what', async () => {
  const { electron, page: shown, logged } = await startShell();
  shown.window.dispatchEvent(new Event('copy'));
  await until('the shell looks at the clipboard', () => electron.clipboard.looks > 0);
  expect(logged()).not.toContain('shell:copied');
});
