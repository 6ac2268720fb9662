// A desk with a network carries the stick of one without: there and back, and it reads neither way.

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taskContent } from '../../support/sample-task.ts';
import { exportTo, importFrom, jobEnd, jobFacts, newStick } from '../../support/stick.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';

async function opened() {
  const centre = await startUnitCentre();
  const [carrier, desk] = [await syncedDesk(centre, '有网'), await syncedDesk(centre, '无网')];
  const stick = newStick();
  const carry = (folder = stick) => carrier.client.bundles.carry({ places: [stick], folder });
  return { centre, carrier, desk, stick, carry };
}

describe('a desk with a network', () => {
  it('[U24] brings the bundles of others to the centre and the answers onto the same stick', async () => {
    const { carrier, desk, stick, carry } = await opened();
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
    await exportTo(desk.client, stick, { partBytes: 65_536 });
    expect(await jobFacts(carrier.client, await carry())).toEqual({
      bundles: 1,
      received: 2,
      waiting: 0,
      refused: 0,
      files: 0,
    });
    const [answer] = readdirSync(stick).filter((name) => name.startsWith('answer-') && name.endsWith('.casebundle'));
    const views = await carrier.client.bundles.inspect({ places: [stick] });
    expect(views.find(({ name }) => name === answer)?.problem?.code).toBe('bundle_not_for_us');
    expect(await importFrom(desk.client, stick)).toMatchObject({ bundles: 1, received: 2, refused: 0 });
    const { confirmed, total } = await desk.client.delivery.counters();
    expect(confirmed).toBe(total);
    // The answers of an earlier trip on the stick are not carried as bundles.
    expect(await jobFacts(carrier.client, await carry())).toMatchObject({ bundles: 1, received: 2 });
  });

  it('says that the centre is out of reach, or that there is nothing to carry', async () => {
    const { centre, carrier, stick, carry } = await opened();
    await centre.stop();
    const elsewhere = await startUnitCentre();
    const stranger = await syncedDesk(elsewhere, '别处');
    await exportTo(stranger.client, stick);
    expect((await jobEnd(carrier.client, await carry())).problem?.code).toBe('sync_unreachable');
    const local = await syncedDesk(elsewhere, '本地');
    const damaged = newStick();
    const places = [stick];
    expect(await jobFacts(local.client, await local.client.bundles.carry({ places, folder: damaged }))).toMatchObject({
      bundles: 1,
    });
    const empty = await jobEnd(
      local.client,
      await local.client.bundles.carry({ places: [newStick()], folder: damaged }),
    );
    expect(empty.problem?.code).toBe('bundle_not_found');
  });
});
