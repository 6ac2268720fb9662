import { expect, it } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { addColleague, testDesk } from '../../support/test-desk.ts';

const task = 'handbook_task';

async function deskWithTasks(count: number) {
  const desk = await testDesk();
  for (let at = 0; at < count; at += 1) {
    desk.clock.now += 1_000;
    const day = String((at % 5) + 1).padStart(2, '0');
    const content = {
      ...taskContent(desk.account, `第${at}项`),
      listed_at: `2025-03-${day}T08:00`,
      priority: at % 3 === 0 ? 'urgent' : 'normal',
    };
    await desk.client.records.add({ kind: task, content });
  }
  return desk;
}

it('pages follow each other without a gap or a double, in every order and direction', async () => {
  const { client } = await deskWithTasks(23);
  for (const by of ['occurredAt', 'updatedAt', 'number', 'title', 'due'] as const) {
    for (const direction of ['asc', 'desc'] as const) {
      const sort = { by, direction };
      const whole = (await client.records.list({ kind: task, sort, limit: 500 })).rows.map(({ id }) => id);
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof client.records.list>> = await client.records.list({
          kind: task,
          sort,
          limit: 7,
          ...(after === null ? {} : { after }),
        });
        paged.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(paged, `${by} ${direction}`).toEqual(whole);
      expect((await client.records.list({ kind: task, sort, limit: 5, offset: 10 })).rows.map(({ id }) => id)).toEqual(
        whole.slice(10, 15),
      );
    }
  }
});

it('filters by choice, state, officer and day, and counts the same', async () => {
  const desk = await deskWithTasks(12);
  const { client } = desk;
  const colleague = await addColleague(desk, '舒某', ['recorder']);
  const own = await colleague.client.records.add({
    kind: task,
    content: { ...taskContent(colleague.id), priority: 'urgent' },
  });
  const ask = async (query: Partial<Parameters<typeof client.records.count>[0]>) => {
    const { rows } = await client.records.list({ kind: task, limit: 500, ...query });
    expect((await client.records.count({ kind: task, ...query })).count).toBe(rows.length);
    return rows.length;
  };
  expect(await ask({ where: [{ path: 'priority', values: ['urgent'] }] })).toBe(5);
  expect(await ask({ where: [{ path: 'priority', values: ['urgent', 'normal'] }] })).toBe(13);
  expect(await ask({ officer: colleague.id })).toBe(1);
  expect(await ask({ statuses: ['todo'], from: '2025-03-02', to: '2025-03-03' })).toBe(5);
  expect(await ask({ statuses: ['cancelled'] })).toBe(0);
  expect(await ask({ from: '2025-03-28', sort: { by: 'title', direction: 'asc' } })).toBe(1);
  await client.records.step({ id: own.id, heads: [...own.heads], step: 'cancel', reason: '重复' });
  expect(await ask({ statuses: ['cancelled'] })).toBe(1);
});

it('refuses filters the kind does not offer and places that are not its own', async () => {
  const { client } = await deskWithTasks(1);
  expect(await problemOfCall(client.records.list({ kind: task, where: [{ path: 'points', values: ['x'] }] }))).toEqual({
    code: 'unknown_field',
    facts: { field: 'points' },
  });
  expect(await problemOfCall(client.records.list({ kind: task, after: 'bm90IGEgcGxhY2U' }))).toEqual({
    code: 'page_unknown',
  });
});

it('the register shows the official columns and prints what it shows', async () => {
  const { client } = await deskWithTasks(3);
  const register = await client.registers.rows({ kind: task, sort: { by: 'occurredAt', direction: 'asc' } });
  expect(register.columns.map(({ label }) => label.zh).slice(0, 3)).toEqual(['日期', '事项', '责任人']);
  expect(register.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    ['2025.03.01 08:00', '第0项', '黎女士'],
    ['2025.03.02 08:00', '第1项', '黎女士'],
    ['2025.03.03 08:00', '第2项', '黎女士'],
  ]);
  const sheet = await client.registers.page({ kind: task, from: '2025-03-01', to: '2025-03-02' });
  expect([sheet.rows, sheet.html.includes('第1项'), sheet.html.includes('第2项')]).toEqual([2, true, false]);
});

it('the board tells overdue from due, what is open for me and what was touched last', async () => {
  const desk = await testDesk({ now: '2025-04-02T09:00:00' });
  const add = async (title: string, due: string) =>
    desk.client.records.add({ kind: task, content: { ...taskContent(desk.account, title), due_at: due } });
  await add('早已到期', '2025-04-01T18:00');
  await add('明日到期', '2025-04-03T18:00');
  await add('下月到期', '2025-05-20T18:00');
  const board = await desk.client.today.board();
  const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title);
  expect([titles(board.overdue), titles(board.due), titles(board.recent)]).toEqual([
    ['早已到期'],
    ['明日到期'],
    ['下月到期', '明日到期', '早已到期'],
  ]);
  expect(titles(board.waitingForMe).sort()).toEqual(['下月到期', '明日到期', '早已到期'].sort());
});

it('a label read by a scanner finds its record and nothing else, for those who may see it', async () => {
  const desk = await deskWithTasks(3);
  const [first] = (await desk.client.records.list({ kind: task, limit: 1 })).rows;
  const hits = await desk.client.records.find({ text: `${first?.id.toUpperCase()} `, limit: 10 });
  expect(hits.map(({ id, why }) => [id, why])).toEqual([[first?.id, '扫描标签']]);
  expect(await desk.client.records.find({ text: '0'.repeat(26), limit: 10 })).toEqual([]);
});
