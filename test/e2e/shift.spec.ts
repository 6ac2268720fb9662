// Several people on one open desk: changing over in two keystrokes and a PIN, the right author on everything.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { changeByPin, expect, goTo, samplePassword, signIn, test } from './support/desk.ts';
import { field } from './support/forms.ts';

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
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('000001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('还可再试 2 次');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^苏青禾/ })).toBeVisible();
  await expect(page).toHaveURL(/#\/list\/found_item/);
});

test('a shift is handed over and taken over by two people, on a sheet that prints', async ({ page, sampleDesk }) => {
  await page.goto(sampleDesk.address);
  await signIn(page, '苏青禾');
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByRole('heading', { name: '交接班' }).first()).toBeVisible();
  await page.getByRole('textbox', { name: '交办事项' }).fill('东门口的电动车已联系失主，明早来领');
  await expectAccessible(page);
  await page.getByRole('button', { name: '交班', exact: true }).click();
  const waiting = page.getByRole('region', { name: '等待接班' });
  await expect(waiting).toContainText('苏青禾');
  // The next person sees what they confirm.
  await expect(waiting).toContainText('交班人经办未结');
  await expect(waiting).toContainText('东门口的电动车已联系失主，明早来领');
  await waiting.getByRole('combobox', { name: '接班人' }).click();
  await page.getByRole('option', { name: '林予安' }).click();
  await waiting.getByRole('textbox', { name: '密码' }).fill(samplePassword);
  await expectAccessible(page);
  await waiting.getByRole('textbox', { name: '密码' }).press('Enter');
  await expect(page.getByRole('button', { name: /^林予安/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /苏青禾 .*林予安 已接班/ })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为 PDF' }).click();
  expect((await download).suggestedFilename()).toBe('交接班单（苏青禾至林予安）.pdf');
});

test('an edit is called away in the middle: the colleague neither sees nor saves it, and each save has its own author', async ({
  page,
  sampleDesk,
}) => {
  await page.goto(sampleDesk.address);
  await signIn(page, '苏青禾');
  await setPin(page);
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '林予安');
  await goTo(page, '/list/found_item');
  await page.getByRole('row', { name: /方岩路公交站台/ }).click();
  await expect(page.locator('#page-title')).toContainText('方岩路公交站台');
  await page.getByRole('button', { name: /^修改/ }).first().click();
  const remark = field(page, '备注');
  await remark.fill('林予安写到一半');
  await changeByPin(page, pin);
  await expect(page.getByRole('button', { name: /^苏青禾/ })).toBeVisible();
  await expect(remark).toHaveValue('');
  await remark.fill('苏青禾补记');
  await page.keyboard.press('F8');
  const timeline = page.getByRole('tabpanel', { name: '历史' });
  await expect(timeline).toContainText('苏青禾');
  await expect(page.getByText('林予安写到一半')).toHaveCount(0);

  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '林予安');
  await expect(page.getByText(/草稿/).first()).toBeVisible();
});
