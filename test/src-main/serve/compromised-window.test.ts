// A window that runs somebody else's script has the contract and nothing more: no other call, no key, no file of the desk.

import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { deskContract } from '../../../src-shared/contract/desk.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { type TestDesk, testDesk, testPassword } from '../../support/test-desk.ts';

/** Calls whatever the path says, as a script that has the window's channel can. */
async function callAnything({ client }: TestDesk, path: readonly string[], input: unknown): Promise<unknown> {
  let call: unknown = client;
  for (const name of path) call = Reflect.get(Object(call), name);
  if (typeof call !== 'function') return 'nothing there';
  return call(input);
}

/** Calls that end what the others need, or never end. */
const leftOut = ['session.lock', 'desk.close', 'desk.events'];

/** Every call that takes no input, with what came back: an answer or a problem. */
async function everyPlainAnswer(desk: TestDesk) {
  const plain = Object.entries(deskContract).flatMap(([group, inside]) =>
    Object.entries(inside)
      .filter(([, procedure]) => procedure['~orpc'].inputSchema === undefined)
      .map(([name]) => [group, name])
      .filter((path) => !leftOut.includes(path.join('.'))),
  );
  return Promise.all(
    plain.map(async (path) => {
      const said = await callAnything(desk, path, undefined).catch((error: unknown) => String(error));
      return { name: path.join('.'), text: JSON.stringify(said) ?? '' };
    }),
  );
}

test.each([
  ['host', 'keys'],
  ['desk', 'keys'],
  ['desk', 'constructor'],
  ['session', '__proto__'],
  ['records', 'removeAll'],
  ['~orpc'],
  ['records', 'add', 'add'],
  [''],
])('a call that is not in the contract is answered by nothing: %s %s', async (...path) => {
  const desk = await testDesk();
  const answer = callAnything(desk, path, {}).catch((error: unknown) => String(error));
  expect(await answer).toMatch(/not found|nothing there|NOT_FOUND/i);
});

test('no answer of any call that takes no input holds a key of the desk or the place of its files', async () => {
  const desk = await testDesk();
  await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
  const session = desk.host.connect();
  okValue(await desk.host.signIn(session, desk.account, testPassword));
  const key = Buffer.from(okValue(desk.host.keys(session)).deskKey);
  const secrets = [key.toString('hex'), key.toString('base64'), key.toString('base64url'), desk.directory];
  const answers = await everyPlainAnswer(desk);
  expect(answers.length).toBeGreaterThan(20);
  for (const { name, text } of answers)
    expect([name, secrets.filter((secret) => text.includes(secret))]).toEqual([name, []]);
});

test('a path in an input reaches no file: it is refused by its shape or means nothing', async () => {
  const desk = await testDesk();
  const hash = randomBytes(32).toString('hex');
  for (const id of ['../desk.db', '/etc/passwd', `${hash}/../../keyring.json`, 'file:///etc/passwd', '\u0000'])
    await expect(callAnything(desk, ['attachments', 'read'], { id, attachment: id })).rejects.toThrow();
});
