// A record is written, saved, read and stepped on without a mouse.

import { expect, goTo, signIn, test } from './support/desk.ts';
import { field } from './support/forms.ts';

test('a to-do from N to saved with the keys alone, then edited, with Tab in the paper’s order', async ({
  page,
  sampleDesk,
}) => {
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  await goTo(page, '/list/handbook_task');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('工作手册');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/new\/handbook_task/);
  await expect(field(page, '工作事项')).toBeFocused();
  await page.keyboard.type('查看楼道灭火器');
  await page.keyboard.press('Enter');
  await expect(field(page, '登记时间')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field(page, '最终办结时限')).toBeFocused();
  await page.keyboard.type('2027.1.10 18:00');
  await page.keyboard.press('Tab');
  await expect(field(page, '责任人')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('查看楼道灭火器');
  await expect(page.getByRole('main')).toContainText('2027-01-10 18:00');
  await page.keyboard.press('e');
  await expect(field(page, '工作事项')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: '历史' })).toBeVisible();
});

test('Alt and Enter adds an entry where the cursor is; the calendar opens and closes by keys', async ({
  page,
  sampleDesk,
}) => {
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
  await goTo(page, '/new/found_item');
  await page.getByRole('group', { name: '物品 1', exact: true }).getByLabel('物品名称').focus();
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('group', { name: '物品 2', exact: true }).getByLabel('类别')).toBeFocused();
  await field(page, '拾得时间').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('button', { name: '下个月' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '下个月' })).toBeHidden();
  await expect(page).toHaveURL(/#\/new\/found_item/);
});

test('a page that comes late takes no cursor away from what is being typed', async ({ deskPage: page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/custody-page-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await goTo(page, '/custody');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('钱');
  release();
  await expect(page.locator('#main').getByRole('region', { name: '保管交接', exact: true })).toBeVisible();
  await page.keyboard.type('包');
  await expect(page.getByRole('combobox', { name: '搜索' })).toHaveValue('钱包');
});
