import { describe, expect, it } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { addColleague, at, testDesk } from '../../support/test-desk.ts';

const task = 'handbook_task';

describe('saving', () => {
  it('gives numbers one after the other, per kind and year of China’s clock', async () => {
    const desk = await testDesk({ now: '2025-12-31T23:59:00' });
    const add = () => desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const numbers = [(await add()).number, (await add()).number];
    desk.clock.now = at('2026-01-01T00:00:00');
    numbers.push((await add()).number);
    desk.clock.now = at('2025-12-31T23:59:30');
    numbers.push((await add()).number);
    expect(numbers).toEqual([
      '方岩所办〔2025〕0001号',
      '方岩所办〔2025〕0002号',
      '方岩所办〔2026〕0001号',
      '方岩所办〔2025〕0003号',
    ]);
  });

  it('takes no number for what is refused', async () => {
    const desk = await testDesk();
    await problemOfCall(desk.client.records.add({ kind: task, content: { title: '路灯' } }));
    const saved = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    expect(saved.number).toBe('方岩所办〔2025〕0001号');
  });

  it('saves an edit as a new change and keeps the one before', async () => {
    const desk = await testDesk();
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const edited = await desk.client.records.edit({
      id: added.id,
      heads: [...added.heads],
      patch: { title: '溪心桥护栏' },
      reason: '写错了地点',
    });
    const { entries } = await desk.client.records.history({ id: added.id });
    expect(entries.map(({ change, reason, byName }) => [change, reason, byName])).toEqual([
      [edited.change, '写错了地点', '黎女士'],
      [added.change, '', '黎女士'],
    ]);
    expect(entries[0]?.differences).toEqual([
      {
        path: 'title',
        label: expect.objectContaining({ zh: '工作事项' }),
        before: '溪心桥路灯报修',
        after: '溪心桥护栏',
      },
    ]);
  });

  it('saves nothing when an edit changes nothing', async () => {
    const desk = await testDesk();
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const same = await desk.client.records.edit({
      id: added.id,
      heads: [...added.heads],
      patch: { title: '溪心桥路灯报修' },
    });
    expect(same.heads).toEqual(added.heads);
    expect((await desk.client.records.history({ id: added.id })).entries).toHaveLength(1);
  });

  it('tells every wrong field at once and keeps nothing', async () => {
    const desk = await testDesk();
    const problem = await problemOfCall(
      desk.client.records.add({
        kind: task,
        content: { ...taskContent(desk.account), title: 'a\u0000b', due_at: '2025-02-30T10:00' },
      }),
    );
    expect(problem.code).toBe('invalid_fields');
    expect(problem.causes?.map(({ path }) => path).sort()).toEqual(['due_at', 'title']);
    expect((await desk.client.records.count({ kind: task })).count).toBe(0);
  });

  it('refuses heads that are not of the record', async () => {
    const desk = await testDesk();
    const [one, other] = [
      await desk.client.records.add({ kind: task, content: taskContent(desk.account) }),
      await desk.client.records.add({ kind: task, content: taskContent(desk.account) }),
    ];
    const edit = (heads: readonly string[]) =>
      desk.client.records.edit({ id: one.id, heads: [...heads], patch: { title: '护栏' } });
    expect(await problemOfCall(edit(other.heads))).toEqual({ code: 'history_unknown_change' });
    expect(await problemOfCall(edit([]))).toEqual({ code: 'history_unknown_change' });
  });

  it('drops the draft with the save it became', async () => {
    const desk = await testDesk();
    const content = taskContent(desk.account);
    await desk.client.drafts.keep({ id: 'd1', kind: task, record: null, step: null, content, heads: [] });
    await desk.client.drafts.keep({
      id: 'd2',
      kind: task,
      record: null,
      step: null,
      content: { title: '半句' },
      heads: [],
    });
    await desk.client.records.add({ kind: task, content, draft: 'd1' });
    expect((await desk.client.drafts.list()).map(({ id, content: kept }) => [id, kept])).toEqual([
      ['d2', { title: '半句' }],
    ]);
  });
});

