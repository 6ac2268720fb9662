import { expect, it } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { testDesk } from '../../support/test-desk.ts';

async function visitWithDemand() {
  const desk = await testDesk();
  const demand = {
    id: 'light',
    text: '溪心桥路灯不亮',
    category: 'hazard',
    handling: 'taken_back',
    responsible: desk.account,
    due_at: '2025-04-05T18:00',
  };
  const content = {
    visited_at: '2025-03-28T10:00',
    visitors: [{ id: 'v1', officer: desk.account }],
    address: '溪心社区',
    persons_met: [{ id: 'm1', name_partial: '吴某' }],
    purpose: ['routine'],
    summary: '反映路灯',
    demands: [demand],
  };
  const saved = await desk.client.records.add({ kind: 'visit', content });
  return { desk, saved };
}

it('a visit’s demand becomes a to-do, both tied together in one save', async () => {
  const { desk, saved } = await visitWithDemand();
  const made = await desk.client.records.create({
    id: saved.id,
    heads: [...saved.heads],
    creation: 'task',
    entry: 'light',
    content: { listed_at: '2025-03-28T10:30' },
  });
  expect(made.number).toBe('方岩所办〔2025〕0001号');
  const [task, visit] = [
    await desk.client.records.open({ id: made.id }),
    await desk.client.records.open({ id: saved.id }),
  ];
  expect([task.content.title, task.content.owner, task.content.due_at]).toEqual([
    '溪心桥路灯不亮',
    desk.account,
    '2025-04-05T18:00',
  ]);
  expect(task.links.map(({ record, kind }) => [record, kind])).toEqual([[saved.id, 'visit']]);
  expect(visit.links.map(({ record, kind }) => [record, kind])).toEqual([[made.id, 'handbook_task']]);
  const again = desk.client.records.create({
    id: saved.id,
    heads: [...visit.heads],
    creation: 'task',
    entry: 'light',
    content: {},
  });
  expect((await problemOfCall(again)).code).toBe('already_created');
});

it('nothing is saved of either when the new record is refused', async () => {
  const { desk, saved } = await visitWithDemand();
  const create = desk.client.records.create({
    id: saved.id,
    heads: [...saved.heads],
    creation: 'task',
    entry: 'light',
    content: { due_at: '不知道' },
  });
  expect((await problemOfCall(create)).code).toBe('invalid_fields');
  expect((await desk.client.records.count({ kind: 'handbook_task' })).count).toBe(0);
  expect((await desk.client.records.open({ id: saved.id })).heads).toEqual(saved.heads);
});

it('a title that quotes another record follows it', async () => {
  const desk = await testDesk();
  const family = {
    address: '溪心社区 1 号',
    registered_on: '2025-03-01',
    head: { name: '吴女士', name_public: '吴女士' },
    members: [{ id: 'm1', name: '吴女士', relation: 'head' }],
  };
  const household = await desk.client.records.add({ kind: 'household', content: family });
  const planned = {
    household: household.id,
    planned_on: '2025-04-01',
    address: '溪心社区',
    purpose: ['routine'],
    visitors: [{ id: 'v1', officer: desk.account }],
  };
  const visit = await desk.client.records.add({ kind: 'visit', content: planned });
  const title = async () => (await desk.client.records.open({ id: visit.id })).title;
  const before = await title();
  expect(before).toContain(household.number);
  await desk.client.records.edit({
    id: household.id,
    heads: [...household.heads],
    patch: { head: { name: '舒女士' } },
  });
  expect([before.includes('吴女士'), (await title()).includes('舒女士')]).toEqual([true, true]);
});
