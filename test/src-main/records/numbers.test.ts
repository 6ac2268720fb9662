import { expect, it } from 'vitest';
import { statement } from '../../../src-main/database/statement.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { testDesk, testUnit } from '../../support/test-desk.ts';

const lastSerial = statement<{ kind: string }>('update number_block set next = last where kind = @kind');

it('a desk whose block is used up gives numbers that say they are temporary', async () => {
  const { client, host, account } = await testDesk();
  const add = async () => (await client.records.add({ kind: 'handbook_task', content: taskContent(account) })).number;
  await add();
  const { desk } = okValue(host.signedIn(signedInSession(host, account)));
  okValue(desk.database.write((writing) => ok(writing.run(lastSerial, { kind: 'handbook_task' }))));
  expect([await add(), await add(), await add()]).toEqual([
    '方岩所办〔2025〕9999号',
    '方岩所办〔2025〕临0001号',
    '方岩所办〔2025〕临0002号',
  ]);
});

it('a unit that was renamed and renamed back never gives a number twice', async () => {
  const { client, account } = await testDesk();
  const add = async () => (await client.records.add({ kind: 'handbook_task', content: taskContent(account) })).number;
  const numbers = [await add()];
  await client.settings.setUnit({ ...testUnit, shortName: '芝英所' });
  numbers.push(await add());
  await client.settings.setUnit(testUnit);
  numbers.push(await add());
  expect(numbers).toEqual(['方岩所办〔2025〕0001号', '芝英所办〔2025〕0002号', '方岩所办〔2025〕0003号']);
});

/** Another window of the same person, for what the contract does not offer. */
function signedInSession(host: Awaited<ReturnType<typeof testDesk>>['host'], account: string) {
  const session = host.connect();
  session.signIn(account, host.now());
  return session;
}
