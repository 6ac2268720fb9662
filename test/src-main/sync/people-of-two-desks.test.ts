// People are known everywhere by name, and managed only where they work.

import { expect, test } from 'vitest';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';

test('people of another desk are known by name, cannot be managed here, and do not count as heads of this desk', async () => {
  const centre = await startUnitCentre();
  const first = await syncedDesk(centre, '一号机');
  const second = await syncedDesk(centre, '二号机');
  for (const desk of [first, second]) await desk.sync();
  await first.sync();
  const people = await first.client.people.list();
  expect(people.map(({ id, isOfThisDesk }) => [id, isOfThisDesk])).toEqual(
    expect.arrayContaining([
      [first.account, true],
      [second.account, false],
    ]),
  );
  const theirs = await problemOfCall(first.client.people.change({ id: second.account, enabled: false }));
  expect(theirs).toMatchObject({ code: 'person_of_another_desk' });
  const last = await problemOfCall(first.client.people.change({ id: first.account, enabled: false }));
  expect(last).toMatchObject({ code: 'last_head' });
  // The same officer works at both desks, and has an account at each.
  const added = await first.client.people.add({
    name: '林予安',
    staffNumber: '100300',
    residentId: '',
    roles: ['recorder'],
    password: 'Wallet-7788',
  });
  for (const desk of [first, second]) await desk.sync();
  await second.client.people.add({
    name: '林予安',
    staffNumber: '100300',
    residentId: '',
    roles: ['recorder'],
    password: 'Wallet-7799',
  });
  expect((await second.window().desk.state()).state).toBe('locked');
  const locked = await second.window().desk.state();
  expect(locked.state === 'locked' && locked.people.map(({ id }) => id).includes(added.id)).toBe(false);
});

test('who was added, renamed, given another role or disabled at their desk is so at the centre and at every other desk', async () => {
  const centre = await startUnitCentre();
  const first = await syncedDesk(centre, '一号机');
  const second = await syncedDesk(centre, '二号机');
  const person = { staffNumber: '100301', residentId: '', password: 'Wallet-7788' };
  const added = await first.client.people.add({ ...person, name: '林予安', roles: ['recorder'] });
  for (const desk of [first, second]) await desk.sync();
  const known = async () => (await second.client.people.list()).find(({ id }) => id === added.id);
  expect(await known()).toMatchObject({ name: '林予安', roles: ['recorder'], enabled: true, isOfThisDesk: false });
  await first.client.people.change({ id: added.id, name: '林予宁', roles: ['recorder', 'reviewer'] });
  await first.client.people.change({ id: added.id, enabled: false });
  for (const desk of [first, second]) await desk.sync();
  expect(await known()).toMatchObject({ name: '林予宁', roles: ['recorder', 'reviewer'], enabled: false });
  const state = await first.window().desk.state();
  expect(state.state === 'locked' && state.people.map(({ id }) => id)).not.toContain(added.id);
});
