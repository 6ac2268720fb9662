// Custody through the window, from the keyboard alone: a shelf is counted, and its sheet prints.

import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { goTo, test } from './support/desk.ts';

/** What a scanner does: types, then Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /扫描标签/ })).toHaveValue('');
}

/** Chooses in the list that has the focus, by what is typed. */
async function choose(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a shelf is counted from the keyboard, and the discrepancy sheet is printed and kept', async ({
  deskPage: page,
}) => {
  await goTo(page, '/custody');
  await expect(page.getByRole('combobox', { name: '位置' })).toBeFocused();
  await choose(page, '全部位置');
  await page.getByRole('button', { name: '开始盘点' }).press('Enter');
  await expect(page.getByRole('heading', { name: '盘点：全部位置' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /扫描标签/ })).toBeFocused();
  const first = page.locator('tr[data-result="missing"]').first();
  const number = await first.getByRole('link').innerText();
  await scan(page, number);
  await expect(page.getByRole('status')).toContainText(`相符：${number}`);
  await scan(page, '旧标签');
  await expect(page.getByRole('status')).toContainText('查无记录：旧标签');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('textbox', { name: '差异说明' }).fill('其余待查');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: '保管物品盘点差异表' })).toBeVisible();
  await expect(paper.getByText('其余待查')).toBeVisible();
  await goTo(page, '/custody');
  await expect(page.getByRole('region', { name: '最近的单据' }).getByText('已完成')).toBeVisible();
});
