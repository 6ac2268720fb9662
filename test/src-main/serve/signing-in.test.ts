import { describe, expect, it } from 'vitest';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { readSetting } from '../../../src-main/stores/setting-store.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import {
  addColleague,
  at,
  firstPerson,
  hostOptions,
  testDesk,
  testPassword,
  testUnit,
} from '../../support/test-desk.ts';

const unknown = '0'.repeat(26);

describe('the first run', () => {
  it('refuses a weak password and leaves no desk behind', async () => {
    const host = okValue(hostDesk(hostOptions(temporaryDirectory(), { now: at('2025-03-28T23:40:00') })));
    const firstRun = { unit: testUnit, deskKind: 'police' as const, person: firstPerson };
    expect(problemOf(await host.setUp({ ...firstRun, password: 'abc' }))).toMatchObject({
      code: 'password_too_short',
      path: 'password',
    });
    expect(okValue(host.state(host.connect()))).toEqual({ state: 'absent' });
    okValue(await host.setUp({ ...firstRun, password: testPassword }));
    expect(problemOf(await host.setUp({ ...firstRun, password: testPassword }))).toEqual({ code: 'desk_exists' });
    host.close();
  });

  it('shows the unit and its people before anybody has signed in, and nothing else', async () => {
    const desk = await testDesk();
    expect(await desk.window().desk.state()).toEqual({
      state: 'locked',
      unitName: testUnit.name,
      service: 'open',
      people: [{ id: desk.account, name: firstPerson.name }],
    });
  });
});

describe('signing in', () => {
  it('is needed for every call but the few that come before it', async () => {
    const window = (await testDesk()).window();
    const id = unknown;
    const calls = [
      window.people.list(),
      window.kinds.list(),
      window.records.open({ id }),
      window.records.list({ kind: 'found_item' }),
      window.records.find({ text: '黎' }),
      window.records.history({ id }),
      window.drafts.list(),
      window.attachments.read({ id, attachment: 'a' }),
      window.documents.list({ id }),
      window.documents.page({ id, document: 'receipt' }),
      window.today.board(),
      window.registers.rows({ kind: 'found_item' }),
      window.delivery.counters(),
      window.settings.calendar(),
      window.settings.verify(),
      window.session.changePassword({ current: testPassword, next: 'Another-77' }),
    ];
    const problems = await Promise.all(calls.map((call) => problemOfCall(call)));
    expect(problems).toEqual(calls.map(() => ({ code: 'desk_locked' })));
  });

  it('locks a person out after five wrong passwords, and nobody else', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    const window = desk.window();
    for (const wait of [1, 2, 4, 8]) {
      expect((await problemOfCall(window.session.signIn({ account: desk.account, password: 'Wrong-2025' }))).code).toBe(
        'sign_in_refused',
      );
      desk.clock.now += wait * 1_000;
    }
    expect(await problemOfCall(window.session.signIn({ account: desk.account, password: 'Wrong-2025' }))).toEqual({
      code: 'sign_in_locked_out',
      facts: { minutes: 10 },
    });
    expect((await problemOfCall(window.session.signIn({ account: desk.account, password: testPassword }))).code).toBe(
      'sign_in_locked_out',
    );
    expect((await window.session.signIn({ account: colleague.id, password: colleague.password })).name).toBe('舒某');
  });

  it('ends by itself when nothing was asked for as long as the desk says', async () => {
    const desk = await testDesk();
    await desk.client.settings.setLockAfter({ minutes: 5 });
    desk.clock.now += 4 * 60_000;
    await desk.client.people.list();
    desk.clock.now += 5 * 60_000 + 1;
    expect(await problemOfCall(desk.client.people.list())).toEqual({ code: 'desk_locked' });
  });

  it('is one window’s matter: another window stays as it is', async () => {
    const desk = await testDesk();
    const other = desk.window();
    await other.session.signIn({ account: desk.account, password: testPassword });
    await desk.client.session.lock();
    expect((await desk.client.desk.state()).state).toBe('locked');
    expect((await other.desk.state()).state).toBe('open');
  });

  it('keeps drafts through a lock and a change of person, each person their own', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    const draft = { id: 'd', kind: 'handbook_task', record: null, step: null, content: { title: '半句' }, heads: [] };
    await desk.client.drafts.keep(draft);
    await desk.client.session.lock();
    await desk.client.session.signIn({ account: colleague.id, password: colleague.password });
    expect(await desk.client.drafts.list()).toEqual([]);
    await desk.client.session.signIn({ account: desk.account, password: testPassword });
    expect((await desk.client.drafts.list()).map(({ content }) => content)).toEqual([{ title: '半句' }]);
  });
});

