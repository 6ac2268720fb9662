// Two desks and a real centre: what one saves, the other shows, and each says truly how far it is.

import { describe, expect, test } from 'vitest';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';

describe('two desks of one unit', () => {
  test('[S17] what one desk saves is confirmed there and shown on the other', async () => {
    const centre = await startUnitCentre();
    const first = await syncedDesk(centre, '一号机');
    const second = await syncedDesk(centre, '二号机');
    const saved = await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
    await first.sync();
    await second.sync();
    const shown = await second.client.records.open({ id: saved.id });
    expect(shown.number).toBe(saved.number);
    const { centre: way, ...counts } = await first.client.delivery.counters();
    const nowhere = { here: 0, on_stick: 0, sent: 0, received: 0, doubted: 0, refused: 0, set_aside: 0 };
    expect([way.access, way.problem, counts]).toEqual(['granted', null, { ...nowhere, confirmed: 2, total: 2 }]);
  });
});
