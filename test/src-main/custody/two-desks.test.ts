// The same shelf counted at two desks at once: the union of what both saw, one sheet, nothing destroyed.

import { expect, it } from 'vitest';
import { heldWallet } from '../../support/held-wallet.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';

it('scans of both desks add up in one stock-take, and two endings give one sheet', async () => {
  const centre = await startUnitCentre();
  const one = await syncedDesk(centre, '一号机');
  const two = await syncedDesk(centre, '二号机');
  const wallet = await heldWallet(one, '一号柜');
  const { id } = await one.client.custody.beginStockTake({ place: '一号柜', witness: null });
  await one.sync();
  await two.sync();
  await one.client.custody.scanLabel({ id, text: `${wallet.id}-wallet` });
  await two.client.custody.scanLabel({ id, text: `${wallet.id}-keys` });
  await two.client.custody.scanLabel({ id, text: `${wallet.id}-wallet` });
  for (const desk of [one, two, one]) await desk.sync();
  const views = await Promise.all([one, two].map((desk) => desk.client.custody.stockTake({ id })));
  expect(views.map(({ counts }) => counts.found)).toEqual([2, 2]);
  expect(views[0]?.lines).toEqual(views[1]?.lines);
  await one.client.custody.finishStockTake({ id, explanation: '' });
  await two.client.custody.finishStockTake({ id, explanation: '' });
  for (const desk of [one, two, one]) await desk.sync();
  const sheets = await Promise.all([one, two].map((desk) => desk.client.custody.stockTake({ id })));
  expect(sheets.map(({ finished, counts, lines }) => [finished, counts.expected, lines.length])).toEqual([
    [true, 4, 4],
    [true, 4, 4],
  ]);
});

it('two stock-takes of one shelf, begun at two desks, are two records with their own sheets', async () => {
  const centre = await startUnitCentre();
  const one = await syncedDesk(centre, '一号机');
  const two = await syncedDesk(centre, '二号机');
  const wallet = await heldWallet(one, '一号柜');
  await one.sync();
  await two.sync();
  const ids = await Promise.all(
    [one, two].map(async (desk) => (await desk.client.custody.beginStockTake({ place: '一号柜', witness: null })).id),
  );
  for (const [index, desk] of [one, two].entries()) {
    const id = ids[index] ?? '';
    await desk.client.custody.scanLabel({ id, text: `${wallet.id}-${index === 0 ? 'wallet' : 'keys'}` });
    await desk.client.custody.finishStockTake({ id, explanation: '' });
  }
  for (const desk of [one, two, one]) await desk.sync();
  for (const desk of [one, two]) {
    const found = await Promise.all(ids.map((id) => desk.client.custody.stockTake({ id })));
    expect(found.map(({ lines }) => lines.filter(({ result }) => result === 'found').map(({ name }) => name))).toEqual([
      ['牛皮钱包'],
      ['钥匙'],
    ]);
  }
});
