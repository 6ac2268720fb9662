// One person's data: gathered from every record, given out as paper and as data, others masked, each look in the log.

import { expect, test } from 'vitest';
import { applicant, lossContent } from '../../support/erasure-request.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { addColleague, testDesk } from '../../support/test-desk.ts';

const other = { name: '郑建国', id_no: '110101190001010030', phone: '13900139000' };
const sought = { name: applicant.name, idNumber: applicant.id_no, phone: '' };
const copy = { ...sought, reason: '本人申请查阅', checked: true } as const;

async function deskWithLosses() {
  const desk = await testDesk();
  const mine = await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account) });
  await desk.client.records.add({ kind: 'lost_report', content: lossContent(desk.account, other) });
  return { desk, mine };
}

test('finds what every record says of the person, and nothing of a namesake with another number', async () => {
  const { desk, mine } = await deskWithLosses();
  await desk.client.records.add({
    kind: 'lost_report',
    content: lossContent(desk.account, { ...other, name: applicant.name }),
  });
  const { records } = await desk.client.privacy.find(sought);
  expect(records.map(({ id, basis }) => [id, basis.zh])).toEqual([[mine.id, '履行法定职责']]);
  const states = new Map(records[0]?.values.map(({ path, state, value }) => [path, { state, value }]));
  expect(states.get('owner/phone')).toEqual({ state: 'own', value: applicant.phone });
  expect(states.get('circumstances')).toEqual({ state: 'withheld', value: null });
});

test('by phone it needs the name as well, and one of the two numbers always', async () => {
  const { desk, mine } = await deskWithLosses();
  const byPhone = await desk.client.privacy.find({ name: applicant.name, phone: '138 0013 8000' });
  expect(byPhone.records.map(({ id }) => id)).toEqual([mine.id]);
  expect((await desk.client.privacy.find({ name: other.name, phone: applicant.phone })).records).toEqual([]);
  expect((await problemOfCall(desk.client.privacy.find({ name: applicant.name }))).code).toBe('person_not_named');
});

test('others named in the same record are masked on paper and in the data', async () => {
  const { desk } = await deskWithLosses();
  await desk.client.records.add({
    kind: 'household',
    content: {
      registered_on: '2025-03-01',
      head: { name: other.name, id_type: 'resident_id', id_no: other.id_no, phone: other.phone },
      address: '河西街道八一社区3栋201室',
      members: [
        { name: other.name, relation: 'head' },
        { name: applicant.name, relation: 'spouse', id_type: 'resident_id', id_no: applicant.id_no },
      ],
      handler: desk.account,
    },
  });
  const file = await desk.client.privacy.json(copy);
  const text = await file.text();
  const { html } = await desk.client.privacy.page(copy);
  for (const given of [text, html]) {
    expect(given).toContain(applicant.phone);
    expect([given.includes(other.phone), given.includes(other.id_no)]).toEqual([false, false]);
  }
  expect(text).toContain('郑**');
});

test('free text is given out only after somebody has looked at it', async () => {
  const { desk, mine } = await deskWithLosses();
  const before = await (await desk.client.privacy.json(copy)).text();
  const after = await (await desk.client.privacy.json({ ...copy, released: [`${mine.id}:circumstances`] })).text();
  expect([before.includes('发现钱包不见'), after.includes('发现钱包不见')]).toEqual([false, true]);
});

test('every look and every copy has a line in the log that names neither person nor number', async () => {
  const { desk } = await deskWithLosses();
  await desk.client.privacy.find(sought);
  await desk.client.privacy.pdf(copy);
  const auditor = await addColleague(desk, '审计员', ['auditor']);
  const { lines } = await auditor.client.audit.page({ limit: 50 });
  const said = lines.flatMap(({ action, said: { zh } }) =>
    action.startsWith('person_') && zh.includes('个人信息') ? [zh] : [],
  );
  expect(said).toEqual([
    '提供个人信息查阅（复制）件（存为 PDF），记录 1 条；用途：本人申请查阅',
    '查找一人的个人信息，涉及记录 1 条',
  ]);
});

test('what was recorded of the person and changed since is found too, and marked as such', async () => {
  const { desk, mine } = await deskWithLosses();
  const opened = await desk.client.records.open({ id: mine.id });
  await desk.client.records.edit({
    id: mine.id,
    heads: [...opened.heads],
    patch: { owner: { phone: '13700137000', address: '溪心路8号' } },
  });
  const byOldPhone = await desk.client.privacy.find({ name: applicant.name, phone: applicant.phone });
  const former = byOldPhone.records[0]?.values.filter(({ state }) => state === 'former');
  expect(former?.map(({ path, value }) => [path, value])).toContainEqual(['owner/phone', applicant.phone]);
  const byNumber = await desk.client.privacy.find(sought);
  const told = new Map(byNumber.records[0]?.values.map(({ path, state, value }) => [`${state} ${path}`, value]));
  expect([told.get('own owner/phone'), told.get('former owner/phone')]).toEqual(['13700137000', applicant.phone]);
  expect((await desk.client.privacy.page(copy)).html).toContain(`${applicant.phone}（曾登记，已更改）`);
});

test('a block that describes somebody else by now gives the former person theirs, and nothing of the other', async () => {
  const { desk, mine } = await deskWithLosses();
  const { heads } = await desk.client.records.open({ id: mine.id });
  await desk.client.records.edit({
    id: mine.id,
    heads: [...heads],
    patch: { owner: { ...other, birth_date: null, gender: null } },
  });
  const { records } = await desk.client.privacy.find(sought);
  const values = records.find(({ id }) => id === mine.id)?.values ?? [];
  expect(values.filter(({ state }) => state === 'own')).toEqual([]);
  expect(values.filter(({ state }) => state === 'former').map(({ value }) => value)).toContain(applicant.name);
  expect(values.map(({ value }) => value)).not.toContain(other.phone);
});
