// Registers on the screen and on paper, and the honest page of delivery.

import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, test } from './support/desk.ts';

test('a register shows its declared columns for a period and prints the same', async ({ deskPage: page }) => {
  // The frame's own print, caught where the paper is: what would be printed is kept for the test.
  await page.addInitScript(() => {
    window.print = () => window.top?.document.documentElement.setAttribute('data-printed', document.body.innerText);
  });
  await page.getByRole('link', { name: '台账', exact: true }).click();
  await page.getByRole('link', { name: /失物招领台账/ }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader').first()).toHaveText('序号');
  await expect(table).toContainText('荆山陈夜市');
  await expectAccessible(page);
  await page.getByRole('button', { name: '打印台账' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /荆山陈夜市/, { timeout: 20_000 });
  await goTo(page, '/registers/found_item?from=2026-11-01&to=2026-11-30');
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await expect(table).not.toContainText('荆山陈夜市');
  await goTo(page, '/registers/found_item?from=1990-01-01&to=1990-01-31');
  await expect(page.getByRole('heading', { name: '这一期间没有记录' })).toBeVisible();
});

test('a register is grouped, its sums and checksum are on the screen, and the file that is saved says the same', async ({
  deskPage: page,
}) => {
  await goTo(page, '/registers/found_item');
  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /^合计/ })).toBeVisible();
  await page.getByRole('button', { name: '排序和分组' }).click();
  await page.getByRole('combobox', { name: '按哪一栏分组小计' }).click();
  await page.getByRole('option', { name: '接收人' }).click();
  await page.keyboard.press('Escape');
  await expect(table.getByRole('row', { name: /^小计/ }).first()).toBeVisible();
  const said = page.getByText(/校验码 [0-9a-f]{16}/);
  await expect(said).toBeVisible();
  const [, count = 0, checksum = 'none'] = /(\d+) .*校验码 ([0-9a-f]{16})/.exec(await said.innerText()) ?? [];
  await expect(table.getByRole('link')).toHaveCount(Number(count));
  await page.getByRole('button', { name: '导出台账' }).click();
  const dialog = page.getByRole('dialog', { name: '导出台账' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '开始导出' }).click();
  await expect(dialog.getByText(checksum)).toBeVisible({ timeout: 20_000 });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^保存 失物招领台账 .*\.xlsx$/ }).click();
  const [sheet] = (await readXlsx(readFileSync(await (await download).path()))).sheets;
  expect(sheet?.rows.at(-1)?.[0]).toMatch(new RegExp(`^共 ${count} 条　校验码 ${checksum}`));
  expect(sheet?.rows.slice(3).filter((cells) => typeof cells[0] === 'number')).toHaveLength(Number(count));
});

test('delivery says that nothing was sent, and its counts add up', async ({ deskPage: page }) => {
  await page.getByRole('link', { name: '送达', exact: true }).click();
  await expect(page.getByText('本机尚未接入中心')).toBeVisible();
  const cells = page.getByRole('table', { name: '本机的更改在哪里' }).getByRole('cell');
  await expect(cells.last()).toHaveText(/^[1-9]\d*$/);
  const total = await cells.last().innerText();
  await expect(cells).toHaveText([total, '0', '0', '0', total]);
  await expect(page.getByRole('contentinfo')).toContainText(`共 ${total} 条变更`);
  await expectAccessible(page);
});
