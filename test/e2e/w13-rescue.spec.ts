// W13: a man known by surname only is pulled out of the river by police, a trainee, a rescue team and people on the bank.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { addEntry, choose, field, mark, part, save, type } from './support/forms.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const stands = (page: Page, state: string) =>
  expect(page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible();

const rescuers = [
  { role: '民警', name: '方某', organisation: '派出所', contribution: '带队沿桥搜寻，从岸上抛绳接应' },
  { role: '实习学警', name: '张某', organisation: '派出所', contribution: '穿戴装备下水游到落水者身边，扶稳并安抚' },
  { role: '救援队', name: '', organisation: '救援队', contribution: '赶到后跳入水中，递送救生圈' },
  { role: '群众', name: '', organisation: '岸上群众', contribution: '在岸上拉绳，合力将人拉上岸' },
] as const;

async function recordRescuers(page: Page): Promise<void> {
  for (const [index, rescuer] of rescuers.entries()) {
    await addEntry(page, '施救人员', '施救人员');
    const entry = part(page, `施救人员 ${index + 1}`);
    await choose(entry, '身份', rescuer.role);
    await type(entry, '姓名或称谓', rescuer.name);
    await type(entry, '所属单位', rescuer.organisation);
    await type(entry, '施救经过', rescuer.contribution);
  }
}

test('the river rescue of W13: a surname is enough, four kinds of rescuers, minutes counted, found by place and initials', async ({
  page,
  sampleDesk,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(10_000);
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');

  await test.step('the call', async () => {
    await goTo(page, '/new/rescue');
    await type(page, '接警时间', '2025-04-02 1:12');
    await expect(field(page, '接警时间')).toHaveValue('2025-04-02 01:12');
    await choose(page, '救助类型', '溺水');
    await type(page, '地点', '溪心桥');
    await expectAccessible(page);
    await save(page);
    await stands(page, '接警');
  });

  await test.step('sent out', async () => {
    await page.locator('[data-step=dispatch]').click();
    await type(page, '派警时间', '2025-04-02 1:13');
    await save(page);
    await stands(page, '处置中');
  });

  await test.step('brought ashore', async () => {
    await page.locator('[data-step=bring_to_safety]').click();
    await type(page, '到场时间', '2025-04-02 1:20');
    await addEntry(page, '被救助人', '被救助人');
    const man = part(page, '被救助人 1');
    await type(man, '不完整姓名', '舒某');
    await mark(man, '性别', '男');
    await mark(man, '伤情', '未受伤');
    await type(man, '籍贯或来自', '湖南');
    await mark(man, '饮酒', '是');
    await recordRescuers(page);
    await mark(page, '处置措施', '搜寻', '下水施救', '抛绳抛救生圈');
    await expectAccessible(page);
    await save(page);
    await stands(page, '已脱险/送医');
  });

  await test.step('it can be read, and found by its place and by initials', async () => {
    await expect(page.locator('[data-path=response_minutes]')).toContainText('8');
    await expect(page.getByRole('main')).toContainText('舒某');
    for (const typed of ['溪心桥', 'xxq']) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').locator('input').fill(typed);
      await expect(page.getByRole('dialog')).toContainText('溪心桥');
      await page.keyboard.press('Escape');
    }
  });
});
