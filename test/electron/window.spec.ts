// The window in the real Electron: closed to everything but the desk.

import { expect, test } from './support/desk-window.ts';

test('the window shows the desk and nothing of Electron, Node or the network', async ({ desk }) => {
  const { page, program } = desk;
  await expect(page.getByRole('heading', { name: '启用案台' })).toBeVisible({ timeout: 30_000 });
  expect(page.url()).toMatch(/^app:\/\/desk\//);
  const inside = await page.evaluate(() => ({
    names: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    bridge: Object.keys(Object(Reflect.get(window, 'shellBridge'))).sort(),
    isSecure: window.isSecureContext,
    origin: window.origin,
    opened: window.open('https://example.org/') === null,
  }));
  expect(inside).toEqual({
    names: [],
    bridge: ['notify', 'onMachineLock', 'openFile', 'print', 'requestPort', 'saveFile'],
    isSecure: true,
    origin: 'app://desk',
    opened: true,
  });
  expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the page cannot be led away, and gets no permission', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: '启用案台' })).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => window.location.assign('https://example.org/'));
  await page.waitForTimeout(500);
  expect(page.url()).toMatch(/^app:\/\/desk\//);
  const granted = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const;
    const states = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return states.map(({ state }) => state);
  });
  expect(granted).not.toContain('granted');
});

test('its pages come with their headers from the program itself', async ({ desk }) => {
  const answers = await desk.page.evaluate(async () => {
    const shown = async (address: string) => {
      const response = await fetch(address);
      return [response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')];
    };
    return Promise.all(['app://desk/', 'app://desk/print/print.css', 'app://desk/nothing.html'].map(shown));
  });
  expect(answers).toEqual([
    [200, 'text/html; charset=utf-8', 'nosniff'],
    [200, 'text/css; charset=utf-8', 'nosniff'],
    [404, 'text/plain; charset=utf-8', 'nosniff'],
  ]);
});

test('every page is sandboxed and apart from its preload', async ({ desk }) => {
  const metrics = await desk.program.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, sandboxed }) => ({ type, sandboxed })),
  );
  const pages = metrics.filter(({ type }) => type === 'Tab');
  expect(pages.length).toBeGreaterThan(0);
  // Only Windows and macOS tell; a sandbox that is off there is a fault.
  expect(pages.filter(({ sandboxed }) => sandboxed === false && process.platform !== 'linux')).toEqual([]);
  expect(await desk.page.evaluate(() => typeof Reflect.get(window, 'ipcRenderer'))).toBe('undefined');
});
