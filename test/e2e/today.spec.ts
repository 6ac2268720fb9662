// The first page tells what to do next.

import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/desk.ts';

test('Today shows what is overdue, due, waiting and in custody, and a click opens it', async ({ deskPage: page }) => {
  const overdue = page.getByRole('region', { name: '已超期' });
  await expect(overdue.getByRole('link').first()).toContainText('超期');
  await expect(page.getByRole('region', { name: '在库物品' }).getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
  const first = overdue.getByRole('link').first();
  const written = first.locator('span').filter({ hasText: /号$/ }).last();
  await expect(written).toBeVisible();
  const number = await written.textContent();
  await first.click();
  await expect(page).toHaveURL(/#\/records\//);
  await expect(page.getByRole('main')).toContainText(number ?? 'no number');
});

test('the to-do page has everything overdue first, and only mine when asked', async ({ deskPage: page }) => {
  await page.getByRole('link', { name: /^待办/ }).click();
  const overdue = page.getByRole('region', { name: '已超期' });
  await expect(overdue.getByRole('link').first()).toBeVisible();
  const all = await overdue.getByRole('link').count();
  expect(all).toBeGreaterThan(0);
  await page.getByText('只看我的').click();
  await expect.poll(() => overdue.getByRole('link').count()).toBeLessThan(all);
  await expectAccessible(page);
});
