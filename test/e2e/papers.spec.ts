// A paper is seen as it prints, printed and saved with the record knowing of it.

import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a receipt is previewed, printed in two copies, saved as PDF, and both stand in the history', async ({
  page,
  sampleDesk,
}) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  await goTo(page, '/list/found_item');
  await page.getByRole('row').filter({ hasText: '保管中' }).first().click();
  await page.getByRole('tab', { name: '文书' }).click();
  await page.getByRole('link', { name: /^拾得物品清单/ }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.locator('.paper').first()).toBeVisible();
  await expectAccessible(page, 'iframe');
  await page.getByLabel('份数').fill('2');
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.getByText('已登记打印').last()).toBeVisible();
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: '存为 PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await page.getByRole('button', { name: '返回记录' }).click();
  await expect(page.locator('[data-change]').first()).toContainText('打印文书');
  await page.getByRole('tab', { name: '文书' }).click();
  await expect(page.getByRole('link', { name: /^拾得物品清单/ })).toContainText(/已打印 [34] 次/);
});
