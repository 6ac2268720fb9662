// What bad input gets: words at the field, the cursor at the first of them, nothing half saved.

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { addEntry, choose, field, mark, part, row, save, type } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.beforeEach(async ({ page, sampleDesk }) => {
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');
});

const problemAt = (page: Page, path: string) => page.locator(`[data-path="${path}"] [role=alert]`);
const problemIn = (place: Locator, key: string) => place.locator(`[data-path$="/${key}"] [role=alert]`);

test('a wrong check digit is told when the field is left, and goes when it is put right', async ({ page }) => {
  await goTo(page, '/new/found_item');
  const finder = part(page, '拾得人 1');
  await choose(finder, '证件类型', '居民身份证');
  await type(finder, '证件号码', '110101190001010023');
  await expect(problemIn(finder, 'id_no')).toContainText('校验不符');
  await type(finder, '证件号码', '１１０１０１１９０００１０１００２２');
  await expect(problemIn(finder, 'id_no')).toBeHidden();
  await expect(field(finder, '出生日期')).toHaveValue('1900-01-01');
});

test('a day that does not exist, a future moment and half a fen are each told in words', async ({ page }) => {
  await goTo(page, '/new/found_item');
  await type(page, '拾得时间', '2025-02-30 10:00');
  await expect(problemAt(page, 'found_at')).toContainText('没有');
  await expect(field(page, '拾得时间')).toHaveValue('2025-02-30 10:00');
  await type(page, '拾得时间', '2099-01-01 10:00');
  await expect(problemAt(page, 'found_at')).toContainText('不能晚于现在');
  await type(part(page, '物品 1'), '估价', '12.345');
  await expect(problemIn(part(page, '物品 1'), 'value_fen')).toContainText('最小到分');
  await type(part(page, '物品 1'), '估价', '-5');
  await expect(problemIn(part(page, '物品 1'), 'value_fen')).toContainText('不能为负数');
});

test('an unfinished form is not saved: every gap is listed, each line leads to its field, the cursor is at the first', async ({
  page,
}) => {
  await goTo(page, '/new/found_item');
  await type(page, '拾得地点', '荆山陈夜市');
  await save(page);
  const summary = page.locator('[data-problem-summary]');
  await expect(summary).toContainText('处需要更正，尚未保存');
  await expect(field(page, '拾得时间')).toBeFocused();
  await expectAccessible(page);
  await summary.getByRole('button', { name: /保管位置/ }).click();
  await expect(field(page, '保管位置')).toBeFocused();
  await goTo(page, '/list/found_item');
  await expect(page.getByRole('main')).not.toContainText('荆山陈夜市 ·');
});

test('two counters who are one person are refused, in words', async ({ page }) => {
  await goTo(page, '/new/found_item');
  await addEntry(page, '现金', '现金');
  const cash = row(page, '现金 1');
  await choose(cash, '币种', '人民币');
  await type(cash, '面额', '100');
  await type(cash, '张(枚)数', '2');
  await choose(cash, '清点人一', '陈晓岚');
  await choose(cash, '清点人二', '陈晓岚');
  await save(page);
  await expect(page.locator('[data-problem-summary]')).toContainText('两名清点人须是不同的人');
});

test('an officer of the desk cannot claim, and no more is released than is held', async ({ page }) => {
  await goTo(page, '/list/found_item');
  await page.getByRole('row').filter({ hasText: '认领审核' }).first().click();
  await page.locator('[data-step=release]').click();
  const claim = part(page, '认领 1');
  await type(part(claim, '认领人'), '姓名', '林予安');
  await addEntry(page, '发还', '发还');
  const release = part(page, '发还 1');
  await release.getByRole('checkbox', { name: '全部选中' }).check();
  const amount = release.locator('[data-path$="/quantity"] input').first();
  await amount.fill('5');
  await amount.blur();
  await save(page);
  const summary = page.locator('[data-problem-summary]');
  await expect(summary).toContainText('不得是本单位工作人员');
  await expect(summary).toContainText(/只有 1，已登记取出 5|超过保管/);
  await page.reload();
});

test('Enter inside an input method finishes the word and neither saves nor leaves the field', async ({ page }) => {
  await goTo(page, '/new/found_item');
  const place = field(page, '拾得地点');
  await place.focus();
  await expect(place).toBeFocused();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'ye shi', selectionStart: 6, selectionEnd: 6 });
  await place.evaluate((input) =>
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
  await expect(place).toBeFocused();
  await expect(page.locator('[data-problem-summary]')).toBeHidden();
  await session.send('Input.insertText', { text: '夜市' });
  await expect(place).toHaveValue('夜市');
  await place.press('Enter');
  await expect(field(page, '地点类型')).toBeFocused();
});

test('a file above the limit is refused before it is read', async ({ page }) => {
  await goTo(page, '/list/found_item');
  await page.getByRole('row').filter({ hasText: '认领审核' }).first().click();
  await page.getByRole('tab', { name: /附件/ }).click();
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
  await page.evaluate(() => {
    const file = new File([new Uint8Array(1)], 'huge.png', { type: 'image/png' });
    Object.defineProperty(file, 'size', { value: 300 * 1024 * 1024 });
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('it was read')) });
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file] } });
    document.dispatchEvent(event);
  });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('文件过大');
  await expect(dialog.getByRole('button', { name: /^添加 0 个/ })).toBeDisabled();
});

test('a choice can be taken back, a line taken out can be put back', async ({ page }) => {
  await goTo(page, '/new/found_item');
  await mark(page, '时间精度', '约');
  await expect(field(page, '时间精度').getByLabel('约')).toBeChecked();
  await field(page, '时间精度').getByLabel('约').press('Delete');
  await expect(field(page, '时间精度').getByLabel('约')).not.toBeChecked();
  await type(part(page, '物品 1'), '物品名称', '雨伞');
  await page.getByRole('button', { name: '移除 物品 1' }).click();
  await expect(part(page, '物品 1')).toContainText('已移除');
  await page.getByRole('button', { name: '撤销移除' }).click();
  await expect(field(part(page, '物品 1'), '物品名称')).toHaveValue('雨伞');
});
