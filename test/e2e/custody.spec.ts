// Custody through the window, from the keyboard: a shelf is counted, things change hands, cash is counted; each sheet prints.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { StockTakeView } from '../../src-shared/contract/custody-views.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import { CommandLine, firstPerson, password } from '../support/command-line.ts';
import { walletContent } from '../support/held-wallet.ts';
import { expectAccessible } from './support/accessible.ts';
import { goTo, signIn, startDesk, test } from './support/desk.ts';

/** What a scanner does: types, then Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /扫描标签/ })).toHaveValue('');
}

/** Chooses in the list that has the focus, by what is typed. */
async function choose(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await expect(page.getByRole('option')).toHaveText([new RegExp(text)]);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=option][data-combobox-selected]')).toHaveText(new RegExp(text));
  await page.keyboard.press('Enter');
}

test('a shelf is counted from the keyboard, and the discrepancy sheet is printed and kept', async ({
  deskPage: page,
}) => {
  await goTo(page, '/custody');
  await expect(page.getByRole('combobox', { name: '位置' })).toBeFocused();
  await choose(page, '全部位置');
  await expect(page.getByRole('button', { name: '开始盘点' })).toBeEnabled();
  await page.getByRole('button', { name: '开始盘点' }).press('Enter');
  await expect(page.getByRole('heading', { name: '盘点：全部位置' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /扫描标签/ })).toBeFocused();
  const first = page.locator('tr[data-result="missing"]').first();
  await expect(first.getByRole('link')).toHaveText(/号$/);
  const number = await first.getByRole('link').innerText();
  await scan(page, number);
  await expect(page.getByRole('status')).toContainText(`相符：${number}`);
  await scan(page, '旧标签');
  await expect(page.getByRole('status')).toContainText('查无记录：旧标签');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: '差异说明' })).toBeFocused();
  await page.keyboard.type('其余待查');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.locator('button[type=submit]')).toBeFocused();
  await page.keyboard.press('Enter');
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: '保管物品盘点差异表' })).toBeVisible();
  await expect(paper.getByText('其余待查')).toBeVisible();
  await goTo(page, '/custody');
  await expect(page.getByRole('region', { name: '最近的单据' }).getByText('已完成')).toBeVisible();
});

test('labels that a scanner types in one breath are all counted', async ({ deskPage: page }) => {
  await goTo(page, '/custody');
  await expect(page.getByRole('combobox', { name: '位置' })).toBeFocused();
  await choose(page, '全部位置');
  await expect(page.getByRole('button', { name: '开始盘点' })).toBeEnabled();
  await page.getByRole('button', { name: '开始盘点' }).press('Enter');
  await expect(page.getByRole('textbox', { name: /扫描标签/ })).toBeFocused();
  const labels = ['标签甲', '标签乙', '标签丙'];
  for (const label of labels) {
    await page.keyboard.type(label);
    await page.keyboard.press('Enter');
  }
  for (const label of labels) await expect(page.getByRole('button', { name: new RegExp(label) })).toBeVisible();
});

test.setTimeout(180_000);

test('custody goes to a colleague and cash is counted, both confirmed by the other person’s password', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'case-desk-custody-'));
  const line = new CommandLine(join(folder, 'desk'));
  mkdirSync(line.directory);
  await line.setUp('police', [{ name: '舒予安', roles: 'recorder' }]);
  const people = await line.get<readonly { readonly id: string }[]>(['people']);
  const [one, other] = people.map(({ id }) => id);
  if (one === undefined || other === undefined) throw new Error('two people are there');
  const input = JSON.stringify(walletContent([one, other], '一号柜', { cash_place: '保险柜' }));
  const { saved } = await line.get<{ saved: SavedView }>(['add', 'found_item', '-'], { input });
  const counted = await line.get<StockTakeView>(['custody', 'count', '-', '--place', '一号柜'], {
    input: `${saved.id}-wallet\n1\n纸条\n`,
  });
  expect(counted.counts).toEqual({ expected: 3, found: 3, missing: 0, misplaced: 1, unexpected: 0, unknown: 1 });
  const shell = await startDesk(line.directory);
  try {
    await page.goto(shell.address);
    await signIn(page, firstPerson, password);
    await handOver(page);
    await countCash(page);
  } finally {
    await page.goto('about:blank');
    await shell.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Chooses the colleague and types their password. */
async function confirm(page: Page, card: Locator, who: RegExp): Promise<void> {
  const other = card.getByRole('combobox', { name: who });
  await other.press('ArrowDown');
  await page.getByRole('option', { name: '舒予安' }).click();
  await expect(other).toHaveValue(/舒予安/);
  await card.getByLabel('对方的密码').fill(password);
  await card.getByLabel('对方的密码').press('Enter');
}

async function handOver(page: Page): Promise<void> {
  await goTo(page, '/custody');
  const card = page.getByRole('region', { name: '保管交接', exact: true });
  await card.getByRole('checkbox', { name: /^移交 / }).press('Space');
  await expect(card.getByRole('checkbox', { name: /^移交 / })).toBeChecked();
  await card.getByRole('textbox', { name: /交接事由/ }).fill('轮休');
  await expectAccessible(page);
  await confirm(page, card, /接收保管人/);
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: '保管物品交接单' }).first()).toBeVisible();
  await expect(paper.getByText('215.70元').first()).toBeVisible();
  await goTo(page, '/custody');
  await expect(card.getByRole('cell', { name: '舒予安' })).toBeVisible();
}

async function countCash(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: '现金盘点', exact: true });
  await card.getByLabel('100 元 实点张数').pressSequentially('2');
  await card.getByLabel('100 元 实点张数').press('Enter');
  await expect(card.getByLabel('50 元 实点张数')).toBeFocused();
  await card.getByLabel('5 元 实点张数').fill('3');
  await card.getByLabel('1 角 实点张数').fill('６');
  await expect(card.locator('[data-sum="counted"]')).toHaveText('215.60');
  await expect(card.locator('[data-sum="difference"]')).toHaveText('短少 0.10');
  await card.getByRole('textbox', { name: /差异说明/ }).fill('一枚一角硬币待查');
  await confirm(page, card, /复点人/);
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: '保管现金盘点表' })).toBeVisible();
  await expect(paper.getByText('一枚一角硬币待查')).toBeVisible();
}
