// Electron's security checklist (electronjs.org/docs/latest/tutorial/security), item by item, against the running shell,
// its sources and the configuration of its installers.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { windowPolicy } from '../../../src-shared/contract/content-policy.ts';
import { projectFiles, projectFolder, projectText } from '../../support/project-files.ts';
import { buildShell, type StartedShell, startShell } from '../../support/started-shell.ts';

beforeAll(buildShell);

/** Every file in which Electron may be imported, and the window. */
const shellText = [
  'src-main/electron.ts',
  'src-main/preload.ts',
  ...projectFiles('src-main/shell', ['.ts']),
  ...projectFiles('src-renderer', ['.ts', '.tsx', '.html']),
].map((path) => ({ path, text: projectText(path) }));

function placesOf(pattern: RegExp): readonly string[] {
  return shellText.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

function preferencesOf({ window }: StartedShell) {
  return window.options.webPreferences ?? {};
}

function majorOf(version: string): number {
  return Number(/\d+/.exec(version)?.[0]);
}

const page = { origin: 'app://desk', parent: null };

describe('Electron’s security checklist', () => {
  it('1. loads only what it brings: no address of a network in shell or window, none reached by any session', async () => {
    const { electron } = await startShell();
    const foreign = /["'`](?:https?|wss?):\/\/(?!127\.0\.0\.1|www\.w3\.org\/)[a-z0-9]/i;
    expect(placesOf(foreign)).toEqual([]);
    for (const session of [electron.sessions.usual, ...electron.sessions.byPartition.values()])
      expect(await session.load('https://example.org/script.js')).toBe('blocked');
  });

  it('2. gives no page Node', async () => {
    const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = preferencesOf(await startShell());
    expect([nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames]).toEqual([false, false, false]);
  });

  it('3. isolates the preload’s context', async () => {
    const shell = await startShell();
    expect(preferencesOf(shell).contextIsolation).toBe(true);
    expect(Object.keys(shell.page.window.exposed)).toEqual(['shellBridge']);
  });

  it('4. sandboxes every page', async () => {
    expect(preferencesOf(await startShell()).sandbox).toBe(true);
    expect(placesOf(/sandbox:\s*false|nodeIntegration\w*:\s*true/)).toEqual([]);
    // Only whoever starts the desk as root on Linux says so himself; nothing here adds the switch.
    expect(placesOf(/appendSwitch\(\s*['"]no-sandbox/)).toEqual([]);
    expect(placesOf(/app\.enableSandbox\(\)/)).toEqual(['src-main/shell/quiet-chromium.ts']);
  });

  it('5. refuses every request for a permission', async () => {
    const { electron } = await startShell();
    for (const session of [electron.sessions.usual, ...electron.sessions.byPartition.values()])
      expect(session.permission('media')).toEqual({ granted: false, checked: false, device: false });
  });

  it('6. leaves web security on', async () => {
    expect(preferencesOf(await startShell()).webSecurity).toBe(true);
    expect(placesOf(/webSecurity:\s*false|disable-web-security/)).toEqual([]);
  });

  it('7. sends a content security policy that allows nothing inline, nothing evaluated and nobody else', () => {
    const policy = windowPolicy('abc');
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy.split('; ').slice(0, 2)).toEqual(["default-src 'none'", "script-src 'self'"]);
    expect(placesOf(/dangerouslySetInnerHTML|\beval\(|new Function\(/)).toEqual([]);
  });

  it('8. runs no insecure content', async () => {
    expect(preferencesOf(await startShell()).allowRunningInsecureContent).toBe(false);
  });

  it('9. uses no experimental feature', async () => {
    expect(preferencesOf(await startShell()).experimentalFeatures).toBe(false);
  });

  it('10. switches no feature of Blink on', async () => {
    expect(preferencesOf(await startShell())).not.toHaveProperty('enableBlinkFeatures');
    expect(placesOf(/enableBlinkFeatures|enable-blink-features/)).toEqual([]);
  });

  it('11. has no webview, so that none allows popups', async () => {
    expect(preferencesOf(await startShell()).webviewTag).toBe(false);
    expect(placesOf(/<webview|allowpopups/)).toEqual([]);
  });

  it('12. refuses a webview whatever its options are', async () => {
    const { window } = await startShell();
    expect(window.webContents.triesToAttach()).toBe(false);
  });

  it('13. goes nowhere else', async () => {
    const { window } = await startShell();
    expect(window.webContents.triesToGo('https://example.org/')).toBe(false);
  });

  it('14. opens no second window', async () => {
    const { window } = await startShell();
    expect(window.webContents.triesToOpen('app://desk/')).toBe(false);
  });

  it('15. hands nothing to the system to open', () => {
    expect(placesOf(/openExternal|openPath|showItemInFolder/)).toEqual([]);
  });

  it('16. is pinned to an Electron of which no older major is built', () => {
    const { devDependencies } = JSON.parse(projectText('package.json'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    const installed = JSON.parse(readFileSync(join(projectFolder, 'node_modules/electron/package.json'), 'utf8'));
    expect(installed.version).toBe(devDependencies.electron);
    expect(majorOf(installed.version)).toBeGreaterThanOrEqual(45);
  });

  it('17. asks of every message who sent it', async () => {
    const { electron, window } = await startShell();
    const stranger = { origin: 'https://example.org', parent: null };
    const print = electron.ipc.invokeAs(window.webContents.id, stranger, 'shell:print', '<p>');
    await expect(print).rejects.toThrow('shell:print refused: from https://example.org');
    expect(placesOf(/ipcMain/)).toEqual(['src-main/shell/serve-shell.ts']);
  });

  it('18. shows its page by a protocol of its own, not from a file', async () => {
    const { electron, window } = await startShell();
    expect(window.webContents.page?.window.origin).toBe('app://desk');
    expect(await electron.sessions.usual.load('file:///etc/passwd')).toBe('blocked');
    expect(placesOf(/loadFile\(|["'`]file:\/\//)).toEqual([]);
  });

  it('19. is packed with every fuse closed', () => {
    const fuses = Object.fromEntries(
      [...projectText('electron-builder.yml').matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [
        name,
        value === 'true',
      ]),
    );
    expect(fuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('20. shows the page functions of its own, none of Electron’s', async () => {
    const { bridge, electron, window } = await startShell();
    for (const given of Object.values(bridge)) expect(typeof given).toBe('function');
    expect(placesOf(/exposeInMainWorld/)).toEqual(['src-main/preload.ts']);
    expect(projectText('src-main/preload.ts')).not.toMatch(/ipcRenderer\s*[,}]\s*\)|: ipcRenderer\b/);
    await expect(electron.ipc.invokeAs(window.webContents.id, page, 'shell:run', 'rm')).rejects.toThrow();
  });
});
