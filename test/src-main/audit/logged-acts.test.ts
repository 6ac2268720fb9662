import { expect, it } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { addColleague, type TestDesk, testDesk, testPassword, testUnit } from '../../support/test-desk.ts';

/** What the log has gained since the last look, oldest first: who and what. */
async function logReader(desk: TestDesk) {
  const auditor = await addColleague(desk, '审计员', ['auditor']);
  let last = (await auditor.client.audit.page({ limit: 1 })).lines[0]?.seq ?? 0;
  return async () => {
    const { lines } = await auditor.client.audit.page({ limit: 200 });
    const fresh = lines.filter(({ seq }) => seq > last).reverse();
    last = lines[0]?.seq ?? last;
    return fresh.map(({ by, action }) => `${by.zh} ${action}`);
  };
}

it('tells of a restricted record who opened it, read its history and looked at its paper', async () => {
  const desk = await testDesk();
  const { client } = desk;
  const fresh = await logReader(desk);
  const content = { ...taskContent(desk.account), secrecy: 'sensitive' };
  const { id } = await client.records.add({ kind: 'handbook_task', content });
  await client.records.open({ id });
  await client.records.history({ id });
  expect(await fresh()).toEqual(['黎女士 saved', '黎女士 sensitive_opened', '黎女士 sensitive_history']);
  const [document] = await client.documents.list({ id });
  await client.documents.page({ id, document: document?.key ?? '' });
  expect(await fresh()).toEqual(['黎女士 paper_shown']);
});

it('tells who came, who was refused, and what was changed of the desk and its people', async () => {
  const desk = await testDesk();
  const colleague = await addColleague(desk, '舒某', ['recorder']);
  const fresh = await logReader(desk);
  const window = desk.window();
  expect((await problemOfCall(window.session.signIn({ account: colleague.id, password: 'Wrong-2025' }))).code).toBe(
    'sign_in_refused',
  );
  desk.clock.now += 2_000;
  await window.session.signIn({ account: colleague.id, password: colleague.password });
  await desk.client.settings.setLockAfter({ minutes: 5 });
  await desk.client.settings.setUnit({ ...testUnit, phone: '0579-87000001' });
  await desk.client.people.change({ id: colleague.id, staffNumber: '100218' });
  await desk.client.session.changePassword({ current: testPassword, next: 'Lantern-7718' });
  await desk.client.people.renewRecovery({ password: 'Lantern-7718' });
  await desk.client.people.change({ id: colleague.id, enabled: false });
  expect(await fresh()).toEqual([
    '舒某 sign_in_refused',
    '舒某 sign_in',
    '黎女士 settings_changed',
    '黎女士 settings_changed',
    '黎女士 person_changed',
    '黎女士 password_changed',
    '黎女士 recovery_renewed',
    '黎女士 person_changed',
  ]);
});

it('tells who brought registers to paper, and what of the delivery went out as a file', async () => {
  const desk = await testDesk();
  const fresh = await logReader(desk);
  await desk.client.registers.page({ kind: 'handbook_task', reason: '月底上报' });
  await desk.client.delivery.trayFile();
  expect(await fresh()).toEqual(['黎女士 register_printed', '黎女士 delivery_exported']);
});
