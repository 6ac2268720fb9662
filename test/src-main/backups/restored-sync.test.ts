import { expect, test } from 'vitest';
import { checkReceipts } from '../../../src-main/backups/check-receipts.ts';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { syncOnce } from '../../../src-main/sync/sync-once.ts';
import { backUpNow, choosePlaceFor, restoreOnBlank } from '../../support/backed-up-desk.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import type { TestClient } from '../../support/test-desk.ts';

async function add(client: TestClient, owner: string, title: string) {
  return client.records.add({ kind: 'handbook_task', content: taskContent(owner, title) });
}

async function titles(client: TestClient): Promise<readonly string[]> {
  const page = await client.records.list({ kind: 'handbook_task', limit: 100 });
  return page.rows.map(({ title }) => title).toSorted();
}

test('a desk restored from an older backup gets back what was confirmed after it, doubles nothing and gives no number twice', async () => {
  const centre = await startUnitCentre();
  const desk = await syncedDesk(centre, '一号机');
  await desk.sync();
  const numbers = [(await add(desk.client, desk.account, '备份前已送')).number];
  await desk.sync();
  numbers.push((await add(desk.client, desk.account, '备份前未送')).number);
  await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  numbers.push((await add(desk.client, desk.account, '备份后已送')).number);
  await desk.sync();
  numbers.push((await add(desk.client, desk.account, '备份后未送，随旧机丢失')).number);
  await desk.engine.stop();

  const spare = await restoreOnBlank(desk, backup);
  const restored = await spare.client.backups.restored();
  expect(restored?.check).toMatchObject({ wrong: 0, missing: [] });
  expect(restored?.check?.receipts).toBeGreaterThan(0);
  numbers.push((await add(spare.client, desk.account, '恢复后离线')).number);
  await spare.client.records.edit({
    id: (await spare.client.records.find({ text: '备份前未送' }))[0]?.id ?? '',
    heads: [...(await headsOf(spare.client, '备份前未送'))],
    patch: { remark: '恢复后补充' },
  });
  okValue(await syncOnce(okValue(spare.host.sync())));
  numbers.push((await add(spare.client, desk.account, '恢复后在线')).number);
  okValue(await syncOnce(okValue(spare.host.sync())));

  const expected = ['备份前已送', '备份前未送', '备份后已送', '恢复后离线', '恢复后在线'].toSorted();
  expect(await titles(spare.client)).toEqual(expected);
  expect(new Set(numbers).size).toBe(numbers.length);
  const open = okValue(spare.host.openDesk());
  expect(verifyDesk(open).faults).toEqual([]);
  const { total, confirmed } = await spare.client.delivery.counters();
  expect(confirmed).toBe(total);

  const other = await syncedDesk(centre, '二号机');
  await other.sync();
  expect(await titles(other.client)).toEqual(expected);
  // What was saved after the backup and never sent went with the old PC; it was never said to be delivered.
  countFaults({ fault: 'restore of an older backup', injected: 1, looked: expected.length, lost: 0 });
});

async function headsOf(client: TestClient, text: string): Promise<readonly string[]> {
  const [hit] = await client.records.find({ text });
  return (await client.records.open({ id: hit?.id ?? '' })).heads;
}

test('a receipt for something that is not here is found, and so is one the centre did not sign', async () => {
  const centre = await startUnitCentre();
  const desk = await syncedDesk(centre, '一号机');
  await add(desk.client, desk.account, '已送');
  await desk.sync();
  const { open } = desk;
  const before = checkReceipts(open);
  expect(before).toMatchObject({ wrong: 0, missing: [], undelivered: 0 });
  expect(before.covered).toBeGreaterThan(0);
  open.database.reading.rows({
    sql: `update receipt set changes = '[9999]' where key = 1 returning key`,
    parameters: [],
  });
  expect(checkReceipts(open)).toMatchObject({ wrong: 1, missing: ['1/9999'] });
  open.database.reading.rows({ sql: `update receipt set signature = zeroblob(64) returning key`, parameters: [] });
  expect(checkReceipts(open).wrong).toBe(before.receipts);
});
