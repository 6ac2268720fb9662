// W12: a wallet from the night market, taken in at 23:40, is back with its owner in under half an hour.

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, goTo, signIn, test } from './support/desk.ts';
import { addEntry, choose, giveFile, mark, part, row, save, type } from './support/forms.ts';
import { pngPicture } from './support/picture.ts';

// A notice that is just fading away is no finding.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function takeIn(page: Page): Promise<void> {
  await goTo(page, '/new/found_item');
  await type(page, '拾得时间', '2025-03-28 23:20');
  await mark(page, '时间精度', '约');
  await type(page, '拾得地点', '荆山陈夜市');
  await choose(page, '地点类型', 'jdgg', '街道公共场所');
  const finder = part(page, '拾得人 1');
  await mark(finder, '身份', '发现人');
  await type(finder, '不完整姓名', '张某');
  await type(finder, '公开称谓', '张先生');
  await mark(finder, '放弃酬谢', '是');
  await type(page, '送交时间', '2025-03-28 23:40');
  await choose(page, '第二接收人', 'lya', '林予安');
}

async function listThings(page: Page): Promise<void> {
  await choose(page, '特殊物品', '无');
  const wallet = part(page, '物品 1');
  await choose(wallet, '类别', 'qb', '钱包');
  await type(wallet, '物品名称', '棕色折叠钱包');
  await type(wallet, '数量', '1');
  await type(wallet, '暗记', '内有十万元存单一张');
  for (const [index, [value, count]] of [
    ['100', '2'],
    ['50', '1'],
    ['１０', '１'],
  ].entries()) {
    await addEntry(page, '现金', '现金');
    const line = row(page, `现金 ${index + 1}`);
    await choose(line, '币种', '人民币');
    await type(line, '面额', value ?? '');
    await type(line, '张(枚)数', count ?? '');
    await choose(line, '清点人二', 'lya', '林予安');
  }
  await addEntry(page, '证件票证', '证件票证');
  await choose(part(page, '证件票证 1'), '证件票证种类', '存单');
  await type(part(page, '证件票证 1'), '票面金额', '10万元');
  await addEntry(page, '证件票证', '证件票证');
  await choose(part(page, '证件票证 2'), '证件票证种类', '银行卡');
  await type(part(page, '证件票证 2'), '号码', '6222020000000000000');
  await type(page, '保管位置', '值班室保险柜1号袋');
  await mark(page, '是否知悉权利人', '是');
}

async function printPaper(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `打印《${name}》` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.getByText('已登记打印').last()).toBeVisible();
  await page.getByRole('button', { name: '返回记录' }).click();
}

async function takeStep(page: Page, key: string): Promise<void> {
  await page.locator(`[data-step=${key}]`).click();
  await expect(page.getByRole('heading', { name: '办理条件' })).toBeVisible();
}

