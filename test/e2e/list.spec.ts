// Lists: filters, order, columns, and every row by keyboard.

import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, test } from './support/desk.ts';

const found = /钱包 · 荆山陈夜市/;

test('a state filters the list, stays in the address, and is cleared again', async ({ deskPage: page }) => {
  await goTo(page, '/list/found_item');
  const grid = page.getByRole('grid');
  await expect(grid.getByText(found)).toBeVisible();
  const all = Number(await grid.getAttribute('aria-rowcount'));
  await page.getByRole('button', { name: '状态' }).first().click();
  await page.getByLabel('公告招领').check();
  await page.keyboard.press('Escape');
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(all);
  await expect(grid.getByText(found)).toHaveCount(0);
  await expect(page).toHaveURL(/statuses/);
  await expectAccessible(page);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', String(all));
});

test('a period without records says so and how to go on', async ({ deskPage: page }) => {
  await goTo(page, '/list/found_item?from=1990-01-01&to=1990-12-31');
  await expect(page.getByRole('heading', { name: '没有符合条件的记录' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '清除筛选' }).last().click();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('arrow keys move, Enter opens, going back returns to the row', async ({ deskPage: page }) => {
  await goTo(page, '/list/found_item');
  const grid = page.getByRole('grid');
  await expect(grid).toBeFocused();
  await expect(grid.getByText(found)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const chosen = grid.locator('[aria-selected="true"]');
  await expect(chosen).toHaveAttribute('aria-rowindex', '3');
  await expect(chosen.getByRole('gridcell').first()).toHaveText(/号/);
  const number = (await chosen.getByRole('gridcell').first().textContent()) ?? 'no number';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/records\//);
  await expect(page.getByRole('main')).toContainText(number);
  await page.goBack();
  await expect(chosen).toHaveAttribute('aria-rowindex', '3');
  await expect(grid).toBeFocused();
  await page.keyboard.press('End');
  await expect(chosen).toHaveAttribute('aria-rowindex', (await grid.getAttribute('aria-rowcount')) ?? '');
});

test('the order follows the column one asks for', async ({ deskPage: page }) => {
  await goTo(page, '/list/found_item');
  const firstRow = page.getByRole('grid').locator('[aria-rowindex="2"]');
  await expect(firstRow).toContainText('号');
  await page.getByRole('columnheader', { name: '拾得时间' }).getByRole('button').click();
  await expect(firstRow).toContainText('2025-03-28');
  await expect(page.getByRole('columnheader', { name: '拾得时间' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('columnheader', { name: '拾得时间' }).getByRole('button').click();
  await expect(firstRow).not.toContainText('2025-03-28');
});

test('the columns one chooses are there again the next time', async ({ deskPage: page }) => {
  await goTo(page, '/list/found_item');
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByLabel('最后修改').check();
  await page.getByLabel('期限').uncheck();
  await page.keyboard.press('Escape');
  await goTo(page, '/list/visit');
  await expect(page.getByRole('columnheader', { name: '期限' })).toBeVisible();
  await goTo(page, '/list/found_item');
  await expect(page.getByRole('columnheader', { name: '最后修改' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '期限' })).toHaveCount(0);
});

test('N begins a new record, but not while one types', async ({ deskPage: page }) => {
  await goTo(page, '/list/rescue');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('n');
  await expect(page.getByRole('combobox', { name: '搜索' })).toHaveValue('n');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/new\/rescue/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('救助');
});
