import { expect, test } from 'vitest';
import { shareRecord, withdrawRecord } from '../../../src-server/sync/place-records.ts';
import { toRecordId, toScopeId } from '../../../src-shared/history/ids.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk, unitScope } from '../../support/synced-desks.ts';

test('S8 a record that has moved to another unit says so on both desks it left, and no more when it is back', async () => {
  const centre = await startUnitCentre();
  const other = toScopeId('OTHER01');
  await centre.addScope(other);
  const first = await syncedDesk(centre, '一号机');
  const second = await syncedDesk(centre, '二号机');
  const moved = await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
  const staying = await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
  for (const desk of [first, second]) await desk.sync();
  const hasLeft = async (id: string) => [
    (await first.client.records.open({ id })).hasLeft,
    (await second.client.records.open({ id })).hasLeft,
  ];
  expect(await hasLeft(moved.id)).toEqual([false, false]);
  okValue(await shareRecord(centre.centre, toRecordId(moved.id), other));
  okValue(await withdrawRecord(centre.centre, toRecordId(moved.id), unitScope));
  for (const desk of [first, second]) await desk.sync();
  expect(await hasLeft(moved.id)).toEqual([true, true]);
  expect(await hasLeft(staying.id)).toEqual([false, false]);
  okValue(await shareRecord(centre.centre, toRecordId(moved.id), unitScope));
  for (const desk of [first, second]) await desk.sync();
  expect(await hasLeft(moved.id)).toEqual([false, false]);
});
