import { expect, it } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { addColleague, testDesk } from '../../support/test-desk.ts';

const task = 'handbook_task';
/** Of 1900, with a right check digit. */
const invented = '110101190001010030';

it('a restricted record is there for its own people, reviewers and heads, and for nobody else anywhere', async () => {
  const desk = await testDesk();
  const author = await addColleague(desk, '舒某', ['recorder']);
  const other = await addColleague(desk, '吴女士', ['recorder']);
  const reviewer = await addColleague(desk, '陈某', ['reviewer']);
  const content = { ...taskContent(author.id, '溪心桥困境儿童'), secrecy: 'sensitive' };
  const { id } = await author.client.records.add({ kind: task, content });
  const sees = async ({ client }: { client: typeof author.client }) => ({
    list: (await client.records.list({ kind: task })).rows.length,
    count: (await client.records.count({ kind: task })).count,
    find: (await client.records.find({ text: '困境' })).length,
    recent: (await client.today.board()).recent.length,
  });
  const all = { list: 1, count: 1, find: 1, recent: 1 };
  expect([await sees(author), await sees(reviewer), await sees(desk)]).toEqual([all, all, all]);
  expect(await sees(other)).toEqual({ list: 0, count: 0, find: 0, recent: 0 });
  for (const call of [
    other.client.records.open({ id }),
    other.client.records.history({ id }),
    other.client.documents.list({ id }),
    other.client.records.reveal({ id, path: 'title', reason: '核对' }),
    other.client.records.edit({ id, heads: ['0'.repeat(64)], patch: { title: 'x' } }),
  ]) {
    expect(await problemOfCall(call)).toEqual({ code: 'record_not_visible' });
  }
});

it('a system administrator keeps the people and reads no casework; a recorder keeps no people', async () => {
  const desk = await testDesk();
  const keeper = await addColleague(desk, '周某', ['system_administrator']);
  const recorder = await addColleague(desk, '舒某', ['recorder']);
  const { id } = await recorder.client.records.add({ kind: task, content: taskContent(recorder.id) });
  expect((await problemOfCall(keeper.client.records.open({ id }))).code).toBe('not_allowed');
  expect((await problemOfCall(keeper.client.records.list({ kind: task }))).code).toBe('not_allowed');
  expect((await problemOfCall(keeper.client.records.find({ text: '路灯' }))).code).toBe('not_allowed');
  const person = {
    name: '林某',
    staffNumber: '',
    residentId: '',
    roles: ['recorder' as const],
    password: 'Another-77',
  };
  expect((await problemOfCall(recorder.client.people.add(person))).code).toBe('not_allowed');
  expect((await keeper.client.people.add(person)).roles).toEqual(['recorder']);
});

it('an auditor reads and changes nothing', async () => {
  const desk = await testDesk();
  const auditor = await addColleague(desk, '何某', ['auditor']);
  const { id, heads } = await desk.client.records.add({ kind: task, content: taskContent(desk.account) });
  expect((await auditor.client.records.open({ id })).mayEdit).toBe(false);
  expect(
    (await problemOfCall(auditor.client.records.edit({ id, heads: [...heads], patch: { title: 'x' } }))).code,
  ).toBe('not_allowed');
});

it('a sensitive value is masked everywhere until it is asked for with a reason', async () => {
  const desk = await testDesk();
  const person = { id: 'p1', name: '舒某', id_type: 'resident_id', id_no: invented };
  const content = { place: '舟江', alarm_at: '2025-03-28T23:10', rescue_kind: 'drowning', persons: [person] };
  const saved = await desk.client.records.add({ kind: 'rescue', content });
  const view = await desk.client.records.open({ id: saved.id });
  expect(view.masked).toContain('persons/p1/id_no');
  expect(JSON.stringify(view)).not.toContain(invented);
  expect(JSON.stringify(await desk.client.records.history({ id: saved.id }))).not.toContain(invented);
  const reveal = (path: string) => desk.client.records.reveal({ id: saved.id, path, reason: '核对身份证' });
  expect(await reveal('persons/p1/id_no')).toEqual({ value: invented });
  expect((await problemOfCall(reveal('place'))).code).toBe('value_not_masked');
});

it('people are records that no list, search or call on records shows', async () => {
  const desk = await testDesk();
  expect(await problemOfCall(desk.client.records.open({ id: desk.account }))).toEqual({ code: 'record_not_visible' });
  expect((await problemOfCall(desk.client.records.list({ kind: 'account' }))).code).toBe('kind_unknown');
  expect((await problemOfCall(desk.client.records.add({ kind: 'account', content: { name: '某' } }))).code).toBe(
    'kind_unknown',
  );
  expect(await desk.client.records.find({ text: '黎女士' })).toEqual([]);
  expect((await desk.client.kinds.list()).kinds.map(({ key }) => key)).not.toContain('account');
});
