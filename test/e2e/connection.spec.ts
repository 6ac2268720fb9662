// When the desk service goes away the window says so, and goes on by itself when it is back.

import { expect, goTo, signIn, startDesk, test } from './support/desk.ts';

test('a service that ends is told in the window, which asks to sign in once it is back', async ({
  page,
  sampleDesk,
}) => {
  await page.goto(sampleDesk.address);
  await signIn(page);
  await sampleDesk.stop();
  await expect(page.getByText('与案台服务的连接中断')).toBeVisible();
  const { port } = new URL(sampleDesk.address);
  const again = await startDesk(sampleDesk.directory, '--port', port);
  try {
    await expect(page.getByText('案台服务已重新启动')).toBeVisible();
    // The cookie of the ended service opens nothing on the new one: the person comes in by its new address.
    await page.goto(again.address);
    await signIn(page);
    await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();
  } finally {
    await again.stop();
  }
});

test('a form says that what is typed is no longer kept while the service is away', async ({ page, sampleDesk }) => {
  await page.goto(sampleDesk.address);
  await signIn(page);
  await goTo(page, '/new/handbook_task');
  await page.getByRole('textbox', { name: /工作事项/ }).fill('核对保险柜封签');
  await expect(page.getByText(/草稿已存/)).toBeVisible();
  await sampleDesk.stop();
  await expect(page.getByText('连接已断：现在输入的内容尚未存入草稿')).toBeVisible();
  await expect(page.getByText(/草稿已存/)).toHaveCount(0);
});
