// Shelf stock-takes on a real desk: what lies where, scanned and typed labels, the sheet that comes of it.

import { expect, it } from 'vitest';
import { heldWallet } from '../../support/held-wallet.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { addColleague, type TestDesk, testDesk } from '../../support/test-desk.ts';

/** Result of each piece by name, as the sheet has it. */
async function results(desk: TestDesk, id: string): Promise<Readonly<Record<string, string>>> {
  const { lines } = await desk.client.custody.stockTake({ id });
  return Object.fromEntries(
    lines.map(({ name, code, number, result }) => [`${number.slice(-6)} ${name || code}`, result]),
  );
}

it('places say what the records keep there, things that lie apart included', async () => {
  const desk = await testDesk();
  const { id: other } = await addColleague(desk, '舒民警', ['recorder']);
  await heldWallet(desk, '一号柜', { cash_place: '保险柜' }, other);
  await heldWallet(desk, '一号柜', { cash_lines: [] }, other);
  expect(await desk.client.custody.places()).toEqual({
    places: [
      { place: '保险柜', pieces: 1, records: 1 },
      { place: '一号柜', pieces: 6, records: 2 },
    ],
    hidden: 0,
  });
});

it('labels, whole numbers and short numbers find pieces; the rest is missing, misplaced, given back or unknown', async () => {
  const desk = await testDesk();
  const { id: other } = await addColleague(desk, '舒民警', ['recorder']);
  const first = await heldWallet(desk, '一号柜', {}, other);
  const second = await heldWallet(desk, '二号柜', { cash_lines: [], doc_lines: [] }, other);
  const third = await heldWallet(
    desk,
    '一号柜',
    { items: [{ id: 'bag', category: 'bag', name: '背包', quantity: 1 }], cash_lines: [], doc_lines: [] },
    other,
  );
  const { heads } = await desk.client.records.open({ id: third.id });
  await desk.client.records.step({ id: third.id, heads: [...heads], step: 'void', reason: '重复登记' });
  const { id } = await desk.client.custody.beginStockTake({ place: '一号柜', witness: other });
  const scan = (text: string) => desk.client.custody.scanLabel({ id, text });
  await scan(`${first.id.toUpperCase()}-WALLET`);
  await scan(`${first.id.toUpperCase()}-ＣＡＳＨ`);
  await scan(second.number);
  await scan(third.number);
  const view = await scan('楼下捡的纸条');
  expect(await results(desk, id)).toEqual({
    '〕0001号 牛皮钱包': 'found',
    '〕0001号 现金（封存）': 'found',
    '〕0001号 钥匙': 'missing',
    '〕0001号 银行卡': 'missing',
    '〕0002号 牛皮钱包': 'misplaced',
    '〕0002号 钥匙': 'misplaced',
    '〕0003号 背包': 'unexpected',
    ' 楼下捡的纸条': 'unknown',
  });
  expect(view.counts).toEqual({ expected: 4, found: 2, missing: 2, misplaced: 2, unexpected: 1, unknown: 1 });
  expect((await scan('1')).counts).toEqual({ ...view.counts, found: 4, missing: 0 });
});

it('a label scanned again is saved once; a scan can be taken back while the counting goes on', async () => {
  const desk = await testDesk();
  const { id: record } = await heldWallet(desk, '一号柜');
  const { id } = await desk.client.custody.beginStockTake({ place: '一号柜', witness: null });
  await desk.client.custody.scanLabel({ id, text: record });
  const twice = await desk.client.custody.scanLabel({ id, text: record });
  expect(twice.scans).toHaveLength(1);
  const dropped = await desk.client.custody.dropScan({ id, scan: twice.scans[0]?.id ?? '' });
  expect([dropped.scans, dropped.counts.found]).toEqual([[], 0]);
  await desk.client.custody.finishStockTake({ id, explanation: '' });
  const late = desk.client.custody.scanLabel({ id, text: record });
  expect(await problemOfCall(late)).toEqual({ code: 'stock_take_over' });
});

it('the finished sheet keeps what was found, whatever becomes of the things, and prints', async () => {
  const desk = await testDesk();
  const wallet = await heldWallet(desk, '一号柜');
  const begun = await desk.client.custody.beginStockTake({ place: '一号柜', witness: null });
  await desk.client.custody.scanLabel({ id: begun.id, text: `${wallet.id}-keys` });
  await desk.client.custody.finishStockTake({ id: begun.id, explanation: '卡已送银行' });
  const before = await desk.client.custody.stockTake({ id: begun.id });
  const { heads } = await desk.client.records.open({ id: wallet.id });
  await desk.client.records.edit({ id: wallet.id, heads: [...heads], patch: { custody_place: '二号柜' } });
  const after = await desk.client.custody.stockTake({ id: begun.id });
  expect(after).toEqual(before);
  expect([after.finished, after.counts]).toEqual([true, { ...before.counts, expected: 4, found: 1, missing: 3 }]);
  const { html, title } = await desk.client.documents.page({ id: begun.id, document: 'discrepancy_sheet' });
  expect(title).toBe('盘点差异表 方岩所盘〔2025〕0001号');
  expect(html).toContain('银行卡');
  expect(html).toContain('卡已送银行');
  expect(html).not.toContain('钥匙');
});

it('nobody writes a stock-take on a form, and a record keeps its custodian but for a hand-over', async () => {
  const desk = await testDesk();
  const { id: other } = await addColleague(desk, '舒民警', ['recorder']);
  const { id } = await desk.client.custody.beginStockTake({ place: null, witness: null });
  const { heads, kind } = await desk.client.records.open({ id });
  const code = async (call: Promise<unknown>) => (await problemOfCall(call)).code;
  expect(await code(desk.client.records.add({ kind, content: {} }))).toBe('kind_has_own_page');
  const edit = desk.client.records.edit({ id, heads: [...heads], patch: { place: '二号柜' } });
  expect(await code(edit)).toBe('kind_has_own_page');
  const wallet = await heldWallet(desk, '一号柜', { custodian: other }, other);
  const seen = await desk.client.records.open({ id: wallet.id });
  const patch = { custodian: desk.account };
  const change = desk.client.records.edit({ id: wallet.id, heads: [...seen.heads], patch });
  expect(await code(change)).toBe('custodian_by_hand_over');
});

it('auditors look at a stock-take and cannot scan; the witness is another person', async () => {
  const desk = await testDesk();
  const auditor = await addColleague(desk, '何某', ['auditor']);
  const code = async (call: Promise<unknown>) => (await problemOfCall(call)).code;
  expect(await code(desk.client.custody.beginStockTake({ place: null, witness: desk.account }))).toBe(
    'second_person_is_first',
  );
  const { id } = await desk.client.custody.beginStockTake({ place: null, witness: null });
  expect((await auditor.client.custody.stockTake({ id })).finished).toBe(false);
  expect(await code(auditor.client.custody.scanLabel({ id, text: 'x' }))).toBe('not_allowed');
});
