// Keys do not lie about in memory longer than they are needed, as far as our own copies go.

import { expect, test, vi } from 'vitest';
import { Keyring } from '../../../src-main/trust/keyring.ts';
import { spendKey } from '../../../src-node/trust/spend-key.ts';
import { okValue } from '../../support/ok-value.ts';
import { addColleague, testDesk, testPassword } from '../../support/test-desk.ts';

const cleared = new Uint8Array(32);

test('a key is overwritten after its use, also when the use fails', () => {
  const key = Uint8Array.from([1, 2, 3]);
  expect(spendKey(key, (bytes) => bytes.length)).toBe(3);
  expect(key).toEqual(new Uint8Array(3));
  const other = Uint8Array.from([4, 5]);
  expect(() =>
    spendKey(other, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(other).toEqual(new Uint8Array(2));
});

test('the desk key is overwritten when the desk is closed, and every further copy as soon as it was needed', async () => {
  const desk = await testDesk();
  const colleague = await addColleague(desk, '舒某', ['recorder']);
  const signIn = vi.spyOn(Keyring.prototype, 'signIn');
  const session = desk.host.connect();
  okValue(await desk.host.signIn(session, colleague.id, colleague.password));
  await desk.client.session.changePassword({ current: testPassword, next: 'Another-77' });
  await desk.client.people.renewRecovery({ password: 'Another-77' });
  const given = await Promise.all(signIn.mock.results.map(({ value }) => value));
  signIn.mockRestore();
  expect(given.map(okValue)).toEqual([cleared, cleared, cleared]);
  const { deskKey } = okValue(desk.host.keys(session));
  expect(deskKey).not.toEqual(cleared);
  expect((await desk.client.people.list()).length).toBe(2);
  desk.host.close();
  expect(deskKey).toEqual(cleared);
});
