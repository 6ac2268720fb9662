import { expect, it } from 'vitest';
import { indicatorValue } from '../../../src-main/reports/indicator-value.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { at, type TestDesk, testDesk, testPassword } from '../../support/test-desk.ts';

async function addTask(desk: TestDesk, listedAt: string, more: Readonly<Record<string, unknown>> = {}) {
  desk.clock.now += 1_000;
  const content = {
    ...taskContent(desk.account),
    listed_at: listedAt,
    due_at: `${listedAt.slice(0, 10)}T23:59`,
    ...more,
  };
  return desk.client.records.add({ kind: 'handbook_task', content });
}

function rowOf(view: Awaited<ReturnType<TestDesk['client']['reports']['make']>>, key: string) {
  const row = view.sections.flatMap(({ rows }) => rows).find(({ indicator }) => indicator.key === key);
  if (!row) throw new Error(`no row ${key}`);
  return row;
}

const amount = (value: number, parts = value) => ({ amount: { value, parts, approximate: false } });

it('a month stands beside the month before, the same month a year ago and the year so far', async () => {
  const desk = await testDesk({ now: '2025-04-20T10:00:00' });
  for (const day of ['2025-03-01', '2025-03-31', '2025-02-28', '2024-03-15', '2024-03-16', '2024-03-17', '2025-01-05'])
    await addTask(desk, `${day}T09:00`);
  const view = await desk.client.reports.make({ report: 'police_work', period: '2025-03' });
  const { figures, change, yearOnYear } = rowOf(view, 'tasks_listed');
  expect(figures).toEqual({
    now: amount(2),
    previous: amount(1),
    lastYear: amount(3),
    cumulative: amount(4),
    cumulativeLastYear: amount(3),
  });
  expect(change).toEqual({ kind: 'up', by: '100.00', in: 'percent' });
  expect(yearOnYear).toEqual({ kind: 'down', by: '33.33', in: 'percent' });
});

it('every figure opens exactly the records it counts, and a void record counts nowhere', async () => {
  const desk = await testDesk({ now: '2025-04-20T10:00:00' });
  const inMarch = [await addTask(desk, '2025-03-01T09:00'), await addTask(desk, '2025-03-31T23:59')];
  await addTask(desk, '2025-04-01T00:00');
  const figure = 'i~tasks_listed~2025-03';
  const list = await desk.client.records.list({ kind: 'handbook_task', figure });
  expect(list.rows.map(({ id }) => id).sort()).toEqual(inMarch.map(({ id }) => id).sort());
  expect(await desk.client.records.count({ kind: 'handbook_task', figure })).toEqual({ count: 2 });
  expect(await desk.client.reports.figure({ figure })).toMatchObject({ kind: 'handbook_task', records: 2, hidden: 0 });
});

it('overdue items that are still open stay in the denominator of the on-time rate', async () => {
  const desk = await testDesk({ now: '2025-04-20T10:00:00' });
  await addTask(desk, '2025-03-01T09:00');
  await addTask(desk, '2025-03-02T09:00', { due_at: '2025-05-01T10:00' });
  const view = await desk.client.reports.make({ report: 'police_work', period: '2025-03' });
  expect(rowOf(view, 'task_on_time_rate').figures.now).toEqual({
    part: { value: 0, parts: 0, approximate: false },
    whole: { value: 1, parts: 1, approximate: false },
  });
  const may = await desk.client.reports.make({ report: 'police_work', period: '2025-05' });
  expect(rowOf(may, 'tasks_due').figures.now).toEqual(amount(0));
  expect(may.isRunning).toBe(true);
});

it('a published report stays as it was, and what came late or was corrected since is told', async () => {
  const desk = await testDesk({ now: '2025-04-02T10:00:00' });
  const first = await addTask(desk, '2025-03-05T09:00');
  await addTask(desk, '2025-03-06T09:00');
  const { id } = await desk.client.reports.publish({ report: 'police_work', period: '2025-03' });
  const before = await desk.client.reports.publication({ id });
  expect(before.differences).toEqual([]);
  desk.clock.now = at('2025-04-10T10:00:00');
  await desk.client.session.signIn({ account: desk.account, password: testPassword });
  await addTask(desk, '2025-03-07T09:00');
  await addTask(desk, '2025-03-08T09:00');
  await addTask(desk, '2025-03-09T09:00');
  const { heads } = await desk.client.records.open({ id: first.id });
  await desk.client.records.edit({
    id: first.id,
    heads: [...heads],
    patch: { listed_at: '2025-02-28T09:00' },
    reason: '日期登记有误',
  });
  const after = await desk.client.reports.publication({ id });
  expect(after.view).toEqual(before.view);
  expect(after.differences.find(({ indicator }) => indicator.key === 'tasks_listed')).toMatchObject({
    then: amount(2),
    now: amount(4),
    late: 3,
    corrected: 1,
    voided: 0,
  });
  expect(await desk.client.records.count({ kind: 'handbook_task', figure: `p~${id}~tasks_listed` })).toEqual({
    count: 2,
  });
  const [line] = await desk.client.reports.published();
  expect(line).toMatchObject({ id, reportKey: 'police_work', byName: '黎女士', period: { text: '2025-03' } });
});

it('figures are entered by hand, corrected in their history, and stand in rates with both numbers', async () => {
  const desk = await testDesk({ now: '2025-04-02T10:00:00' });
  await desk.client.reports.enter({ indicator: 'persons_listed', period: '2025-03', value: '178' });
  await desk.client.reports.enter({ indicator: 'persons_cleared', period: '2025-03', value: '130' });
  await desk.client.reports.enter({ indicator: 'persons_cleared', period: '2025-03', value: '132', note: '更正' });
  await desk.client.reports.enter({ indicator: 'persons_cleared', period: '2025-03', value: '132', note: '更正' });
  const view = await desk.client.reports.make({ report: 'entered_figures', period: '2025-03' });
  expect(rowOf(view, 'cleared_rate').figures.now).toEqual({
    part: { value: 132, parts: 1, approximate: false },
    whole: { value: 178, parts: 1, approximate: false },
  });
  expect(rowOf(view, 'cases_filed').figures.now).toEqual({ amount: null });
  const open = okValue(desk.host.openDesk());
  expect(okValue(indicatorValue(open, 'cleared_rate', '2025-03')).value).toBe(132 / 178);
  expect(okValue(indicatorValue(open, 'persons_cleared', '2025-03')).value).toBe(132);
  expect(okValue(indicatorValue(open, 'persons_cleared', '2025-04')).value).toBeNull();
});
