// Settings: one's own look and password, the desk's people, unit, calendar and data.

import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, samplePassword, signIn, test } from './support/desk.ts';

test('language, theme and text size take effect at once and are there after signing in again', async ({
  deskPage: page,
}) => {
  await goTo(page, '/settings');
  await page.getByText('深色', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByText('特大', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-text-size', 'larger');
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await signIn(page);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.getByRole('navigation')).toContainText('Found items');
});

test('a record that was read before is told in the new language', async ({ deskPage: page }) => {
  await goTo(page, '/list/found_item');
  await page.getByRole('row').filter({ hasText: '保管中' }).first().click();
  const steps = page.locator('[data-difference=status]');
  await expect(steps.first()).toContainText('保管中');
  const record = new URL(page.url()).hash.slice(1);
  await goTo(page, '/settings');
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await goTo(page, record);
  await expect(steps.first()).toContainText('In custody');
});

test('the head adds a person with a role, who can sign in; disabled, they cannot', async ({ deskPage: page }) => {
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: '人员' }).click();
  await page.getByRole('button', { name: '添加人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('舒某');
  await dialog.getByLabel('警号（工号）').fill('056999');
  await dialog.getByLabel('审核人').check();
  await dialog.getByLabel('初始密码').fill('short');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('密码尚不符合要求')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('初始密码').fill('First-password-1');
  await dialog.getByRole('button', { name: '保存' }).click();
  const row = page.getByRole('row', { name: /舒某/ });
  await expect(row).toContainText('经办人');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '舒某', 'First-password-1');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '周明野');
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: '人员' }).click();
  await row.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(row).toContainText('已停用');
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('option', { name: /舒某/ })).toHaveCount(0);
});

test('a new password replaces the old one, and a wrong current one is said', async ({ deskPage: page }) => {
  await goTo(page, '/settings');
  await page.getByLabel('当前密码').fill('Not-the-password-1');
  await page.getByLabel('新密码').fill('Next-password-1');
  await page.getByLabel('再输一次', { exact: true }).fill('Next-password-1');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByRole('alert')).toContainText('密码不正确');
  await page.waitForTimeout(1_100);
  await page.getByLabel('当前密码').fill(samplePassword);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, undefined, 'Next-password-1');
});

test('a new recovery code is made with the password, printed, and put away', async ({ deskPage: page }) => {
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: '人员' }).click();
  await page.getByLabel('当前密码').fill(samplePassword);
  await page.getByRole('button', { name: '重新生成恢复码' }).click();
  await expect(page.getByText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByLabel('当前密码')).toBeVisible();
});

test('a calendar file adds its years, a wrong file is refused in words', async ({ deskPage: page }) => {
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: '工作日历' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByRole('row', { name: /已含年份/ })).toContainText('2026');
  await expectAccessible(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '载入日历文件' }).click();
  const chooser = await choosing;
  await chooser.setFiles({ name: 'calendar.json', mimeType: 'application/json', buffer: Buffer.from('{"years": 1}') });
  await expect(panel.getByRole('alert')).toContainText('工作日历');
});

test('the unit and the lock are changed by the head, and all data is checked on demand', async ({ deskPage: page }) => {
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: '单位与锁定' }).click();
  await page.getByLabel('联系电话').fill('0579-87000001');
  await page.getByRole('button', { name: '保存' }).first().click();
  await expect(page.getByText('已保存')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: '数据核验' }).click();
  await page.getByRole('button', { name: '开始核验' }).click();
  await expect(page.getByText(/核验通过：\d+ 条记录/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
});

test('the window shows nobody the way to what their role may not do', async ({ deskPage: page }) => {
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: '人员' }).click();
  await page.getByRole('button', { name: '添加人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('何某');
  await dialog.getByLabel('警号（工号）').fill('056998');
  await dialog.getByLabel('经办人').uncheck();
  await dialog.getByLabel('系统管理员').check();
  await dialog.getByLabel('审计员').check();
  await dialog.getByLabel('初始密码').fill('First-password-1');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('alert')).toContainText('三员分立');
  await dialog.getByLabel('审计员').uncheck();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('row', { name: /何某/ })).toContainText('系统管理员');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, '何某', 'First-password-1');
  const places = page.getByRole('navigation');
  await expect(places).toContainText('设置');
  for (const hidden of ['拾得物', '待办', '台账', '报表', '冲突', '日志'])
    await expect(places).not.toContainText(hidden);
  await expect(page.getByRole('button', { name: /Ctrl K/ })).toHaveCount(0);
  await goTo(page, '/');
  await expect(page.getByText('系统管理员不查看业务记录')).toBeVisible();
});
