// The whole frame without a mouse.

import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/desk.ts';

test('Alt and a digit go to each place, and the focus goes where the next key does something', async ({
  deskPage: page,
}) => {
  const links = page.getByRole('navigation').getByRole('link');
  const count = Math.min(9, await links.count());
  for (let digit = 1; digit <= count; digit += 1) {
    await page.keyboard.press(`Alt+${digit}`);
    await expect(links.nth(digit - 1)).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('#main :focus')).toHaveCount(1);
  }
});

test('F1 lists the keys, and Escape gives the focus back', async ({ deskPage: page }) => {
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the first Tab offers to skip the navigation', async ({ deskPage: page }) => {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('an address that leads nowhere says so and leads back', async ({ deskPage: page }) => {
  await page.evaluate(() => {
    window.location.hash = '/nowhere';
  });
  await expect(page.getByRole('heading', { name: '没有这一页' })).toBeVisible();
  await page.getByRole('link', { name: '回到今日' }).press('Enter');
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();
});
