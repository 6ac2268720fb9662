// Every record says on what it rests (个人信息保护法 arts. 13, 34): from its creation on, whoever makes it and however.

import { expect, test } from 'vitest';
import { changeRecord } from '../../../src-main/records/change-record.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { applicant, lossContent } from '../../support/erasure-request.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { type TestDesk, testDesk } from '../../support/test-desk.ts';

const sought = { name: applicant.name, idNumber: applicant.id_no, phone: '' };

/** A record that says nothing of it, as older versions saved them. */
async function olderRecord(desk: TestDesk): Promise<string> {
  const { id, heads } = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const session = desk.host.connect();
  session.signIn(desk.account, desk.host.now());
  const { desk: open, person } = okValue(desk.host.signedIn(session));
  const emptied = { ops: [{ path: 'basis', value: null }], logged: { action: 'saved', detail: {} } } as const;
  okValue(changeRecord(open, person, { id, heads }, () => ok(emptied)));
  return id;
}

async function basisInCopy(desk: TestDesk): Promise<readonly string[]> {
  return (await desk.client.privacy.find(sought)).records.map(({ basis }) => basis.zh);
}

test('a new record carries the basis its kind declares, though nobody named one', async () => {
  const desk = await testDesk();
  const { id } = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const { content, basis } = await desk.client.records.open({ id });
  expect([content['basis'], basis]).toEqual(['statutory_duty', { code: 'statutory_duty', isRecorded: true }]);
  expect(await basisInCopy(desk)).toEqual(['履行法定职责']);
});

test('where it rests on consent, it is saved only with the day and the way the consent was given', async () => {
  const desk = await testDesk();
  const content = { ...lossContent(desk.account), basis: 'consent' };
  const refused = await problemOfCall(desk.client.records.add({ kind: 'lost_report', content }));
  expect(refused.causes?.map(({ code, path }) => [code, path])).toEqual([
    ['required', 'consent_on'],
    ['required', 'consent_how'],
  ]);
  const given = { ...content, consent_on: '2025-03-20', consent_how: 'written' };
  await desk.client.records.add({ kind: 'lost_report', content: given });
  expect(await basisInCopy(desk)).toEqual(['取得个人同意（2025-03-20，书面同意）']);
});

test('what it rests on is changed, and never left empty again', async () => {
  const desk = await testDesk();
  const { id, heads } = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  const emptied = await problemOfCall(desk.client.records.edit({ id, heads: [...heads], patch: { basis: null } }));
  expect(emptied.causes?.map(({ code, path }) => [code, path])).toEqual([['required', 'basis']]);
  expect(await basisInCopy(desk)).toEqual(['履行法定职责']);
});

test('a person changes it, and the history keeps who and what it was before', async () => {
  const desk = await testDesk();
  const { id, heads } = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  await desk.client.records.edit({ id, heads: [...heads], patch: { basis: 'emergency' } });
  expect(await basisInCopy(desk)).toEqual(['紧急情况下保护生命健康和财产安全']);
});

test('an older record that says nothing is shown with that of its kind, and that it does not say so itself', async () => {
  const desk = await testDesk();
  const id = await olderRecord(desk);
  const opened = await desk.client.records.open({ id });
  expect([opened.content['basis'], opened.basis]).toEqual([undefined, { code: 'statutory_duty', isRecorded: false }]);
  expect(await basisInCopy(desk)).toEqual(['履行法定职责（按种类，未单独记载）']);
  await desk.client.records.edit({ id, heads: [...opened.heads], patch: { basis: 'statutory_duty' } });
  expect(await basisInCopy(desk)).toEqual(['履行法定职责']);
});
