// A real desk for a browser test: the built browser shell in a directory of its own, empty or full of sample records.
// A test that leaves an error in the browser's console fails, and so does one that breaks the content security policy.

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { samplePassword } from '../../../src-main/serve/sample-desk.ts';

export { samplePassword };

export type RunningDesk = {
  /** Opens the desk once; use the page's cookie afterwards. */
  readonly address: string;
  readonly directory: string;
  readonly process: ChildProcess;
  /** Ends it in order, as Ctrl+C does. */
  readonly stop: () => Promise<void>;
  /** Everything it has printed. */
  readonly output: () => string;
};

const program = join(import.meta.dirname, '../../../out/main/browser.js');
/** Milliseconds for a desk to print its address; making the sample takes the longest. */
const startLimit = 60_000;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Starts the browser shell without a window. Rejects with what it printed when it does not come up. */
export async function startDesk(directory: string, ...more: readonly string[]): Promise<RunningDesk> {
  const child = spawn(process.execPath, [program, '--dir', directory, '--port', '0', '--no-open', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the desk did not start: ${output}`)), startLimit);
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+\/enter\S+/.exec(output)?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the desk ended with ${code}: ${output}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended(child);
  };
  return { address, directory, process: child, stop, output: () => output };
}

/** Lets the page go before its desk does, so that what it was still reading is no complaint. */
async function leave(page: Page): Promise<void> {
  if (!page.isClosed()) await page.goto('about:blank');
}

function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'case-desk-e2e-'));
}

/** Signs in on the sign-in page that is shown, as the person whose name is given or the one that is chosen. */
export async function signIn(page: Page, name?: string, password: string = samplePassword): Promise<void> {
  await page.getByRole('listbox').waitFor();
  if (name !== undefined) {
    const person = page.getByRole('option', { name: new RegExp(name) });
    await person.click();
    await expect(person).toHaveAttribute('aria-selected', 'true');
  }
  const field = page.getByRole('textbox', { name: /^(密码|Password)$/ });
  await field.fill(password);
  await field.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

/** Two keystrokes and the PIN. Who has one stands first, by the digit 1. */
export async function changeByPin(page: Page, pin: string): Promise<void> {
  await page.keyboard.press('Control+Shift+U');
  await expect(page.getByRole('dialog').getByRole('listbox')).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

/** Goes to an address of the window: `/list/found_item`. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

type Fixtures = {
  /** A desk that was never set up. */
  readonly emptyDesk: RunningDesk;
  /** A desk full of sample records. */
  readonly sampleDesk: RunningDesk;
  /** A page with the sample desk open and its first person (the head) signed in. */
  readonly deskPage: Page;
  readonly noComplaints: undefined;
};
type WorkerFixtures = { readonly sampleTemplate: string };

export const test = base.extend<Fixtures, WorkerFixtures>({
  sampleTemplate: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
    async ({}, use) => {
      const directory = newDirectory();
      const desk = await startDesk(directory, '--sample');
      await desk.stop();
      await use(directory);
      rmSync(directory, { recursive: true });
    },
    { scope: 'worker', timeout: startLimit },
  ],
  emptyDesk: async ({ page }, use) => {
    const directory = newDirectory();
    const desk = await startDesk(directory);
    await use(desk);
    await leave(page);
    await desk.stop();
    rmSync(directory, { recursive: true });
  },
  sampleDesk: async ({ page, sampleTemplate }, use) => {
    const directory = newDirectory();
    cpSync(sampleTemplate, directory, { recursive: true });
    const desk = await startDesk(directory);
    await use(desk);
    await leave(page);
    await desk.stop();
    rmSync(directory, { recursive: true });
  },
  deskPage: async ({ page, sampleDesk }, use) => {
    await page.goto(sampleDesk.address);
    await signIn(page);
    await use(page);
  },
  noComplaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        // A desk that was ended refuses its window, or cuts what was being asked; the window tells the person, the browser tells the console.
        // So it is with a desk that was started anew and lets the old window in no more (403).
        const isRefusal = /ERR_CONNECTION_(?:REFUSED|RESET)|ERR_EMPTY_RESPONSE|response code: 403|status of 403/.test(
          message.text(),
        );
        if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
