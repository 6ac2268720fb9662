// 三员分立 as the desk keeps it.

import { expect, test } from 'vitest';
import type { Role } from '../../../src-shared/contract/views.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { addColleague, testDesk } from '../../support/test-desk.ts';

const together: readonly (readonly Role[])[] = [
  ['system_administrator', 'security_administrator'],
  ['system_administrator', 'auditor'],
  ['security_administrator', 'auditor'],
  ['recorder', 'auditor'],
  ['reviewer', 'auditor'],
  ['head', 'auditor'],
];

test.each(together)('%s and %s are not given to one person', async (...roles) => {
  const desk = await testDesk();
  expect((await problemOfCall(addColleague(desk, '舒某', roles))).code).toBe('roles_not_together');
  const person = await addColleague(desk, '舒某', roles.slice(0, 1));
  const more = await problemOfCall(desk.client.people.change({ id: person.id, roles: [...roles] }));
  expect(more.code).toBe('roles_not_together');
});

test('nobody gives a role to themselves; giving one up is theirs', async () => {
  const desk = await testDesk();
  const keeper = await addColleague(desk, '周某', ['system_administrator']);
  const raised = keeper.client.people.change({ id: keeper.id, roles: ['system_administrator', 'head'] });
  expect(await problemOfCall(raised)).toEqual({ code: 'own_roles', path: 'roles' });
  const parted = await desk.client.people.change({
    id: desk.account,
    roles: ['recorder', 'reviewer', 'head', 'system_administrator'],
  });
  expect(parted.roles).not.toContain('security_administrator');
  const again = await problemOfCall(
    keeper.client.people.change({
      id: desk.account,
      roles: ['recorder', 'head', 'system_administrator', 'security_administrator'],
    }),
  );
  expect(again.code).toBe('roles_not_together');
});