describe('two windows on one record', () => {
  it('merge edits of different fields', async () => {
    const desk = await testDesk();
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const heads = [...added.heads];
    await desk.client.records.edit({ id: added.id, heads, patch: { title: '溪心桥护栏' } });
    await desk.client.records.edit({ id: added.id, heads, patch: { remark: '夜间巡查发现' } });
    const view = await desk.client.records.open({ id: added.id });
    expect([view.content.title, view.content.remark, view.conflicts]).toEqual(['溪心桥护栏', '夜间巡查发现', []]);
  });

  it('never overwrite each other: the same field becomes a conflict that a person decides', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const heads = [...added.heads];
    await desk.client.records.edit({ id: added.id, heads, patch: { title: '护栏' } });
    await colleague.client.records.edit({ id: added.id, heads, patch: { title: '桥面' } });
    const view = await desk.client.records.open({ id: added.id });
    expect(view.heads).toHaveLength(2);
    expect(
      view.conflicts.map(({ path, kind, base, versions }) => [
        path,
        kind,
        base,
        versions.map(({ value }) => value).sort(),
      ]),
    ).toEqual([['title', 'value', '溪心桥路灯报修', ['护栏', '桥面']]]);
    const [row] = (await desk.client.records.list({ kind: task })).rows;
    expect(row?.conflict).toBe(true);
    await desk.client.records.decide({ id: added.id, heads: [...view.heads], path: 'title', value: '桥面' });
    const decided = await desk.client.records.open({ id: added.id });
    expect([decided.content.title, decided.conflicts, decided.heads.length]).toEqual(['桥面', [], 1]);
  });

  it('cannot decide over a version they have not seen', async () => {
    const desk = await testDesk();
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const heads = [...added.heads];
    await desk.client.records.edit({ id: added.id, heads, patch: { title: '护栏' } });
    await desk.client.records.edit({ id: added.id, heads, patch: { title: '桥面' } });
    const { heads: seen } = await desk.client.records.open({ id: added.id });
    await desk.client.records.edit({ id: added.id, heads, patch: { title: '桥墩' } });
    const decision = desk.client.records.decide({ id: added.id, heads: [...seen], path: 'title', value: '桥面' });
    expect(await problemOfCall(decision)).toEqual({ code: 'decision_not_current' });
  });

  it('leave the deadline, which needs a second person, to someone who did not write it', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const heads = [...added.heads];
    await desk.client.records.edit({ id: added.id, heads, patch: { due_at: '2025-04-02T18:00' } });
    await colleague.client.records.edit({ id: added.id, heads, patch: { due_at: '2025-04-03T18:00' } });
    const { heads: both } = await desk.client.records.open({ id: added.id });
    const mine = { id: added.id, heads: [...both], path: 'due_at', value: '2025-04-02T18:00' };
    expect(await problemOfCall(desk.client.records.decide(mine))).toEqual({
      code: 'decision_needs_second_person',
      path: 'due_at',
    });
    expect(await problemOfCall(desk.client.records.decide({ ...mine, value: '2025-04-09T18:00' }))).toEqual({
      code: 'decision_not_a_version',
      path: 'due_at',
    });
    await colleague.client.records.decide(mine);
    expect((await desk.client.records.open({ id: added.id })).content.due_at).toBe('2025-04-02T18:00');
  });
});

describe('undo', () => {
  it('is a new change that puts the values back', async () => {
    const desk = await testDesk();
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const edited = await desk.client.records.edit({
      id: added.id,
      heads: [...added.heads],
      patch: { title: '护栏', remark: '补充' },
    });
    await desk.client.records.undo({ id: added.id, heads: [...edited.heads], change: edited.change });
    const view = await desk.client.records.open({ id: added.id });
    expect([view.content.title, view.content.remark]).toEqual(['溪心桥路灯报修', undefined]);
    expect((await desk.client.records.history({ id: added.id })).entries).toHaveLength(3);
  });

  it('is for one’s own edit only, and only while nothing came after it', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const first = await desk.client.records.edit({ id: added.id, heads: [...added.heads], patch: { title: '护栏' } });
    const undo = { id: added.id, heads: [...first.heads], change: first.change };
    expect(await problemOfCall(colleague.client.records.undo(undo))).toEqual({ code: 'undo_not_yours' });
    const second = await colleague.client.records.edit({
      id: added.id,
      heads: [...first.heads],
      patch: { remark: '补充' },
    });
    expect(await problemOfCall(desk.client.records.undo({ ...undo, heads: [...second.heads] }))).toEqual({
      code: 'undo_not_possible',
    });
    expect(
      await problemOfCall(desk.client.records.undo({ ...undo, heads: [...second.heads], change: added.change })),
    ).toEqual({ code: 'undo_not_possible' });
  });
});

describe('a step', () => {
  it('is refused with the guard and what is missing, and saves nothing', async () => {
    const desk = await testDesk();
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const step = desk.client.records.step({ id: added.id, heads: [...added.heads], step: 'hand_over' });
    const problem = await problemOfCall(step);
    expect(problem.causes?.map(({ code, facts }) => [code, facts?.['guard']])).toEqual([
      ['guard_failed', 'note_written'],
      ['guard_failed', 'new_owner'],
    ]);
    expect((await desk.client.records.open({ id: added.id })).heads).toEqual(added.heads);
  });

  it('voids with a reason, after which nothing is edited and the number stays used', async () => {
    const desk = await testDesk();
    const added = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
    const heads = [...added.heads];
    expect((await problemOfCall(desk.client.records.step({ id: added.id, heads, step: 'void' }))).code).toBe(
      'reason_required',
    );
    const voided = await desk.client.records.step({ id: added.id, heads, step: 'void', reason: '重复登记' });
    expect(
      await problemOfCall(
        desk.client.records.edit({ id: added.id, heads: [...voided.heads], patch: { title: '护栏' } }),
      ),
    ).toEqual({ code: 'record_final' });
    expect((await desk.client.records.add({ kind: task, content: taskContent(desk.account) })).number).toBe(
      '方岩所办〔2025〕0002号',
    );
  });
});
