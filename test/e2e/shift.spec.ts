// Several people on one open desk: changing over in two keystrokes and a PIN, the right author on everything.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, samplePassword, signIn, test } from './support/desk.ts';

const pin = '730418';

async function setPin(page: Page): Promise<void> {
  await goTo(page, '/settings');
  await page.getByRole('textbox', { name: '登录密码' }).fill(samplePassword);
  await page.getByRole('textbox', { name: '新 PIN 码' }).fill(pin);
  await page.getByRole('textbox', { name: '再输一次 PIN 码' }).fill(pin);
  await page.getByRole('button', { name: '设置 PIN 码' }).click();
  await expect(page.getByText('已设置。再次填写即更换')).toBeVisible();
}

test('a colleague comes back with two keystrokes and a PIN, and the log has the right person', async ({
  page,
  sampleDesk,
}) => {
  await page.goto(sampleDesk.address);
  await signIn(page, '苏青禾');
  await setPin(page);
  await expectAccessible(page);
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '周明野');
  await goTo(page, '/list/found_item');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Control+Shift+U');
  await expect(page.getByRole('dialog').getByRole('listbox')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('1');
  await page.keyboard.type('000001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('还可再试 2 次');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^苏青禾/ })).toBeVisible();
  await expect(page).toHaveURL(/#\/list\/found_item/);
});
