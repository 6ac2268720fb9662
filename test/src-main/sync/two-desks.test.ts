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
    expect(await first.client.delivery.counters()).toMatchObject({ onThisPc: 0, received: 3 });
  });
});
