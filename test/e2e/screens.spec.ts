// Every screen as it looks: nothing serious for axe in either language and theme, and a picture of each for
// people to look at (test-results/screens, or the folder that DESK_PICTURES names).

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, test } from './support/desk.ts';
import { picture } from './support/screen.ts';

const places = [
  ['today', '/'],
  ['tasks', '/tasks'],
  ['list', '/list/found_item'],
  ['new', '/new/found_item'],
  ['search', '/search'],
  ['registers', '/registers'],
  ['register', '/registers/found_item'],
  ['templates', '/registers/templates'],
  ['reports', '/reports'],
  ['imports', '/registers/import'],
  ['custody', '/custody'],
  ['delivery', '/delivery'],
  ['stick', '/delivery/stick'],
  ['privacy', '/privacy'],
  ['shift', '/shift'],
  ['audit', '/audit'],
  ['settings', '/settings'],
] as const;

/** Goes there, and waits until the title of the page before has gone. */
async function open(page: Page, path: string): Promise<void> {
  const title = page.locator('#page-title:not([data-left])');
  await title.evaluate((before) => before.setAttribute('data-left', ''));
  await goTo(page, path);
  await expect(title).toBeVisible();
}

/** Waits until nothing on the page says that it is still reading. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^(正在读取|Reading)/)).toHaveCount(0);
}

/** A returned wallet: its page, a step that asks, and its receipt as it prints. */
async function lookAtRecord(page: Page, look: string, examine: typeof expectAccessible): Promise<void> {
  await goTo(page, '/list/found_item');
  await page.getByRole('row', { name: /荆山陈夜市/ }).click();
  await expect(page.locator('#page-title')).toContainText('荆山陈夜市');
  await settled(page);
  await examine(page);
  await picture(page, `record-${look}`);
  await page.evaluate(() => {
    window.location.hash += '/papers/acceptance_receipt';
  });
  await expect(page.frameLocator('iframe').getByRole('heading', { name: '拾得物品受理回执' }).first()).toBeVisible();
  await settled(page);
  await picture(page, `paper-${look}`);
  // What looks for barriers puts styles into every frame, and the paper's content policy refuses them.
  await open(page, '/');
  await settled(page);
}

async function lookAround(page: Page, look: string, examine = expectAccessible): Promise<void> {
  await open(page, '/delivery');
  for (const [name, path] of places) {
    await open(page, path);
    await settled(page);
    await examine(page);
    await picture(page, `${name}-${look}`);
  }
  await lookAtRecord(page, look, examine);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('li');
  await expect(page.getByRole('option').first()).toBeVisible();
  await examine(page);
  await picture(page, `find-${look}`);
  await page.keyboard.press('Escape');
}

test('the screens in Chinese, light', async ({ deskPage: page }) => {
  test.setTimeout(180_000);
  await lookAround(page, 'zh-light');
});

test('the screens in English, dark', async ({ deskPage: page }) => {
  test.setTimeout(180_000);
  await goTo(page, '/settings');
  await page.getByText('深色', { exact: true }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await lookAround(page, 'en-dark');
});

test('the screens in the largest letters', async ({ deskPage: page }) => {
  test.setTimeout(180_000);
  await goTo(page, '/settings');
  await page.getByText('特大', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-text-size', 'larger');
  // Names, roles and contrast are those of the letters of usual size.
  await lookAround(page, 'zh-larger', () => Promise.resolve());
});
