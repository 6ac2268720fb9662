// A superior's blank form through the window: dropped in, bound by clicking, filled, and right in another reader.

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { blankForm } from '../src-main/templates/blank-form.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, test } from './support/desk.ts';
import { goBackTo } from './support/report-page.ts';

/** Chooses a file of that content as the new form. */
async function choose(page: Page, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles({ name: '失物招领月报.xlsx', mimeType: 'application/octet-stream', buffer });
}

async function pick(page: Page, box: Locator, name: string): Promise<void> {
  await box.click();
  await page.getByRole('option', { name, exact: true }).click();
  await expect(box).toHaveValue(name);
}

test('a blank form is chosen, its cells are bound by clicking, and it is filled for a month', async ({
  deskPage: page,
}) => {
  test.setTimeout(120_000);
  await page.getByRole('link', { name: '台账', exact: true }).click();
  await page.getByRole('link', { name: '填上级表格' }).click();
  await choose(page, Buffer.from('<html><table><tr><td>网页</td></tr></table></html>'));
  await expect(page.getByText('这其实是网页文件')).toBeVisible();
  await choose(page, Buffer.from(await blankForm()));
  await expect(page.getByRole('heading', { name: '失物招领月报' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'B7：公式' })).toBeDisabled();
  const way = page.getByRole('combobox', { name: '取数方式' });
  await page.getByRole('button', { name: 'B4：' }).click();
  await pick(page, way, '台账条数');
  await page.getByRole('button', { name: 'B6：' }).click();
  await pick(page, way, '每次手工填写');
  await page.getByRole('textbox', { name: /填写时的提示/ }).fill('上期结转');
  await page.getByRole('button', { name: 'C10：' }).click();
  await pick(page, way, '台账一栏的明细（从这里往下）');
  await pick(page, page.getByRole('combobox', { name: '哪一栏' }), '物品名称及特征');
  await expectAccessible(page);
  await page.getByRole('link', { name: '其他表格' }).click();
  await page.getByRole('dialog', { name: '设定还没有保存' }).getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await goBackTo(page, '2025年3月');
  await page.getByRole('textbox', { name: '上期结转' }).fill('5');
  await page.getByRole('button', { name: '填报', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存 失物招领月报 2025年3月.xlsx' }).click({ timeout: 30_000 });
  const [sheet] = (await readXlsx(readFileSync(await (await download).path()))).sheets;
  expect([3, 5, 9].map((row) => sheet?.rows[row]?.slice(1, 3))).toEqual([
    [1, '本期受理件数'],
    [5, '手工填写'],
    [null, '钱包 收摊时在相邻摊位的箱子里发现'],
  ]);
  expect(sheet?.cells?.get('6,1')?.formula).toBe('B4+B6');
  await goTo(page, '/registers/templates');
  await expect(page.getByRole('row', { name: /失物招领月报 已设定 3 处/ })).toBeVisible();
  await expectAccessible(page);
});
