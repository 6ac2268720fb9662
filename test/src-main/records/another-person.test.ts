// Guards that ask for another person: the same account in two roles is one person, whatever a form says of the officers.

import { expect, test } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import { addColleague, type TestClient, type TestDesk, testDesk } from '../../support/test-desk.ts';

const kind = 'handbook_task';
const finished = { done_at: '2025-03-28T20:10', result: '已报修' };

/** A to-do of the desk's first person, who has every role of casework, done by them. */
async function finishedTask({ client, account }: TestDesk): Promise<string> {
  const { id } = await client.records.add({ kind, content: taskContent(account) });
  for (const [step, patch] of [
    ['start', {}],
    ['finish', finished],
  ] as const)
    await client.records.step({ id, heads: await headsOf(client, id), step, patch });
  return id;
}

async function headsOf(client: TestClient, id: string): Promise<string[]> {
  return [...(await client.records.open({ id })).heads];
}

async function verify(client: TestClient, id: string, patch: Readonly<Record<string, unknown>>) {
  return client.records.step({ id, heads: await headsOf(client, id), step: 'verify', patch });
}

const verified = (by: string) => ({ verified_by: by, verified_at: '2025-03-28T20:20', verification: '属实' });

test('whoever did the work verifies it neither as head, nor in another name, nor after handing it to somebody on paper', async () => {
  const desk = await testDesk();
  const colleague = await addColleague(desk, '舒某', ['reviewer']);
  const id = await finishedTask(desk);
  const alone = [verified(colleague.id), { ...verified(desk.account), owner: colleague.id }];
  for (const patch of alone) expect((await problemOfCall(verify(desk.client, id, patch))).code).toBe('guard_failed');
  await desk.client.records.edit({
    id,
    heads: await headsOf(desk.client, id),
    patch: { owner: colleague.id },
  });
  expect(await problemOfCall(verify(desk.client, id, verified(desk.account)))).toMatchObject({ code: 'guard_failed' });
  expect((await desk.client.records.open({ id })).status).toBe('done');
});

test('a colleague verifies it', async () => {
  const desk = await testDesk();
  const colleague = await addColleague(desk, '舒某', ['reviewer']);
  const id = await finishedTask(desk);
  await verify(colleague.client, id, verified(colleague.id));
  expect((await colleague.client.records.open({ id })).status).toBe('verified');
});

test('money, status and identity in conflict are not decided by writing over them in a form', async () => {
  const centre = await startUnitCentre();
  const first = await syncedDesk(centre, '一号机');
  const second = await syncedDesk(centre, '二号机');
  const { id, heads } = await first.client.records.add({ kind, content: taskContent(first.account) });
  for (const desk of [first, second, first]) await desk.sync();
  const due = (day: string) => ({ id, heads: [...heads], patch: { due_at: `2025-04-${day}T18:00` } });
  await first.client.records.edit(due('02'));
  await second.client.records.edit(due('03'));
  for (const desk of [first, second, first, second]) await desk.sync();
  const over = { id, heads: await headsOf(first.client, id), patch: { due_at: '2025-04-04T18:00' } };
  expect(await problemOfCall(first.client.records.edit(over))).toEqual({ code: 'conflict_undecided', path: 'due_at' });
  const mine = { id, heads: over.heads, path: 'due_at', value: '2025-04-02T18:00' };
  expect((await problemOfCall(first.client.records.decide(mine))).code).toBe('decision_needs_second_person');
  await second.client.records.decide({ ...mine, heads: await headsOf(second.client, id) });
  await first.client.records.edit({ id, heads: await headsOf(first.client, id), patch: { remark: '已定' } });
});
