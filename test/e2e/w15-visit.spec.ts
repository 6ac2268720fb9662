// W15: a visit to a family in difficulty; what it asked for becomes a to-do with a deadline, and gets its answer.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { addEntry, choose, mark, part, save, type } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const stands = (page: Page, state: string) =>
  expect(page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible();

async function recordVisit(page: Page): Promise<void> {
  await goTo(page, '/new/visit');
  await type(page, '走访时间', '2025-03-05 10:00');
  await type(page, '走访地址', '八一社区');
  await addEntry(page, '受访人', '受访人');
  const met = part(page, '受访人 1');
  await type(met, '不完整姓名', '吴某');
  await type(met, '公开称谓', '吴女士');
  await mark(page, '走访目的', '重点走访');
  await type(page, '基本情况', '重病，丧失劳动能力，离异，两个孩子在校读书，家庭生活困难。');
  await page.getByRole('heading', { name: '三、诉求' }).click();
  await addEntry(page, '诉求问题', '诉求');
  const demand = part(page, '诉求 1');
  await type(demand, '诉求内容', '两个孩子的学费无力承担');
  await choose(demand, '类别', 'znjx', '子女就学');
  await mark(demand, '紧急', '是');
}

test('the visit of W15: a demand becomes a linked to-do with its deadline, explained and archived', async ({
  page,
  sampleDesk,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '周明野');

  await test.step('the visit is written down with its demand', async () => {
    await recordVisit(page);
    await expectAccessible(page);
    await save(page);
    await stands(page, '计划');
    await page.locator('[data-step=record_visit]').click();
    await expect(page.getByText('条件已全部满足，可以办理')).toBeVisible();
    await save(page);
    await stands(page, '有诉求待办');
  });

  await test.step('the demand becomes a to-do', async () => {
    await part(page, '诉求 1').getByRole('button', { name: '建待办事项' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '建待办事项' }).click();
    await expect(dialog.locator('[data-path=due_at]')).toContainText(/必填|缺少/);
    await type(dialog, '最终办结时限', '2027-03-10 18:00');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '建待办事项' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('tab', { name: /关联 1/ }).click();
    await page
      .getByRole('link', { name: /两个孩子的学费无力承担/ })
      .first()
      .click();
    await stands(page, '待办');
    await expect(page.getByRole('main')).toContainText('2027-03-10 18:00');
  });

  await test.step('the resident is answered, and the visit archived', async () => {
    await page.goBack();
    await page.locator('[data-step=feed_back]').click();
    const demand = part(page, '诉求 1');
    await type(demand, '解释说明', '两个孩子的学费已经落实');
    const feedback = part(page, '反馈');
    await type(feedback, '反馈时间', '2025-03-31 10:00');
    await type(feedback, '反馈情况', '告知学费和临时救助办理情况');
    await mark(page, '满意度', '满意');
    await save(page);
    await stands(page, '已反馈');
    await page.locator('[data-step=archive]').click();
    await expect(page.getByText('条件已全部满足，可以办理')).toBeVisible();
    await save(page);
    await stands(page, '归档');
  });
});
