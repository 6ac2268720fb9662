import { expect, test } from 'vitest';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { callProblem } from '../../../src-shared/contract/call-problem.ts';
import { deskContract } from '../../../src-shared/contract/desk.ts';
import { isPermitted, permissionOf } from '../../../src-shared/contract/permissions.ts';
import type { Role } from '../../../src-shared/contract/views.ts';
import { addColleague, serving, type TestClient, type TestDesk, testDesk } from '../../support/test-desk.ts';

const roles: readonly Role[] = [
  'recorder',
  'reviewer',
  'head',
  'system_administrator',
  'security_administrator',
  'auditor',
];

/** Every procedure of the contract as it is, whatever the table says. */
const procedures = Object.entries(deskContract).flatMap(([group, inside]) =>
  Object.keys(inside).map((name) => ({ group, name })),
);

/** Input that no schema takes, so that what is let in ends there and changes nothing. */
const nonsense = { nonsense: true };

type Outcome = 'allowed' | 'refused' | 'locked';

/** Calls as a window would; only the two codes that the table gives mean anything here. */
async function outcomeOf(client: TestClient, group: string, name: string): Promise<Outcome> {
  const call = Reflect.get(Reflect.get(client, group), name);
  const stopping = new AbortController();
  const said = await call(nonsense, { signal: stopping.signal }).then(
    () => null,
    (error: unknown) => callProblem(error)?.code ?? null,
  );
  stopping.abort();
  if (said === 'not_allowed') return 'refused';
  return said === 'desk_locked' ? 'locked' : 'allowed';
}

async function signedIn(desk: TestDesk, role: Role): Promise<TestClient> {
  return (await addColleague(desk, `某${role}`, [role])).client;
}

test.each(roles)(
  'the whole contract lets a person who is only %s do what the table says, and nothing else',
  {
    timeout: 60_000,
  },
  async (role) => {
    const desk = await testDesk();
    const client = await signedIn(desk, role);
    // Locking ends the session, so it comes last, and closing the desk after it.
    const place = ({ name }: (typeof procedures)[number]) => ['lock', 'close'].indexOf(name);
    const ordered = procedures.toSorted((left, right) => place(left) - place(right));
    const found: string[] = [];
    const expected: string[] = [];
    for (const { group, name } of ordered) {
      const permission = permissionOf([group, name]);
      const isAllowed = permission !== null && isPermitted(permission, [role]);
      expected.push(`${group}.${name} ${isAllowed ? 'allowed' : 'refused'}`);
      found.push(`${group}.${name} ${await outcomeOf(client, group, name)}`);
    }
    expect(found).toEqual(expected);
  },
);

test('before anybody has signed in only what the table leaves open to anyone is answered', async () => {
  const desk = await testDesk();
  const client = callInProcess(serving(desk.host));
  const found = await Promise.all(
    procedures.map(async ({ group, name }) => `${group}.${name} ${await outcomeOf(client, group, name)}`),
  );
  const expected = procedures.map(({ group, name }) =>
    permissionOf([group, name]) === 'anyone' ? `${group}.${name} allowed` : `${group}.${name} locked`,
  );
  expect(found).toEqual(expected);
});

test('every procedure of the contract has its row in the table of permissions, src-shared/contract/permissions.ts', () => {
  const missing = procedures.filter(({ group, name }) => permissionOf([group, name]) === null);
  const sentences = missing.map(
    ({ group, name }) =>
      `${group}.${name} has no row: say in src-shared/contract/permissions.ts which roles may call it`,
  );
  expect(sentences).toEqual([]);
  expect([permissionOf(['records', 'removeAll']), permissionOf(['records'])]).toEqual([null, null]);
});
