// Damage in the window: a look that finds and repairs, and a desk that does not open any more.

import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, samplePassword, signIn, startDesk, test } from './support/desk.ts';

test('a look finds what is wrong and repairs it; a desk that does not open is put back from its backup', async ({
  deskPage: page,
  sampleDesk: desk,
  browser,
}) => {
  const place = `${desk.directory}-stick`;
  mkdirSync(place, { recursive: true });
  chmodSync(join(desk.directory, 'keyring.json'), 0o644);
  await goTo(page, '/settings?part=data');
  await page.getByRole('button', { name: '开始体检' }).click();
  const finding = page.locator('[data-finding=repair_open_to_others]');
  await expect(finding).toContainText('keyring.json', { timeout: 30_000 });
  await expectAccessible(page);
  await finding.getByRole('button', { name: '收回权限' }).click();
  await expect(finding).toHaveCount(0, { timeout: 30_000 });

  await goTo(page, '/settings?part=backup');
  await page.getByLabel('文件夹').fill(place);
  await page.getByRole('button', { name: '用作备份位置' }).click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.locator('[data-last-backup]')).toContainText('条记录', { timeout: 30_000 });
  await page.goto('about:blank');
  await desk.stop();
  const file = join(desk.directory, 'desk.db');
  const bytes = readFileSync(file);
  bytes.fill(0, Math.floor(bytes.length * 0.8));
  writeFileSync(file, bytes);

  const again = await startDesk(desk.directory);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(again.address);
  await other.getByRole('option', { name: /周明野/ }).click();
  await other.getByRole('textbox', { name: '密码' }).fill(samplePassword);
  await other.getByRole('textbox', { name: '密码' }).press('Enter');
  await expect(other.getByText('数据库文件已损坏')).toBeVisible();
  await other.getByRole('button', { name: '修复案台' }).click();
  await expect(other.getByRole('heading', { name: '案台打不开，需要修复' })).toBeVisible();
  await other.getByLabel('文件夹').fill(place);
  await other.getByRole('button', { name: '在此查找' }).click();
  await expectAccessible(other);
  await other.getByRole('button', { name: '恢复这一份' }).click();
  await signIn(other, '周明野', samplePassword);
  await goTo(other, '/settings?part=backup');
  await expect(other.getByText('本案台由备份恢复')).toBeVisible();
  await context.close();
  await again.stop();
  rmSync(place, { recursive: true });
});
