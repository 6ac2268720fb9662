// Two desks and a real centre: what one saves, the other shows, and each says truly how far it is.

import { describe, expect, test } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, startUnitCentreAgain, syncedDesk } from '../../support/synced-desks.ts';

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
    const { entries } = await second.client.records.history({ id: saved.id });
    expect(entries.map(({ deviceName, byName, delivery }) => ({ deviceName, byName, delivery }))).toEqual([
      { deviceName: '一号机', byName: '黎女士', delivery: 'confirmed' },
    ]);
    const { centre: way, ...counts } = await first.client.delivery.counters();
    const nowhere = { here: 0, on_stick: 0, sent: 0, received: 0, doubted: 0, refused: 0, set_aside: 0 };
    expect([way.access, way.problem, counts]).toEqual(['granted', null, { ...nowhere, confirmed: 2, total: 2 }]);
  });

  test('[H20] both edit the same field offline: each keeps its own, both are told, and the decision settles everywhere', async () => {
    const centre = await startUnitCentre();
    const first = await syncedDesk(centre, '一号机');
    const second = await syncedDesk(centre, '二号机');
    const saved = await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
    await first.sync();
    await second.sync();
    const { id, heads } = saved;
    await first.client.records.edit({ id, heads: [...heads], patch: { title: '溪心桥东头路灯报修' } });
    await second.client.records.edit({ id, heads: [...heads], patch: { title: '溪心桥西头路灯报修' } });
    for (const desk of [first, second, first, second]) await desk.sync();
    const views = await Promise.all([first, second].map(({ client }) => client.records.open({ id })));
    expect(views.map(({ conflicts }) => conflicts.map(({ path, versions }) => [path, versions.length]))).toEqual([
      [['title', 2]],
      [['title', 2]],
    ]);
    expect(views[0]?.content).toEqual(views[1]?.content);
    await second.client.records.decide({
      id,
      heads: [...(views[1]?.heads ?? [])],
      path: 'title',
      value: '溪心桥西头路灯报修',
    });
    for (const desk of [second, first]) await desk.sync();
    const settled = await Promise.all([first, second].map(({ client }) => client.records.open({ id })));
    expect(settled.map(({ conflicts, content }) => [conflicts.length, content.title])).toEqual([
      [0, '溪心桥西头路灯报修'],
      [0, '溪心桥西头路灯报修'],
    ]);
  });

  test('[S20] what is saved while the centre cannot be reached is delivered by itself when it is back', async () => {
    const centre = await startUnitCentre();
    const first = await syncedDesk(centre, '一号机');
    await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
    await first.sync();
    await centre.stop();
    await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
    const away = await problemOfCall(first.client.delivery.sync());
    expect(away).toMatchObject({ code: 'sync_unreachable' });
    expect(await first.client.delivery.counters()).toMatchObject({ confirmed: 2, total: 3 });
    await startUnitCentreAgain(centre);
    await first.sync();
    expect(await first.client.delivery.counters()).toMatchObject({ confirmed: 3, total: 3 });
  });
});
