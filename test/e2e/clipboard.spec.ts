// What was copied in the browser's window does not lie in the clipboard for ever.

import type { Page } from '@playwright/test';
import { expect, goTo, test } from './support/desk.ts';
import { field, type } from './support/forms.ts';

const number = '330784199001011234';

/** Ctrl+C or Ctrl+X over a field, as a person does it. */
async function copy(page: Page, keys: 'Control+C' | 'Control+X' = 'Control+C'): Promise<void> {
  await goTo(page, '/new/handbook_task');
  await type(page, '工作事项', number);
  await field(page, '工作事项').selectText();
  await page.keyboard.press(keys);
  await page.clock.runFor(1_000);
}

/** A page may read only once it is allowed to, which the window never asks for; what is not named here would be refused. */
async function clipboardOf(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(() => navigator.clipboard.readText());
}

test.beforeEach(async ({ deskPage: page }) => {
  // A desktop browser lets a page write by itself; a bare headless shell has to be told.
  await page.context().grantPermissions(['clipboard-write']);
  await page.clock.install();
});

for (const keys of ['Control+C', 'Control+X'] as const)
  test(`after a minute in the same window the clipboard is empty: ${keys}`, async ({ deskPage: page }) => {
    // A minute later no key was pressed and nothing was clicked for long: then a browser refuses to begin writing.
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no key', 'NotAllowedError'));
    });
    await copy(page, keys);
    await page.clock.runFor(58_000);
    expect(await clipboardOf(page)).toBe(number);
    await page.clock.runFor(2_000);
    await expect.poll(() => clipboardOf(page)).toBe('');
  });

test('a lock empties it at once', async ({ deskPage: page }) => {
  await copy(page);
  await page.keyboard.press('Control+Shift+L');
  await expect.poll(() => clipboardOf(page)).toBe('');
});

test('what may have been copied elsewhere since then stays, unless the window may look', async ({ deskPage: page }) => {
  await copy(page);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await page.clock.runFor(61_000);
  expect(await clipboardOf(page)).toBe(number);
  // Now it may look: its own text goes, somebody else's stays.
  await copy(page);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await page.clock.runFor(61_000);
  await expect.poll(() => clipboardOf(page)).toBe('');
  await copy(page);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await page.evaluate(() => navigator.clipboard.writeText('别处复制的'));
  await page.clock.runFor(61_000);
  await page.keyboard.press('End');
  expect(await clipboardOf(page)).toBe('别处复制的');
});
