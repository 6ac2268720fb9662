// The inbox: what two desks wrote without knowing of each other, told in words, decided once, settled everywhere.

import { describe, expect, test } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { type SyncedDesk, startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import { addColleague } from '../../support/test-desk.ts';

async function twoDesks() {
  const centre = await startUnitCentre();
  const first = await syncedDesk(centre, '一号机');
  const second = await syncedDesk(centre, '二号机');
  const saved = await first.client.records.add({ kind: 'handbook_task', content: taskContent(first.account) });
  await syncAll(first, second);
  return { first, second, id: saved.id, heads: [...saved.heads] };
}

/** Until both know everything. */
async function syncAll(...desks: readonly SyncedDesk[]): Promise<void> {
  for (const desk of [...desks, ...desks]) await desk.sync();
}

async function headsOf({ client }: SyncedDesk, id: string): Promise<string[]> {
  return [...(await client.records.open({ id })).heads];
}

describe('the inbox', () => {
  test('[H20] tells who wrote what at which desk, what was there before and why', async () => {
    const { first, second, id, heads } = await twoDesks();
    await first.client.records.edit({ id, heads, patch: { remark: '请带梯子' }, reason: '路灯高' });
    await second.client.records.edit({ id, heads, patch: { remark: '请带电工' } });
    await syncAll(first, second);
    const { open, merged } = await second.client.conflicts.inbox();
    expect(merged).toEqual([]);
    expect(open.map(({ id: record, conflicts }) => [record, conflicts.length])).toEqual([[id, 1]]);
    const versions = open[0]?.conflicts[0]?.versions.map((version) => ({
      shown: version.shown,
      desk: version.deviceName,
      mine: version.isMine,
      reason: version.reason,
      may: version.mayChoose,
    }));
    expect(versions).toEqual(
      expect.arrayContaining([
        { shown: '请带梯子', desk: '一号机', mine: false, reason: '路灯高', may: true },
        { shown: '请带电工', desk: '', mine: true, reason: '', may: true },
      ]),
    );
  });

  test('[H20] edits of different places are listed as merged by themselves, at both desks', async () => {
    const { first, second, id, heads } = await twoDesks();
    await first.client.records.edit({ id, heads, patch: { remark: '请带梯子' } });
    await second.client.records.edit({ id, heads, patch: { points: '先断电' } });
    await syncAll(first, second);
    for (const desk of [first, second]) {
      const { open, merged } = await desk.client.conflicts.inbox();
      expect(open).toEqual([]);
      const lines = merged.flatMap(({ changes }) =>
        changes.map(({ deviceName, differences }) => [deviceName === '', differences.map(({ after }) => after)]),
      );
      expect(lines).toHaveLength(2);
      expect(lines).toEqual(
        expect.arrayContaining([
          [desk === first, ['请带梯子']],
          [desk === second, ['先断电']],
        ]),
      );
    }
  });

  test('decided alike at two desks without a network, it is settled', async () => {
    const { first, second, id, heads } = await twoDesks();
    await first.client.records.edit({ id, heads, patch: { remark: '甲' } });
    await second.client.records.edit({ id, heads, patch: { remark: '乙' } });
    await syncAll(first, second);
    for (const desk of [first, second])
      await desk.client.records.decide({ id, heads: await headsOf(desk, id), path: 'remark', value: '甲' });
    await syncAll(first, second);
    for (const { client } of [first, second]) {
      const view = await client.records.open({ id });
      expect([view.conflicts.length, view.content.remark]).toEqual([0, '甲']);
    }
  });

  test('decided differently at two desks, both decisions stand side by side at both until one more settles it', async () => {
    const { first, second, id, heads } = await twoDesks();
    await first.client.records.edit({ id, heads, patch: { remark: '甲' } });
    await second.client.records.edit({ id, heads, patch: { remark: '乙' } });
    await syncAll(first, second);
    await first.client.records.decide({ id, heads: await headsOf(first, id), path: 'remark', value: '甲' });
    await second.client.records.decide({ id, heads: await headsOf(second, id), path: 'remark', value: '乙' });
    await syncAll(first, second);
    const shown = await Promise.all([first, second].map(({ client }) => client.records.open({ id })));
    expect(shown[0]?.content).toEqual(shown[1]?.content);
    for (const { conflicts } of shown)
      expect(conflicts[0]?.versions.map((version) => version.value).toSorted()).toEqual(['乙', '甲'].toSorted());
    await second.client.records.decide({ id, heads: await headsOf(second, id), path: 'remark', value: '丙' });
    await syncAll(second, first);
    for (const { client } of [first, second]) {
      const view = await client.records.open({ id });
      expect([view.conflicts.length, view.content.remark]).toEqual([0, '丙']);
    }
  });

  test('what needs a second person cannot be chosen by its author, and the inbox says so before anybody tries', async () => {
    const { first, second, id, heads } = await twoDesks();
    await first.client.records.edit({ id, heads, patch: { due_at: '2025-04-02T18:00' } });
    await second.client.records.edit({ id, heads, patch: { due_at: '2025-04-03T18:00' } });
    await syncAll(first, second);
    const { open } = await first.client.conflicts.inbox();
    const [conflict] = open[0]?.conflicts ?? [];
    expect([conflict?.secondPerson, conflict?.versions.map(({ isMine, mayChoose }) => isMine !== mayChoose)]).toEqual([
      true,
      [true, true],
    ]);
    const own = conflict?.versions.find(({ isMine }) => isMine);
    const decision = { id, path: 'due_at', value: own?.value ?? null };
    const refused = await problemOfCall(first.client.records.decide({ ...decision, heads: await headsOf(first, id) }));
    expect(refused.code).toBe('decision_needs_second_person');
    const colleague = await addColleague(first, '林予安', ['head', 'recorder']);
    await colleague.client.records.decide({ ...decision, heads: await headsOf(first, id) });
    await syncAll(first, second);
    expect((await second.client.records.open({ id })).conflicts).toEqual([]);
  });
});
