import { expect, test } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { shareRecord } from '../../../src-server/sync/place-records.ts';
import { toRecordId, toScopeId } from '../../../src-shared/history/ids.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk, unitScope } from '../../support/synced-desks.ts';
import { testUnit } from '../../support/test-desk.ts';

test('S8 of another unit only the shared record comes, its chain has gaps by nature, and verification finds no fault', async () => {
  const centre = await startUnitCentre();
  const other = toScopeId('OTHER01');
  await centre.addScope(other);
  const here = await syncedDesk(centre, '一号机');
  const there = await syncedDesk(centre, '邻所', { unit: { ...testUnit, code: other, name: '邻近派出所' } });
  const add = (title: string) =>
    there.client.records.add({ kind: 'handbook_task', content: taskContent(there.account, title) });
  await add('只在邻所的一件');
  const shared = await add('与本所共办的一件');
  await add('又一件只在邻所的');
  await there.sync();
  okValue(await shareRecord(centre.centre, toRecordId(shared.id), unitScope));
  await there.client.records.edit({ id: shared.id, heads: [...shared.heads], patch: { title: '共办，已改' } });
  await there.sync();
  await here.sync();
  const seen = await here.client.records.list({ kind: 'handbook_task', where: [], limit: 10 });
  expect(seen.rows.map(({ title }) => title)).toEqual(['共办，已改']);
  expect(verifyDesk(here.open).faults).toEqual([]);
});
