// Ctrl+K finds by Chinese, pinyin, initials, last digits and number, and leaves the input method alone.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/desk.ts';

/** Opens the search and types what many records have, until they are there. */
async function findMany(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '搜索' }).fill('社区');
  await expect(page.getByRole('status').last()).toContainText('条结果');
  await expect(page.getByRole('option').nth(1)).toBeVisible();
}

test('the ways in which a person looks for something all find it', async ({ deskPage: page }) => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused();
  for (const query of ['荆山陈', 'jingshan', 'jscys']) {
    // What was asked before is gone first: each way must find it by itself.
    await page.getByRole('combobox', { name: '搜索' }).fill('不存在的东西');
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.getByRole('combobox', { name: '搜索' }).fill(query);
    await expect(page.getByRole('option').first(), query).toContainText('荆山陈夜市');
  }
  await expectAccessible(page);
});

test('arrow keys choose among the groups and Enter opens', async ({ deskPage: page }) => {
  await findMany(page);
  await page.keyboard.press('ArrowDown');
  const chosen = page.getByRole('option').nth(1);
  await expect(chosen).toHaveAttribute('aria-selected', 'true');
  const number = /样例所.〔\d{4}〕\d+号/.exec((await chosen.textContent()) ?? '')?.[0] ?? 'no number';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/records\//);
  await expect(page.getByRole('main')).toContainText(number);
});

test('Enter that only ends a composition opens nothing', async ({ deskPage: page }) => {
  await findMany(page);
  const field = page.getByRole('combobox', { name: '搜索' });
  await field.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true }),
    );
    element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '社区' }));
  });
  await expect(field).toBeVisible();
  await expect(page).not.toHaveURL(/records/);
});

test('a kind narrows the search, and what is not found is said with advice', async ({ deskPage: page }) => {
  await findMany(page);
  await page.getByRole('group', { name: '业务种类' }).getByRole('button', { name: '救助' }).click();
  await expect(page.getByRole('option').filter({ hasText: /所拾〔/ })).toHaveCount(0);
  await page.getByRole('combobox', { name: '搜索' }).fill('不存在的东西');
  await expect(page.getByText('没有找到“不存在的东西”')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
});
