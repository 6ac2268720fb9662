// What is typed is never lost: not by a reload, a lock, a change of person or a closed form; and a save can be undone.

import type { Page } from '@playwright/test';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { field, save, type } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.beforeEach(async ({ page, sampleDesk }) => {
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
});

async function begin(page: Page, title: string): Promise<void> {
  await goTo(page, '/new/handbook_task');
  await type(page, '工作事项', title);
}

test('a reload loses at most a second: the draft is offered and gone on with', async ({ page }) => {
  await begin(page, '走访三号楼');
  await expect(page.locator('[data-draft-kept]')).toBeVisible();
  await page.reload();
  await signIn(page, '陈晓岚');
  await goTo(page, '/new/handbook_task');
  await page.locator('[data-draft-offer]').getByRole('link', { name: '继续填写' }).click();
  await expect(field(page, '工作事项')).toHaveValue('走访三号楼');
  await type(page, '最终办结时限', '2027-01-10 18:00');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('走访三号楼');
  await goTo(page, '/new/handbook_task');
  await expect(field(page, '工作事项')).toHaveValue('');
  await expect(page.locator('[data-draft-offer]')).toBeHidden();
});

test('a lock keeps what was typed a moment ago, for that person alone', async ({ page }) => {
  await begin(page, '锁屏前写下的事项');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '林予安');
  await goTo(page, '/new/handbook_task');
  await expect(field(page, '工作事项')).toHaveValue('');
  await expect(page.locator('[data-draft-offer]')).toBeHidden();
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '陈晓岚');
  await goTo(page, '/new/handbook_task');
  await page.locator('[data-draft-offer]').getByRole('link', { name: '继续填写' }).click();
  await expect(field(page, '工作事项')).toHaveValue('锁屏前写下的事项');
});

test('Escape asks before unsaved work is left; a draft can be kept or thrown away', async ({ page }) => {
  await begin(page, '写了一半');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog');
  await expect(question).toContainText('还没有保存');
  await question.getByRole('button', { name: '继续填写' }).click();
  await expect(question).toBeHidden();
  await expect(field(page, '工作事项')).toHaveValue('写了一半');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: '留作草稿' }).click();
  await expect(page).toHaveURL(/#\/list\/handbook_task/);
  await goTo(page, '/');
  await expect(page.getByRole('region', { name: '未保存的草稿' })).toContainText('新增工作手册');
  await goTo(page, '/new/handbook_task');
  await page.locator('[data-draft-offer]').getByRole('button', { name: '丢弃' }).click();
  await expect(page.locator('[data-draft-offer]')).toBeHidden();
});

test('an edit sends only what was touched, shows its differences, and is undone by a change of its own', async ({
  page,
}) => {
  await begin(page, '核对电表');
  await type(page, '最终办结时限', '2027-01-10 18:00');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('核对电表');
  await page.keyboard.press('e');
  await type(page, '工作事项', '核对水表');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('核对水表');
  const last = page.locator('[data-change]').first();
  await expect(last.locator('[data-difference]')).toHaveCount(1);
  await expect(last).toContainText('核对电表 → 核对水表');
  await page.getByRole('alert').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('核对电表');
  await expect(page.locator('[data-change]')).toHaveCount(3);
});

test('an unfinished edit of a record is taken up again where it was left', async ({ page }) => {
  await begin(page, '巡查河道');
  await type(page, '最终办结时限', '2027-01-10 18:00');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('巡查河道');
  await page.keyboard.press('e');
  await type(page, '注意要点', '带上救生圈');
  await expect(page.locator('[data-draft-kept]')).toBeVisible();
  await page.reload();
  await signIn(page, '陈晓岚');
  await expect(field(page, '注意要点')).toHaveValue('带上救生圈');
  await expect(page.locator('[data-draft-resumed]')).toBeVisible();
  await save(page);
  await expect(page.getByRole('tab', { name: '历史' })).toBeVisible();
  await expect(page.locator('[data-path=points]')).toContainText('带上救生圈');
  await page.keyboard.press('e');
  await type(page, '注意要点', '算了');
  await expect(page.locator('[data-draft-kept]')).toBeVisible();
  await page.reload();
  await signIn(page, '陈晓岚');
  await page.locator('[data-draft-resumed]').getByRole('button', { name: '丢弃' }).click();
  await expect(field(page, '注意要点')).toHaveValue('带上救生圈');
});
