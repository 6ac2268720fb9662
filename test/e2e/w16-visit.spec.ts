// W16 and W18: branches near a high-voltage line, found on a visit, referred the same day, cut, and the resident told.

import type { Locator, Page } from '@playwright/test';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { addEntry, choose, mark, part, save, type } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const stands = (page: Page, state: string) =>
  expect(page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible();

async function recordVisit(page: Page): Promise<void> {
  await goTo(page, '/new/visit');
  await type(page, '走访时间', '2023-07-05 09:30');
  await type(page, '走访地址', '吉兴小区');
  await addEntry(page, '受访人', '受访人');
  await type(part(page, '受访人 1'), '不完整姓名', '某居民');
  await mark(page, '走访目的', '日常走访');
  await type(page, '基本情况', '居民反映树枝过长，缠绕高压线，雨天有触电和停电风险。');
  await page.getByRole('heading', { name: '三、诉求' }).click();
  await addEntry(page, '诉求问题', '诉求');
  await writeDemand(part(page, '诉求 1'));
}

async function writeDemand(demand: Locator): Promise<void> {
  await type(demand, '诉求内容', '5号楼与6号楼之间的树枝距高压线过近，有的已缠绕在线上');
  await choose(demand, '类别', 'aqyh', '安全隐患');
  await mark(demand, '紧急', '是');
  await type(demand, '涉及地点', '吉兴小区5号楼与6号楼之间');
  await mark(demand, '处理方式', '转相关单位');
  await type(demand, '转办单位', '供电部门');
  await type(demand, '转办时间', '2023-07-05 10:10');
  await type(demand, '办结时限', '2023-07-05 18:00');
}

test('the hazard of W16: referred on the day it was found, answered, archived, found again by its place', async ({
  page,
  sampleDesk,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '周明野');

  await test.step('the visit is written down and its demand stands open', async () => {
    await recordVisit(page);
    await save(page);
    await stands(page, '计划');
    await page.locator('[data-step=record_visit]').click();
    await expect(page.getByText('条件已全部满足，可以办理')).toBeVisible();
    await save(page);
    await stands(page, '有诉求待办');
  });

  await test.step('found and referred are the same day', async () => {
    const main = page.getByRole('main');
    await expect(main).toContainText('2023-07-05 09:30');
    await expect(main).toContainText('2023-07-05 10:10');
    await expect(main).toContainText('供电部门');
  });

  await test.step('the resident is told, as the rules require, and the visit archived', async () => {
    await page.locator('[data-step=feed_back]').click();
    const demand = part(page, '诉求 1');
    await type(demand, '办理措施', '供电部门当日到场，共同研判后修剪树枝');
    await type(demand, '办结时间', '2023-07-05 16:00');
    await type(demand, '解释说明', '树枝已修剪，线路安全');
    const feedback = part(page, '反馈');
    await type(feedback, '反馈时间', '2023-07-05 17:00');
    await type(feedback, '反馈情况', '按规定将处置结果反馈给反映问题的居民');
    await mark(page, '满意度', '满意');
    await save(page);
    await stands(page, '已反馈');
    await page.locator('[data-step=archive]').click();
    await expect(page.getByText('条件已全部满足，可以办理')).toBeVisible();
    await save(page);
    await stands(page, '归档');
  });

  await test.step('it is found by initials of its place and by what was in the way', async () => {
    for (const typed of ['jxxq', '高压线']) {
      await page.keyboard.press('Control+k');
      await page
        .getByRole('dialog')
        .getByRole('combobox')
        .or(page.getByRole('dialog').getByRole('textbox'))
        .first()
        .fill(typed);
      await expect(page.getByRole('option', { name: /某居民.*吉兴小区/ }).first()).toBeVisible();
      await page.keyboard.press('Escape');
    }
  });
});
