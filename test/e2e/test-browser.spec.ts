// The browser that the tests found is a real one: it lays out Chinese text and runs the language the window is built for.

import { expect, test } from '@playwright/test';

test('the browser of the tests shows Chinese text and understands modern script', async ({ page }) => {
  await page.setContent('<!doctype html><html lang="zh-CN"><h1>基层案台</h1></html>');
  await expect(page.getByRole('heading')).toHaveText('基层案台');
  expect(await page.evaluate(() => [3, 1, 2].toSorted().at(-1))).toBe(3);
});
