import { expect, test } from 'vitest';
import { knownDeviceKey, knownDeviceName } from '../../../src-main/stores/known-device-store.ts';
import { keepDevices } from '../../../src-main/sync/learn-devices.ts';
import { bytesToHex } from '../../../src-shared/base/bytes.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import { spoil } from '../../support/open-desk-of.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk, unitScope } from '../../support/synced-desks.ts';

/** One desk has written and the other has read it; `foreign` is a key that does not fit the writer's id. */
async function deskAndItsReader() {
  const centre = await startUnitCentre();
  const writing = await syncedDesk(centre, '一号机');
  const reading = await syncedDesk(centre, '二号机');
  await writing.client.records.add({ kind: 'handbook_task', content: taskContent(writing.account) });
  for (const desk of [writing, reading]) await desk.sync();
  const { device } = writing.open.device.signer;
  return { writing, reading, device, foreign: bytesToHex(reading.open.device.publicKey) };
}

test('a centre that names another key for a desk is not believed: the key has to fit the desk’s id', async () => {
  const { writing, reading, device, foreign } = await deskAndItsReader();
  const keyAt = (named: string) => knownDeviceKey(reading.open.database.reading, named);
  const own = keyAt(device);
  expect(own).toEqual(Buffer.from(writing.open.device.publicKey));
  const unknown = toDeviceId(`${device.slice(1)}0`);
  for (const named of [device, unknown])
    keepDevices(reading.open, [{ device: named, name: '冒名', scope: unitScope, publicKey: foreign }]);
  expect([keyAt(device), keyAt(unknown)]).toEqual([own, null]);
  expect(knownDeviceName(reading.open.database.reading, device)).toBe('冒名');
});

test('a desk named with a foreign key is told as unproven, and asked about until a key fits', async () => {
  const { writing, reading, device, foreign } = await deskAndItsReader();
  spoil(reading.open, 'delete from known_device');
  keepDevices(reading.open, [{ device, name: '冒名', scope: unitScope, publicKey: foreign }]);
  const { faults } = await reading.client.settings.verify();
  expect(faults).toContainEqual(expect.stringContaining('the key of its device is not known'));
  await reading.sync();
  expect(knownDeviceKey(reading.open.database.reading, device)).toEqual(Buffer.from(writing.open.device.publicKey));
  expect((await reading.client.settings.verify()).faults).toEqual([]);
});
