// The desk in the real Electron: started on a directory of its own, its window ready, its console without complaints. What
// the system would ask a person (where to save, which printer) is answered by the test.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';
import { findElectron } from '../../../scripts/launch/electron.mjs';
import { required } from '../../../src-shared/base/assert.ts';

const root = join(import.meta.dirname, '../../..');

export type DeskWindow = {
  readonly program: ElectronApplication;
  readonly page: Page;
  /** Folder of the test, with the desk in `desk`. */
  readonly folder: string;
};

export async function startDesk(folder: string): Promise<Omit<DeskWindow, 'folder'>> {
  const program = await electron.launch({
    executablePath: required(findElectron(), 'the suite runs where Electron is'),
    args: [root, '--dir', join(folder, 'desk')],
    cwd: root,
    env: { ...definedOf(process.env), XDG_CONFIG_HOME: join(folder, 'config') },
    // Root cannot have Chromium's sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await program.firstWindow();
  await page.waitForLoadState();
  return { program, page };
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Saves go to this file without asking. */
export async function answerSaveDialog(program: ElectronApplication, path: string): Promise<void> {
  await program.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Prints go nowhere and succeed; gives how many there were. */
export async function answerPrintDialog(program: ElectronApplication): Promise<() => Promise<number>> {
  await program.evaluate(({ app }) => {
    let prints = 0;
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, callback) => {
        prints += 1;
        callback?.(true, '');
      };
    });
    Object.assign(globalThis, { printsOfTest: () => prints });
  });
  return () => program.evaluate(() => Number(Reflect.get(globalThis, 'printsOfTest')()));
}

export const test = base.extend<{ readonly desk: DeskWindow }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  desk: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'case-desk-electron-'));
    const started = await startDesk(folder);
    const complaints: string[] = [];
    started.page.on('console', (message) => {
      // A test asks for an address that is not there; the window itself asks for none.
      const isAbsent =
        message.text().startsWith('Failed to load resource') && message.location().url.endsWith('/nothing.html');
      if (message.type() === 'error' && !isAbsent) complaints.push(message.text());
    });
    started.page.on('pageerror', (error) => complaints.push(error.message));
    await use({ ...started, folder });
    await started.program.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(complaints).toEqual([]);
  },
});

export { expect };
