// A messy ledger of 2,000 lines through the window: exactly the lines that must fail do, and say why; the rest become
// records, and the import is taken back.

import type { Page } from '@playwright/test';
import { type MessyLedger, messyLedger } from '../support/messy-ledger.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, test } from './support/desk.ts';

const lineCount = 2_000;
/** Two people of the sample desk. */
const officers = ['周明野', '陈晓岚'] as const;

async function give(page: Page, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件', exact: true }).click();
  await (await chooser).setFiles({
    name: file.name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(file.bytes),
  });
}

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

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

test('a messy ledger of 2,000 lines becomes records, and every line that cannot says why', async ({
  deskPage: page,
}) => {
  test.setTimeout(300_000);
  const ledger = await messyLedger(lineCount, officers);
  await page.getByRole('link', { name: '失物招领', exact: true }).click();
  const before = await rowsOfList(page);
  await page.getByRole('link', { name: '导入台账' }).click();
  await give(page, ledger);
  await expect(page.getByText('有隐藏的工作表：说明')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '捡到时间：对应的字段' })).toHaveValue('拾得时间');
  await fillFixed(page, officers[1]);
  await expectAccessible(page);
  await page.getByRole('button', { name: '逐行检查' }).click();
  await expect(page.getByRole('radio', { name: `不能导入 ${countOf(ledger, 'refused')}` })).toBeAttached({
    timeout: 60_000,
  });
  await expect(page.getByRole('radio', { name: `疑似重复 ${countOf(ledger, 'duplicate')}` })).toBeAttached();
  expect(await refusedLines(page)).toEqual(
    ledger.lines.filter(({ fate }) => fate === 'refused').map(({ line, why }) => [line, why]),
  );
  await expectAccessible(page);
  const good = countOf(ledger, 'ready');
  await page.getByRole('button', { name: `导入 ${good} 行` }).click();
  await expect(page.getByText(`已导入 ${good} 条记录`)).toBeVisible({ timeout: 120_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: '查看列表' }).last().click();
  await expect.poll(() => rowsOfList(page)).toBe(before + good);
  await goTo(page, '/import/found_item');
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByText(`已作废 ${good} 条记录`)).toBeVisible({ timeout: 120_000 });
});

async function rowsOfList(page: Page): Promise<number> {
  return Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
}

async function refusedLines(page: Page): Promise<readonly (readonly [number, string | undefined])[]> {
  const more = page.getByRole('button', { name: '继续显示' });
  while (await more.isVisible()) await more.click();
  return page
    .locator('tr[data-line]')
    .evaluateAll((rows) =>
      rows.map((row): [number, string | undefined] => [
        Number(row.getAttribute('data-line')),
        row.querySelector('[data-problem]')?.getAttribute('data-problem') ?? undefined,
      ]),
    );
}
