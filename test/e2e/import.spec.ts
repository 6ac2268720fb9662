// A messy ledger through the window: exactly the lines that must fail do, and say why; the rest become
// records, and the import is taken back.

import type { Page } from '@playwright/test';
import { type MessyLedger, messyLedger } from '../support/messy-ledger.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, test } from './support/desk.ts';
import { giveFile, pick, showLines, shownLines } from './support/import-wizard.ts';

const lineCount = 400;
/** Two people of the sample desk. */
const officers = ['周明野', '陈晓岚'] as const;

/** What the found-item ledger does not say. */
async function fillFixed(page: Page, coReceiver: string): Promise<void> {
  await pick(page, '时间精度', '约');
  await pick(page, '拾得人 · 身份', '发现人');
  await pick(page, '第二接收人', coReceiver);
  await pick(page, '特殊物品', '无');
  await pick(page, '物品明细 · 类别', '其他');
  await pick(page, '是否知悉权利人', '否');
}

function countOf(ledger: MessyLedger, fate: string): number {
  return ledger.lines.filter((line) => line.fate === fate).length;
}

test('a messy ledger becomes records, and every line that cannot says why', async ({ deskPage: page }) => {
  test.setTimeout(300_000);
  const ledger = await messyLedger(lineCount, officers);
  await page.getByRole('link', { name: '失物招领', exact: true }).click();
  await expect(page.getByRole('grid').getByRole('row', { name: /荆山陈夜市/ })).toBeVisible();
  const before = await rowsOfList(page);
  await page.getByRole('link', { name: '导入台账' }).click();
  await giveFile(page, ledger);
  await expect(page.getByText('有隐藏的工作表：说明')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '捡到时间：对应的字段' })).toHaveValue('拾得时间');
  await fillFixed(page, officers[1]);
  await expectAccessible(page);
  await page.getByRole('button', { name: '逐行检查' }).click();
  await showLines(page, `疑似重复 ${countOf(ledger, 'duplicate')}`);
  await showLines(page, `不能导入 ${countOf(ledger, 'refused')}`);
  expect(
    (await shownLines(page, 'refused', countOf(ledger, 'refused'))).map(({ line, codes }) => [line, codes[0]]),
  ).toEqual(ledger.lines.filter(({ fate }) => fate === 'refused').map(({ line, why }) => [line, why]));
  await expectAccessible(page);
  const good = countOf(ledger, 'ready');
  await page.getByRole('button', { name: `导入 ${good} 行` }).click();
  await expect(page.getByText(`已导入 ${good} 条记录`)).toBeVisible({ timeout: 120_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: '查看列表' }).last().click();
  await expect.poll(() => rowsOfList(page)).toBe(before + good);
  await goTo(page, '/registers/import/found_item');
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByText(`已作废 ${good} 条记录`)).toBeVisible({ timeout: 120_000 });
});

async function rowsOfList(page: Page): Promise<number> {
  return Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
}
