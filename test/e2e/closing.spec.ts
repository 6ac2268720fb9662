// Locking and closing: the locked page says what goes on behind it, and nothing that was typed is lost.

import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { field, type } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('who locks and closes is told that nothing is delivered any more, and finds the page and the draft again', async ({
  deskPage: page,
}) => {
  await goTo(page, '/new/handbook_task');
  await type(page, '工作事项', '更换楼道灯，半句');
  await page.keyboard.press('Control+Shift+X');
  const status = page.getByRole('status').filter({ hasText: '案台' });
  await expect(status).toContainText('案台已关闭，密钥不在内存中。有人用密码登录之前，不送达、不备份。');
  await expectAccessible(page);
  await signIn(page);
  await goTo(page, '/new/handbook_task');
  await page.locator('[data-draft-offer]').getByRole('link', { name: '继续填写' }).click();
  await expect(field(page, '工作事项')).toHaveValue('更换楼道灯，半句');
});

test('a locked desk says that it goes on delivering, and can be closed from there', async ({ deskPage: page }) => {
  await page.keyboard.press('Control+Shift+L');
  const status = page.getByRole('status').filter({ hasText: '案台' });
  await expect(status).toContainText('送达和备份按设置继续');
  await page.getByRole('button', { name: '关闭案台' }).click();
  await expect(status).toContainText('案台已关闭');
  await expect(page.getByRole('button', { name: '关闭案台' })).toHaveCount(0);
  await signIn(page);
  await goTo(page, '/settings?part=unit');
  await expect(page.getByRole('combobox', { name: '无人在场后关闭' })).toHaveValue('4 小时');
});
