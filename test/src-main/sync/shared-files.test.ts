// A record that is shared with another unit is whole there: with its photo.

import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { bringBlobs } from '../../../src-server/blobs/bring-blobs.ts';
import { openBlobFiles } from '../../../src-server/blobs/open-blob-files.ts';
import { shareRecord } from '../../../src-server/sync/place-records.ts';
import { toRecordId, toScopeId } from '../../../src-shared/history/ids.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { pngBytes } from '../../support/small-files.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import { testUnit } from '../../support/test-desk.ts';

const community = { ...testUnit, code: 'DJ01', name: '东街社区' };

test('[S37] a desk of another unit gets the photo of a record that was shared with it', async () => {
  const centre = await startUnitCentre();
  await centre.addScope(toScopeId(community.code));
  const police = await syncedDesk(centre, '派出所');
  const residents = await syncedDesk(centre, '社区', { unit: community, deskKind: 'community' });
  const photo = Buffer.concat([pngBytes, randomBytes(50_000)]);
  const content = taskContent(police.account);
  const saved = await police.client.records.add({ kind: 'handbook_task', content });
  const file = new File([new Uint8Array(photo)], '现场.png', { type: 'image/png' });
  await police.client.attachments.add({ id: saved.id, heads: [...saved.heads], file, role: 'other', note: '' });
  await police.sync();
  okValue(await shareRecord(centre.centre, toRecordId(saved.id), toScopeId(community.code)));
  await bringBlobs(centre.centre, openBlobFiles({ directory: centre.directory, bucket: null }));
  await residents.sync();
  const [shown] = (await residents.client.records.open({ id: saved.id })).attachments;
  expect([shown?.name, shown?.present, shown?.delivery]).toEqual(['现场.png', true, 'confirmed']);
  const there = await residents.client.attachments.read({ id: saved.id, attachment: shown?.id ?? '' });
  expect(Buffer.from(await there.arrayBuffer()).equals(photo)).toBe(true);
});
