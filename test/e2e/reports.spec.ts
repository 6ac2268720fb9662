// Reports: figures by period that open their records, figures entered by hand, publication and what became of it.

import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, test } from './support/desk.ts';

test('a figure of a month opens exactly its records, by keyboard too', async ({ deskPage: page }) => {
  await page.getByRole('link', { name: '统计', exact: true }).click();
  await goTo(page, '/reports?report=police_work&period=2025-03');
  const table = page.getByRole('table', { name: '警务工作统计表' });
  await expect(table.getByRole('columnheader')).toHaveText([
    '指标',
    '本月',
    '上月',
    '环比',
    '本年累计',
    '上年同期',
    '同比',
  ]);
  await expect(page.getByRole('status').filter({ hasText: '2025年3月' })).toBeVisible();
  const figure = table.getByRole('link', { name: /^拾得物受理，本月：/ }).first();
  await expect(figure).toHaveText(/^[1-9]\d*$/);
  const shown = await figure.innerText();
  await expectAccessible(page);
  await figure.press('Enter');
  await expect(page.getByText('报表数字：拾得物受理，2025年3月')).toBeVisible();
  await expect(page.getByText(`共 ${shown} 条`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '不再只看这些记录' }).click();
  await expect(page.getByText('报表数字：')).toHaveCount(0);
});

test('one key goes a period back, the kind of period changes, and charts stand beside their tables', async ({
  deskPage: page,
}) => {
  await goTo(page, '/reports?report=police_work&period=2025-03');
  await expect(page.getByRole('region', { name: '拾得物按物品类别' }).getByRole('table')).toBeVisible();
  await expect(page.getByRole('region', { name: '趋势' }).locator('svg.recharts-surface').first()).toBeVisible();
  await page.keyboard.press('[');
  await expect(page.getByRole('status').filter({ hasText: '2025年2月' })).toBeVisible();
  await page.getByRole('combobox', { name: '统计口径期' }).click();
  await page.getByRole('option', { name: '统计月（26日至25日）' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2025年1月26日至2025年2月25日' })).toBeVisible();
});

test('figures entered by hand make a rate with both numbers, and a published percentage is checked', async ({
  deskPage: page,
}) => {
  await goTo(page, '/reports?report=entered_figures&period=2025-03');
  const enter = async (name: RegExp, value: string) => {
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^数值/ }).fill(value);
    return dialog;
  };
  await (await enter(/^下发人数，本月：未填报/, '178')).getByRole('button', { name: '保存' }).click();
  const dialog = await enter(/^核减人数，本月：未填报/, '132');
  await dialog.getByRole('textbox', { name: /同比/ }).fill('-5');
  await expect(dialog.getByText('上年同期应为 139')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  const row = page.getByRole('row', { name: /^核减率/ });
  await expect(row).toContainText('74.16%');
  await expect(row).toContainText('132 ／ 178');
});

test('a published report stays, and a late entry is explained beside it', async ({ deskPage: page }) => {
  await goTo(page, '/reports?report=police_work&period=2025-03');
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await expect(page.getByText('与现在的统计一致')).toBeVisible();
  const table = page.getByRole('table', { name: '警务工作统计表' });
  const figure = table.getByRole('link', { name: /^工作手册事项，本月：|^拾得物受理，本月：/ }).first();
  await expect(figure).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '已发布报表' }).click();
  await expect(page.getByRole('row', { name: /警务工作统计表 2025年3月/ })).toBeVisible();
});
