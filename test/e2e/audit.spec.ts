// The desk's log as its auditor reads it: in words, filtered, verified, taken out.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, startDesk, test } from './support/desk.ts';
import { makeOldDesk } from './support/old-desk.ts';

test('a reveal with its reason stands in the log, leads to its record, and is found by its filters', async ({
  deskPage: page,
}) => {
  await goTo(page, '/list/found_item');
  await page.getByRole('row', { name: /荆山陈夜市/ }).click();
  await page.getByRole('button', { name: /^显示/ }).first().click();
  await page.getByRole('textbox', { name: /理由/ }).fill('核对失主身份');
  await page.getByRole('dialog').getByRole('button', { name: '显示' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: '日志', exact: true }).click();
  const log = page.getByRole('table', { name: '日志' });
  const line = log.getByRole('row').filter({ hasText: '核对失主身份' });
  await expect(line).toContainText('周明野');
  await expect(line).toContainText('显示脱敏内容：');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: '事项' }).click();
  await page.getByRole('option', { name: '显示脱敏内容' }).click();
  await expect(log.getByRole('row')).toHaveCount(2);
  await line.getByRole('link').click();
  await expect(page.locator('#page-title')).toContainText('荆山陈夜市');
});

test('verification says in words that nothing was touched, and every page of the log can be reached', async ({
  deskPage: page,
}) => {
  await goTo(page, '/audit');
  await page.getByRole('button', { name: '校验' }).click();
  await expect(page.getByRole('status').filter({ hasText: '没有缺失、改动或插入' })).toBeVisible();
  await expect(page.getByText(/凭证确认到第 \d+ 行/)).toBeVisible();
  const oldest = page.getByRole('table', { name: '日志' }).getByRole('row').last();
  const earlier = page.getByRole('button', { name: '更早的日志' });
  await expect(async () => {
    if (!(await oldest.innerText()).includes('建立本案台')) await earlier.click({ timeout: 2_000 });
    await expect(oldest).toContainText('建立本案台', { timeout: 2_000 });
  }).toPass();
  await expect(earlier).toHaveCount(0);
  await expectAccessible(page);
});

test('the log goes out as verifiable lines whose own hash is in the log', async ({ deskPage: page }) => {
  await goTo(page, '/audit');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: /可核验的日志/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^保存 审计日志/ }).click();
  const path = await (await download).path();
  const sum = execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64);
  await expect(page.getByText(sum).first()).toBeVisible();
  const [first = ''] = readFileSync(path, 'utf8').split('\n');
  expect(JSON.parse(first).slice(0, 2)).toEqual(['0'.repeat(64), 1]);
});

test('somebody without the duty is not shown the log, and is refused when they know its address', async ({
  page,
  sampleDesk,
}) => {
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  await expect(page.getByRole('link', { name: '日志', exact: true })).toHaveCount(0);
  await goTo(page, '/audit');
  await expect(page.getByRole('alert').first()).toContainText('没有进行此操作的权限');
});

test('lines past their time are archived into a file after a question, and the log verifies from there on', async ({
  page,
}) => {
  const directory = mkdtempSync(join(tmpdir(), 'case-desk-e2e-'));
  await makeOldDesk(directory);
  const desk = await startDesk(directory);
  await page.goto(desk.address);
  await signIn(page);
  await goTo(page, '/audit');
  await page.getByRole('button', { name: /留存与归档（\d+ 行到期）/ }).click();
  const keeping = page.getByRole('region', { name: '日志在本案台留存 36 个月' });
  await keeping.getByRole('textbox', { name: '留存月数' }).fill('5');
  await keeping.getByRole('button', { name: '保存' }).click();
  await expect(keeping.getByRole('alert')).toContainText('不得少于 6 个月');
  await expectAccessible(page);
  await keeping.getByRole('button', { name: '归档' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认归档' }).click();
  await expect(keeping.getByText(/已归档到 .*log-archive/)).toBeVisible();
  const sums = readdirSync(join(directory, 'log-archive')).map((name) =>
    execFileSync('sha256sum', [join(directory, 'log-archive', name)], { encoding: 'utf8' }).slice(0, 64),
  );
  await expect(keeping.getByRole('table', { name: '已归档的日志' })).toContainText(sums[0] ?? 'no archive');
  await expect(page.getByRole('table', { name: '日志', exact: true })).toContainText('归档审计日志第 1 至');
  await page.getByRole('button', { name: '校验' }).click();
  await expect(page.getByRole('status').filter({ hasText: '之前的在归档文件中，凭证有效' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('about:blank');
  await desk.stop();
  rmSync(directory, { recursive: true });
});
