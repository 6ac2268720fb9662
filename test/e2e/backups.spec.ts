// Backups in the window: a place, a backup, its state in the status bar; and the desk on a spare PC.

import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, samplePassword, signIn, startDesk, test } from './support/desk.ts';

test('a head chooses a place, backs up, checks the backup, and a spare PC is the desk again', async ({
  deskPage: page,
  browser,
}) => {
  const root = mkdtempSync(join(tmpdir(), 'case-desk-e2e-'));
  const place = join(root, 'stick');
  mkdirSync(place);
  const bar = page.locator('[data-backup]');
  await expect(bar).toHaveText('尚未备份');
  await bar.click();
  await expect(page.getByText('还没有任何备份')).toBeVisible();
  await page.getByLabel('文件夹').fill(place);
  await page.getByRole('button', { name: '用作备份位置' }).click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.locator('[data-last-backup]')).toContainText('条记录', { timeout: 30_000 });
  await expect(bar).toContainText(/^备份 \d\d-\d\d/);
  await expectAccessible(page);
  await page.getByRole('button', { name: '检查' }).click();
  await expect(page.getByText('检查通过')).toBeVisible({ timeout: 30_000 });

  const spare = await startDesk(join(root, 'spare'));
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(spare.address);
  await other.getByRole('button', { name: /从备份恢复/ }).click();
  await other.getByLabel('文件夹').fill(place);
  await other.getByRole('button', { name: '在此查找' }).click();
  await expectAccessible(other);
  await other.getByRole('button', { name: '恢复这一份' }).click();
  await signIn(other, '周明野', samplePassword);
  await goTo(other, '/settings?part=backup');
  await expect(other.getByText('本案台由备份恢复')).toBeVisible();
  await expect(other.getByText('正式编号从哪里接着编')).toBeVisible();
  await expectAccessible(other);
  await context.close();
  await spare.stop();
});
