// What a person does in the window, the same in every shell.

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { goTo } from '../../e2e/support/desk.ts';
import { save, type } from '../../e2e/support/forms.ts';

export const password = 'Duty-desk-7';

/** From the first page of a new desk to its Today, its recovery sheet printed. */
export async function setUpDesk(page: Page): Promise<void> {
  await page.getByLabel('单位全称').fill('样例市公安局方岩派出所');
  await page.getByLabel('简称').fill('方岩所');
  await page.getByLabel('代码').fill('SAMPLE01');
  await page.keyboard.press('Enter');
  await page.getByLabel('姓名').fill('舒某');
  await page.getByLabel('密码').first().fill(password);
  await page.getByLabel('再输一次').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('恢复码只显示这一次')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '打印恢复码' }).click();
  await page.getByLabel(/两份恢复码已打印/).check();
  await page.getByRole('button', { name: '开始工作' }).click();
  await expect(page.getByRole('heading', { name: '案台已就绪' })).toBeVisible();
}

/** Writes an item of the handbook and gives its number. */
export async function recordTask(page: Page, title: string): Promise<string> {
  await goTo(page, '/new/handbook_task');
  await type(page, '工作事项', title);
  await type(page, '登记时间', '2026-03-01 09:45');
  await type(page, '最终办结时限', '2026-03-05 18:00');
  await save(page);
  const number = page.locator('[data-record-number]');
  await expect(number).toContainText('〔2026〕');
  return (await number.textContent()) ?? '';
}

/** From a record to its first printed form. */
export async function openPaper(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name: '文书' }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.frameLocator('iframe').locator('body')).not.toBeEmpty();
}
