// Two people change the same field at the same time: both values are kept and shown, and a person decides.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { field, save, type } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function openTask(page: Page, title: string): Promise<void> {
  await goTo(page, '/list/handbook_task');
  await page.getByRole('row').filter({ hasText: title }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
}

/** Both have the same record open for editing; each changes the points to watch; the second to save meets the first. */
async function disagree(first: Page, second: Page): Promise<void> {
  for (const page of [first, second]) {
    await openTask(page, '检查保险柜封签');
    await page.keyboard.press('e');
    await expect(field(page, '注意要点')).toBeVisible();
  }
  await type(first, '注意要点', '两人同时在场');
  await type(second, '注意要点', '先核对封签号');
  await save(first);
  await expect(first.getByRole('tab', { name: '历史' })).toBeVisible();
  await expect(second.locator('[data-overtaken]')).toBeVisible();
  await save(second);
}

test('both values stand side by side with who and when; one is kept, or a third is written', async ({
  page,
  context,
  sampleDesk,
}) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  const other = await context.newPage();
  other.setDefaultTimeout(10_000);
  await other.goto(new URL(page.url()).origin);
  await signIn(other, '林予安');
  await disagree(page, other);
  const conflict = other.locator('[data-conflict=points]');
  await expect(conflict).toContainText('两人同时在场');
  await expect(conflict).toContainText('先核对封签号');
  await expect(conflict).toContainText('陈晓岚');
  await expect(other.getByText('并行').first()).toBeVisible();
  await expectAccessible(other);
  await conflict.getByRole('button', { name: '另填一个值' }).click();
  await type(conflict, '注意要点', '两人同时在场，先核对封签号');
  await conflict.getByRole('button', { name: '采用所填的值' }).click();
  await expect(conflict).toBeHidden();
  await expect(other.locator('[data-path=points]')).toContainText('两人同时在场，先核对封签号');
  await expect(page.locator('[data-path=points]')).toContainText('两人同时在场，先核对封签号');
});

test('edits of different fields both stand, without a question', async ({ page, context, sampleDesk }) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  const other = await context.newPage();
  other.setDefaultTimeout(10_000);
  await other.goto(new URL(page.url()).origin);
  await signIn(other, '林予安');
  for (const each of [page, other]) {
    await openTask(each, '检查保险柜封签');
    await each.keyboard.press('e');
    await expect(field(each, '注意要点')).toBeVisible();
  }
  await type(page, '注意要点', '两人同时在场');
  await type(other, '备注', '月底前完成');
  await save(page);
  await save(other);
  for (const each of [page, other]) {
    await expect(each.locator('[data-path=points]')).toContainText('两人同时在场');
    await expect(each.locator('[data-path=remark]')).toContainText('月底前完成');
    await expect(each.locator('[data-conflict]')).toHaveCount(0);
  }
});

test('a masked number is shown only for a reason, and is never sent back masked', async ({ page, sampleDesk }) => {
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  await goTo(page, '/list/found_item');
  await page.getByRole('row').filter({ hasText: '认领审核' }).first().click();
  const number = page.locator('[data-path$="/claimant/id_no"]').first();
  await expect(number).toContainText('***');
  await number.getByRole('button', { name: '显示' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '显示' }).click();
  await expect(dialog).toContainText('请写明理由');
  await dialog.getByRole('textbox').fill('核对认领人身份');
  await dialog.getByRole('button', { name: '显示' }).click();
  await expect(number).toContainText(/\d{17}[\dX]/);
  await expect(dialog).toBeHidden();
  await page.keyboard.press('e');
  await type(page, '备注', '已核对');
  await save(page);
  const last = page.locator('[data-change]').first();
  await expect(last).toContainText('已核对');
  await expect(last.locator('[data-difference]')).toHaveCount(1);
});