const stands = (page: Page, state: string) =>
  expect(page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible();

test('the wallet of W12: taken in, counted by two, its owner called, both checks, released with receipt, in the register', async ({
  page,
  sampleDesk,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(sampleDesk.address);
  await signIn(page, '陈晓岚');

  await test.step('taken in at 23:40, cash counted exactly by two, a certificate is no cash', async () => {
    await takeIn(page);
    await listThings(page);
    await expect(page.locator('[data-path=cash_total_fen]')).toContainText('260.00 元');
    await expect(page.locator('[data-path=cash_total_fen]')).toContainText('人民币贰佰陆拾元整');
    await expect(page.locator('[data-path=face_value_total_fen]')).toContainText('100,000.00');
    await expectAccessible(page);
    await save(page);
    await expect(page.locator('[data-record-number]')).toContainText('拾〔');
    await stands(page, '登记');
    await expectAccessible(page);
  });
  const number = ((await page.locator('[data-record-number]').textContent()) ?? '').replace('失物招领', '').trim();

  await test.step('into custody: photo, receipt for the finder, his signature', async () => {
    await takeStep(page, 'take_into_custody');
    await save(page);
    await expect(page.locator('[data-problem-summary], [data-problem]').first()).toBeVisible();
    await giveFile(page, page.getByRole('button', { name: '上传物品照片' }), pngPicture('wallet.png'));
    await printPaper(page, '受理回执');
    await choose(page, '签收方式', '手写签名');
    await type(page, '签署时间', '2025-03-28 23:48');
    await expect(page.getByText('条件已全部满足，可以办理')).toBeVisible();
    await expectAccessible(page);
    await save(page);
    await stands(page, '保管中');
  });

  await test.step('the owner is traced and called', async () => {
    await takeStep(page, 'notify_owner');
    const owner = part(page, '权利人');
    await type(owner, '不完整姓名', '黎某');
    await type(owner, '公开称谓', '黎女士');
    await type(owner, '联系电话', '１３８００１３８０００');
    await type(owner, '查找途径', '钱包内证件');
    await mark(owner, '联系前已知丢失', '否');
    await addEntry(page, '联系记录', '联系');
    const call = page.locator('[data-path^="contacts/"]').first();
    await type(call, '联系时间', '2025-03-28 23:52');
    await choose(call, '方式', '电话');
    await choose(call, '结果', '已联系上');
    await save(page);
    await stands(page, '已通知权利人');
  });

  await test.step('she claims it: person and thing are both checked', async () => {
    await takeStep(page, 'review_claim');
    await addEntry(page, '认领申请', '认领');
    const claim = part(page, '认领 1');
    await type(claim, '申请时间', '2025-03-29 00:12');
    const claimant = part(claim, '认领人');
    await type(claimant, '不完整姓名', '黎某');
    await choose(claimant, '证件类型', '居民身份证');
    await type(claimant, '证件号码', '110101190001010022');
    await expect(claimant.getByLabel('出生日期', { exact: true })).toHaveValue('1900-01-01');
    await expect(claimant.getByLabel('女', { exact: true })).toBeChecked();
    await type(claim, '所述特征', '内有一张十万元存单、两三百元现金、银行卡和证件');
    await mark(claim, '身份核对', '姓名相符', '证件号码相符', '本人与照片相符');
    await mark(claim, '物品核对', '说出内装物品');
    await mark(claim, '核对结果', '核对一致');
    await save(page);
    await stands(page, '认领审核');
  });

  await test.step('released line by line, receipt printed, signed with a fingerprint, photographed', async () => {
    await takeStep(page, 'release');
    await addEntry(page, '发还', '发还');
    await expect(page.getByRole('button', { name: '撤销' }), 'only the latest save is offered back').toHaveCount(1);
    const release = part(page, '发还 1');
    const certificate = release.getByRole('row').filter({ hasText: '存单' });
    await expect(certificate, 'a value that is masked is no nought').not.toContainText('0.00');
    await type(release, '通知领取时间', '2025-03-28 23:52');
    await type(release, '领取时间', '2025-03-29 00:17');
    await type(part(release, '权利人'), '不完整姓名', '黎某');
    await mark(release, '委托他人领取', '否');
    await release.getByRole('checkbox', { name: '全部选中' }).check();
    await expect(release.locator('[data-path$="/cash_fen"]')).toContainText('260.00 元');
    await expect(release.locator('[data-path$="/minutes_to_handover"]')).toContainText('25');
    await choose(release, '发还第二经办人', 'lya', '林予安');
    await page.getByRole('button', { name: '仅保存' }).click();
    await expect(page.getByText('已保存').last()).toBeVisible();
    await printPaper(page, '领取凭证');
    await giveFile(page, page.getByRole('button', { name: '上传发还照片' }), pngPicture('handover.png'));
    const receipt = part(part(page, '发还 1'), '领取凭证签字');
    await choose(receipt, '签收方式', '签名并捺指印');
    await type(receipt, '签署时间', '2025-03-29 00:17');
    await mark(receipt, '已捺指印', '是');
    await expect(page.getByText('条件已全部满足，可以办理')).toBeVisible();
    await save(page);
    await stands(page, '已发还');
    await expectAccessible(page);
  });

  await test.step('the receipt and the register show it', async () => {
    await page.getByRole('tab', { name: '文书' }).click();
    await page.getByRole('link', { name: /^领取凭证/ }).click();
    const paper = page.frameLocator('iframe');
    await expect(paper.locator('body')).toContainText('人民币贰佰陆拾元整');
    await goTo(page, '/registers/found_item');
    const line = page.getByRole('row').filter({ hasText: number });
    await expect(line).toContainText('260.00');
    await expect(line).toContainText('荆山陈夜市');
  });
});
