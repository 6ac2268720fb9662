// The browser of the tests: the packaged headless shell, which is the same everywhere and needs a quarter of the time of a
// whole browser without its window; else one as the product finds it, then one that Playwright downloaded.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { quietFlags, runsAsRoot } from '../../src-main/print/browser-flags.ts';
import { bundledBrowser } from '../../src-main/print/bundled-browser.ts';
import { type FoundBrowser, findBrowser, thisMachine } from '../../src-main/print/find-browser.ts';
import { assert } from '../../src-shared/base/assert.ts';

function playwrightsOwn(): Promise<FoundBrowser | null> {
  const program = chromium.executablePath();
  return Promise.resolve(existsSync(program) ? { program, env: {}, hasWindow: true } : null);
}

function packaged(): Promise<FoundBrowser | null> {
  return bundledBrowser(fileURLToPath(new URL('../../.cache/headless-browser', import.meta.url)));
}

/** Finds a browser or throws with what to do: a test run without one proves nothing. */
export async function findTestBrowser(): Promise<FoundBrowser> {
  const shell = process.env['DESK_BROWSER'] === undefined ? await packaged() : null;
  if (shell !== null) return shell;
  const found = await findBrowser(thisMachine, [playwrightsOwn]);
  assert(found.ok, 'no browser for the tests: install Chromium or set DESK_BROWSER');
  return found.value;
}

/** What Playwright needs to start that browser. */
export async function testBrowserLaunchOptions() {
  const { program, env } = await findTestBrowser();
  return {
    executablePath: program,
    env: { ...process.env, ...env },
    args: [...quietFlags({ asRoot: runsAsRoot() })],
    chromiumSandbox: !runsAsRoot(),
  };
}
