// The first run, by keyboard alone: unit, first person, recovery sheet, and then a desk that tells what to do first.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, signIn, test } from './support/desk.ts';

const password = 'Duty-desk-7';

async function fillUnit(page: Page): Promise<void> {
  await page.getByLabel('单位全称').fill('永康市公安局方岩派出所');
  await page.keyboard.press('Tab');
  await page.keyboard.type('方岩所');
  await page.keyboard.press('Tab');
  await page.keyboard.type('330784560000');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('姓名')).toBeFocused();
}

/** Counts the pages that the window sends to the printer, without a printer. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.print = () => {
      window.top?.document.documentElement.setAttribute(
        'data-prints',
        String(Number(window.top.document.documentElement.getAttribute('data-prints') ?? '0') + 1),
      );
    };
  });
  return async () => Number(await page.locator('html').getAttribute('data-prints'));
}

test('a new desk is set up with the keyboard, its recovery sheet printed, and opens on Today', async ({
  page,
  emptyDesk,
}) => {
  const prints = await countPrints(page);
  await page.goto(emptyDesk.address);
  await expect(page.getByRole('heading', { name: '启用案台' })).toBeVisible();
  await expectAccessible(page);
  await fillUnit(page);

  await page.keyboard.type('黎警官');
  await page.keyboard.press('Tab');
  await page.keyboard.type('056123');
  await page.keyboard.press('Tab');
  await page.keyboard.type('duty');
  await expect(page.locator('[data-met="true"]')).toHaveCount(1);
  await page.keyboard.type('-Desk-7');
  await expect(page.locator('[data-met="true"]')).toHaveCount(3);
  await page.getByLabel('密码').first().fill(password);
  await page.getByLabel('再输一次').fill('Duty-desk-8');
  await page.getByLabel('再输一次').press('Enter');
  await expect(page.getByText('两次输入的密码不一致')).toBeVisible();
  await page.getByLabel('再输一次').fill(password);
  await page.getByLabel('再输一次').press('Enter');

  await expect(page.getByText('恢复码只显示这一次')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  const begin = page.getByRole('button', { name: '开始工作' });
  await expect(begin).toBeDisabled();
  await page.getByRole('button', { name: '打印恢复码' }).press('Enter');
  await expect.poll(prints).toBe(1);
  await page.getByLabel(/两份恢复码已打印/).press('Space');
  await expect(begin).toBeEnabled();
  await begin.press('Enter');

  await expect(page.getByRole('heading', { name: '案台已就绪' })).toBeVisible();
  await expect(page.getByRole('banner').first()).toContainText('永康市公安局方岩派出所');
  await expectAccessible(page);
  // Whoever set the desk up is urged to name the other two administrators.
  await expect(page.getByRole('alert').filter({ hasText: '还没有单独的安全管理员、审计员' })).toBeVisible();
  await page.getByRole('link', { name: '添加人员' }).press('Enter');
  await expect(page.getByRole('tab', { name: '人员' })).toHaveAttribute('aria-selected', 'true');
});

test('the password opens the desk again, and both halves of the recovery code set a new one', async ({
  page,
  emptyDesk,
}) => {
  await page.goto(emptyDesk.address);
  await fillUnit(page);
  await page.getByLabel('姓名').fill('黎警官');
  await page.getByLabel('密码').first().fill(password);
  await page.getByLabel('再输一次').fill(password);
  await page.getByLabel('再输一次').press('Enter');
  await expect(page.getByText('恢复码只显示这一次')).toBeVisible({ timeout: 20_000 });
  const codes = page.locator('text=/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/');
  await expect(codes).toHaveCount(2);
  const halves = await codes.allTextContents();
  await page.reload();
  await expect(page.getByRole('option', { name: /黎警官/ })).toBeVisible();
  await signIn(page, undefined, password);
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();

  await page.keyboard.press('Control+Shift+L');
  await page.getByRole('button', { name: '忘记密码' }).click();
  await page.getByLabel('第 1 份', { exact: true }).fill(halves[0]?.toLowerCase() ?? '');
  await page.getByLabel('第 2 份', { exact: true }).fill('0000-0000');
  await page.getByRole('combobox', { name: '第 1 份由谁带来' }).fill('黎警官');
  await page.getByRole('combobox', { name: '第 2 份由谁带来' }).fill('舒所长');
  await page.getByLabel('新密码').fill('Another-password-2');
  await page.getByRole('button', { name: '重设密码' }).click();
  await expect(page.getByRole('alert').last()).toContainText('恢复码');
  await page.getByLabel('第 2 份', { exact: true }).fill(halves[1] ?? '');
  await expectAccessible(page);
  await page.getByRole('button', { name: '重设密码' }).click();
  await expect(page.getByText('请选择本人姓名并输入密码')).toBeVisible();
  await signIn(page, undefined, 'Another-password-2');
});

test('what is missing is said at the field, and nothing is made', async ({ page, emptyDesk }) => {
  await page.goto(emptyDesk.address);
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('此项必填')).toHaveCount(3);
  await page.reload();
  await expect(page.getByRole('heading', { name: '启用案台' })).toBeVisible();
});