describe('people', () => {
  it('a new password opens, the old one does not, and nobody else’s changes', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    expect(
      (await problemOfCall(desk.client.session.changePassword({ current: 'Wrong-2025', next: 'Another-77' }))).code,
    ).toBe('sign_in_refused');
    desk.clock.now += 2_000;
    expect(
      (await problemOfCall(desk.client.session.changePassword({ current: testPassword, next: 'short' }))).code,
    ).toBe('password_too_short');
    await desk.client.session.changePassword({ current: testPassword, next: 'Another-77' });
    const window = desk.window();
    expect((await problemOfCall(window.session.signIn({ account: desk.account, password: testPassword }))).code).toBe(
      'sign_in_refused',
    );
    desk.clock.now += 2_000;
    await window.session.signIn({ account: desk.account, password: 'Another-77' });
    await desk.window().session.signIn({ account: colleague.id, password: colleague.password });
  });

  it('a disabled person is out at once everywhere, and back with the same password when enabled', async () => {
    const desk = await testDesk();
    const colleague = await addColleague(desk, '舒某', ['recorder']);
    await desk.client.people.change({ id: colleague.id, enabled: false });
    expect(await problemOfCall(colleague.client.people.list())).toEqual({ code: 'desk_locked' });
    expect(
      (await problemOfCall(colleague.client.session.signIn({ account: colleague.id, password: colleague.password })))
        .code,
    ).toBe('sign_in_refused');
    const state = await desk.window().desk.state();
    expect(state.state === 'locked' && state.people.map(({ name }) => name)).toEqual(['黎女士']);
    desk.clock.now += 2_000;
    await desk.client.people.change({ id: colleague.id, enabled: true });
    await colleague.client.session.signIn({ account: colleague.id, password: colleague.password });
  });

  it('a renamed person is shown by the new name before anybody signs in', async () => {
    const desk = await testDesk();
    await desk.client.people.change({ id: desk.account, name: '黎晓' });
    const state = await desk.window().desk.state();
    expect(state.state === 'locked' && state.people).toEqual([{ id: desk.account, name: '黎晓' }]);
  });

  it('a change of one thing about a person leaves the rest as it was', async () => {
    const desk = await testDesk();
    await desk.client.people.change({ id: desk.account, residentId: '11010519491231002X' });
    const changed = await desk.client.people.change({ id: desk.account, name: '黎晓' });
    expect(changed).toMatchObject({ name: '黎晓', staffNumber: firstPerson.staffNumber });
    const session = desk.host.connect();
    okValue(await desk.host.signIn(session, desk.account, testPassword));
    expect(okValue(desk.host.signedIn(session)).person.residentId).toBe('11010519491231002X');
  });

  it('the last head and the last system administrator remain', async () => {
    const desk = await testDesk();
    expect(await problemOfCall(desk.client.people.change({ id: desk.account, roles: ['head'] }))).toEqual({
      code: 'last_head',
    });
    expect(await problemOfCall(desk.client.people.change({ id: desk.account, enabled: false }))).toEqual({
      code: 'last_head',
    });
  });

  it('a staff number is one person’s', async () => {
    const desk = await testDesk();
    const person = {
      name: '林某',
      staffNumber: firstPerson.staffNumber,
      residentId: '',
      roles: ['recorder' as const],
      password: 'Another-77',
    };
    expect(await problemOfCall(desk.client.people.add(person))).toEqual({
      code: 'staff_number_taken',
      facts: { number: firstPerson.staffNumber, name: firstPerson.name },
    });
    const state = await desk.window().desk.state();
    expect(state.state === 'locked' && state.people).toHaveLength(1);
  });

  it('both halves of the recovery code give a person another password', async () => {
    const desk = await testDesk();
    const window = desk.window();
    const recover = (halves: readonly [string, string]) =>
      window.people.recover({
        account: desk.account,
        halves: [...halves],
        bringers: ['陈某', '周某'],
        next: 'Another-77',
      });
    expect((await problemOfCall(recover([desk.recovery[0], desk.recovery[0]]))).code).toBe('recovery_refused');
    await recover([desk.recovery[1], desk.recovery[0]]);
    await window.session.signIn({ account: desk.account, password: 'Another-77' });
  });
});

describe('the log', () => {
  it('has every sign-in, refusal, save, look at a masked value and change of people, and no personal data', async () => {
    const desk = await testDesk();
    await problemOfCall(desk.window().session.signIn({ account: desk.account, password: 'Wrong-2025' }));
    desk.clock.now += 2_000;
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, '舒某反映路灯') });
    await addColleague(desk, '舒某', ['recorder']);
    const session = desk.host.connect();
    okValue(await desk.host.signIn(session, desk.account, testPassword));
    const { desk: opened } = okValue(desk.host.signedIn(session));
    const lines = opened.database.reading.rows<{ action: string; detail: string }>({
      sql: 'select action, detail from audit order by seq',
      parameters: [],
    });
    expect(lines.map(({ action }) => action)).toEqual([
      'desk_set_up',
      'person_added',
      'sign_in',
      'saved',
      'person_added',
      'sign_in_refused',
      'sign_in',
      'sign_in',
    ]);
    expect(lines.map(({ detail }) => detail).join()).not.toContain('舒某');
  });
});

describe('a copied desk', () => {
  it('begins a new incarnation, and one that was only moved by nobody keeps its own', async () => {
    const { host, directory, clock, account } = await testDesk();
    const incarnation = async (machine: string) => {
      const again = okValue(hostDesk({ ...hostOptions(directory, clock), machine }));
      const session = again.connect();
      okValue(await again.signIn(session, account, testPassword));
      const setting = readSetting(okValue(again.signedIn(session)).desk.database.reading, 'incarnation');
      again.close();
      return JSON.stringify(setting);
    };
    host.close();
    const [first, second, third] = [
      await incarnation('test machine'),
      await incarnation('test machine'),
      await incarnation('another machine'),
    ];
    expect([first === second, second === third]).toEqual([true, false]);
  });
});
