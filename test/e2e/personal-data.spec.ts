// Personal data through the window: a copy for the person, and an erasure that one proposes and another approves.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readPdf } from '../support/read-pdf.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { addEntry, choose, field, mark, part, save } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function find(page: Page, name: string, idNumber: string): Promise<void> {
  await goTo(page, '/privacy');
  await page.getByRole('textbox', { name: '姓名' }).fill(name);
  await page.getByRole('textbox', { name: '证件号码' }).fill(idNumber);
  await page.getByRole('button', { name: '查找' }).click();
}

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await download).path();
}

test('a person gets a copy of what is held about them: read through, free text released, as PDF and as data', async ({
  deskPage: page,
}) => {
  await find(page, '曹景行', '110101190707070772');
  await expect(page.getByText('曹景行：1 条记录')).toBeVisible();
  await expect(page.getByText('13900000052')).toBeVisible();
  await expect(page.getByText(/处理依据：履行法定职责/)).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('button', { name: '存为 PDF' })).toBeDisabled();
  await page.getByRole('textbox', { name: '用途' }).fill('本人申请查阅');
  await page.getByRole('checkbox', { name: /已核对/ }).check();
  const pdf = (await readPdf(readFileSync(await saved(page, '存为 PDF')))).join('');
  expect([pdf.includes('个人信息查阅（复制）件'), pdf.includes('13900000052')]).toEqual([true, true]);
  const data = JSON.parse(readFileSync(await saved(page, '存为 JSON'), 'utf8'));
  expect(data.records.map(({ basis }: { readonly basis: string }) => basis)).toEqual(['履行法定职责']);
});

test('an erasure: proposed by one, approved by another, certified, and nothing of the person is found any more', async ({
  page,
  sampleDesk,
}) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  await goTo(page, '/new/personal_request');
  await mark(page, '申请事项', '清除');
  await mark(page, '来由', '保存期限届满');
  await page.getByRole('button', { name: /涉及的记录/ }).click();
  await addEntry(page, '涉及的记录', '记录');
  const concern = part(page, '记录 1');
  await field(concern, '记录').fill('曹景行');
  await page.getByRole('option', { name: /金戒指/ }).click();
  await mark(concern, '清除范围', '记录内全部个人信息');
  await save(page);
  await expect(page.locator('[data-record-number]')).toContainText('申〔');
  const address = new URL(page.url()).hash.slice(1);
  await page.locator('[data-step=verify]').click();
  await expect(page.getByRole('heading', { name: '办理条件' })).toBeVisible();
  await save(page);
  await page.locator('[data-step=propose]').click();
  await choose(page, '提出清除人', 'cxl', '陈晓岚');
  await save(page);
  await expect(page.getByRole('main').getByText('待核准清除', { exact: true }).first()).toBeVisible();

  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '周明野');
  await goTo(page, address);
  await page.locator('[data-step=approve]').click();
  await choose(page, '核准清除人', 'zmy', '周明野');
  await expectAccessible(page);
  await save(page);
  await expect(page.getByRole('main').getByText('已清除', { exact: true }).first()).toBeVisible();

  await goTo(page, `${address}/papers/erasure_certificate`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('个人信息清除证明');

  await find(page, '曹景行', '110101190707070772');
  await expect(page.getByText('没有找到此人的记录')).toBeVisible();
  await goTo(page, '/list/lost_report');
  await expect(page.getByRole('grid')).toContainText('金戒指');
  await expect(page.getByRole('grid')).not.toContainText('曹');
});
