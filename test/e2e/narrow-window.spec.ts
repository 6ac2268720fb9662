// A small window and the largest letters: everything a person presses stays within the window.

import type { Page } from '@playwright/test';
import { expect, goTo, test } from './support/desk.ts';

test.use({ viewport: { width: 1024, height: 700 } });

/** What stands wholly or partly outside the window's right edge on the page that is shown. */
async function outside(page: Page): Promise<readonly string[]> {
  return page.locator('#main').evaluate((main) =>
    [...main.querySelectorAll('button, a, input, textarea, [role=tab]')]
      .filter((element) => !element.closest('table, details:not([open])'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.right > window.innerWidth)
      .map(({ element }) => (element.textContent || element.id).trim()),
  );
}

/** Once everything on the page has come. */
async function expectNothingOutside(page: Page): Promise<void> {
  await expect(page.getByText(/^(正在读取|Reading)/)).toHaveCount(0);
  await expect.poll(() => outside(page)).toEqual([]);
}

async function open(page: Page, path: string, ready: string): Promise<void> {
  await goTo(page, path);
  await expect(page.locator(ready).first()).toBeVisible();
}

for (const language of ['中文', 'English']) {
  test(`nothing lies outside a window of 1024 × 700 with the largest letters (${language})`, async ({
    deskPage: page,
  }) => {
    await goTo(page, '/settings');
    await page.getByText('特大', { exact: true }).click();
    await page.getByText(language, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-text-size', 'larger');
    await expect(page.locator('html')).toHaveAttribute('lang', language === '中文' ? /^zh/ : 'en');
    await open(page, '/', '[role=region] a, section a');
    await expectNothingOutside(page);
    await open(page, '/new/found_item', '[data-path=found_at]');
    await expectNothingOutside(page);
    const width = async () => (await page.locator('[data-path=found_at] input').boundingBox())?.width;
    await expect.poll(width, { message: 'a time fits its field' }).toBeGreaterThan(150);
    await open(page, '/list/found_item', '[role=row]:not([aria-busy=true]) >> nth=3');
    await page.getByRole('row').nth(3).click();
    await expect(page.locator('[data-record-number]')).toBeVisible();
    await expectNothingOutside(page);
    await page.locator('button[data-step], a[data-step]').first().click();
    await expect(page.getByRole('complementary').getByRole('heading')).toBeVisible();
    await expectNothingOutside(page);
  });
}
