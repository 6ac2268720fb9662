import { describe, expect, it } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { fileOf, pngBytes } from '../../support/small-files.ts';
import { testDesk } from '../../support/test-desk.ts';

async function taskWithPicture() {
  const desk = await testDesk();
  const added = await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
  const attached = await desk.client.attachments.add({
    id: added.id,
    heads: [...added.heads],
    file: fileOf(pngBytes, 'a.png'),
    role: 'result_photo',
    note: '',
  });
  return { desk, id: added.id, number: added.number, heads: [...attached.heads] };
}

describe('a printed form', () => {
  it('is offered by its kind, shows the record, and counts once it was printed', async () => {
    const { desk, id, number, heads } = await taskWithPicture();
    const [form] = await desk.client.documents.list({ id });
    const document = form?.key ?? '';
    const page = await desk.client.documents.page({ id, document });
    expect([page.html.includes('溪心桥路灯报修'), page.title.includes(number), form?.printed]).toEqual([true, true, 0]);
    await desk.client.documents.record({ id, heads, document, copies: 2, by: 'print' });
    const [again] = await desk.client.documents.list({ id });
    expect(again?.printed).toBe(2);
    const { entries } = await desk.client.records.history({ id });
    expect(entries[0]?.differences.map(({ label, after }) => [label.zh, after])).toEqual([
      ['打印', `${form?.label.zh} ×2`],
    ]);
  });

  it('becomes a PDF under its own name', async () => {
    const { desk, id, number } = await taskWithPicture();
    const [form] = await desk.client.documents.list({ id });
    const file = await desk.client.documents.pdf({ id, document: form?.key ?? '' });
    expect([file.name, file.type]).toEqual([`${form?.label.zh} ${number}.pdf`, 'application/pdf']);
    expect(await file.text()).toContain('溪心桥路灯报修');
  });

  it('is refused by name when its kind has no such form', async () => {
    const { desk, id, heads } = await taskWithPicture();
    expect((await problemOfCall(desk.client.documents.page({ id, document: 'nothing' }))).code).toBe(
      'no_such_document',
    );
    expect(
      (await problemOfCall(desk.client.documents.record({ id, heads, document: 'nothing', copies: 1, by: 'pdf' })))
        .code,
    ).toBe('no_such_document');
  });
});

it('the recovery sheets are made before anybody has signed in, and show both halves apart', async () => {
  const desk = await testDesk();
  const { html } = await desk.window().documents.recoverySheet({ halves: [...desk.recovery] });
  expect(desk.recovery.map((half) => html.split(half).length - 1)).toEqual([1, 1]);
});

describe('settings', () => {
  it('keeps each person’s own, and the desk’s for keepers alone', async () => {
    const { client, account } = await testDesk();
    // What one change does not name, another one has set a moment before.
    await Promise.all([
      client.settings.setPersonal({ language: 'en', theme: 'dark' }),
      client.settings.setPersonal({ textSize: 'large' }),
    ]);
    await client.settings.setLockAfter({ minutes: 30 });
    const state = await client.desk.state();
    expect(state.state === 'open' && [state.person.id, state.personal, state.lockAfterMinutes]).toEqual([
      account,
      { language: 'en', theme: 'dark', textSize: 'large' },
      30,
    ]);
  });

  it('a calendar file replaces the years it names, and a wrong one is refused with nothing changed', async () => {
    const { client } = await testDesk({ now: '2027-02-26T09:00:00' });
    const before = await client.settings.calendar();
    expect(before.years).not.toContain(2027);
    expect((await problemOfCall(client.settings.setCalendar({ json: '{"years": 3}' }))).code).toBe('calendar_form');
    const years = { 2027: { holidays: ['2027-03-01', '2027-03-02'], workdays: [] } };
    const after = await client.settings.setCalendar({
      json: JSON.stringify({ version: '2027.1', source: '样例', years }),
    });
    expect([after.version, after.years.includes(2027), after.years.includes(2025)]).toEqual(['2027.1', true, true]);
  });

  it('a new unit name is on the sign-in page at once', async () => {
    const desk = await testDesk();
    await desk.client.settings.setUnit({
      name: '永康市公安局芝英派出所',
      code: 'ZY01',
      shortName: '芝英所',
      phone: '',
      address: '',
    });
    const state = await desk.window().desk.state();
    expect(state.state === 'locked' && state.unitName).toBe('永康市公安局芝英派出所');
  });

  it('verification runs beside the work, finds a healthy desk whole and is itself in the log', async () => {
    const desk = await testDesk();
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
    const verifying = desk.client.settings.verify();
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
    const { faults, changes } = await verifying;
    expect([faults, changes >= 2]).toEqual([[], true]);
  });

  it('delivery says that nothing has left this PC, and the counts add up', async () => {
    const { client, account } = await testDesk();
    await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
    const { centre, ...counts } = await client.delivery.counters();
    const nowhere = { on_stick: 0, sent: 0, received: 0, confirmed: 0, doubted: 0, refused: 0, set_aside: 0 };
    expect([centre.access, counts]).toEqual(['not_enrolled', { ...nowhere, here: 2, total: 2 }]);
  });
});
