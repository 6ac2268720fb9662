import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { type DeskHost, hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { callProblem } from '../../../src-shared/contract/call-problem.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue } from '../../support/ok-value.ts';
import { taskContent } from '../../support/sample-task.ts';
import { hostOptions, serving, testDesk, testPassword } from '../../support/test-desk.ts';

/** Saves until a save is refused. */
async function fillUp(host: DeskHost, account: string) {
  const client = callInProcess(serving(host));
  await client.session.signIn({ account, password: testPassword });
  const content = { ...taskContent(account), remark: '经办人补充说明'.repeat(1_000) };
  for (let saved = 0; ; saved += 1) {
    const problem = await client.records.add({ kind: 'handbook_task', content }).then(() => null, callProblem);
    if (problem !== null) return { saved, problem };
  }
}

it('a full disk refuses the save in words, keeps nothing of it and everything before it', async () => {
  const { client, account, host, directory, clock } = await testDesk();
  await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
  host.close();
  const pages = Math.floor(statSync(join(directory, 'desk.db')).size / 8192) + 40;
  const tight = okValue(hostDesk({ ...hostOptions(directory, clock), maxPages: pages }));
  const { saved, problem } = await fillUp(tight, account);
  expect([problem, saved > 2]).toEqual([{ code: 'disk_full' }, true]);
  tight.close();

  const wide = okValue(hostDesk(hostOptions(directory, clock)));
  const session = wide.connect();
  okValue(await wide.signIn(session, account, testPassword));
  const { desk } = okValue(wide.signedIn(session));
  // The person, the first record, and those whose save was answered.
  expect(verifyDesk(desk)).toEqual({ changes: 2 + saved, records: 2 + saved, faults: [] });
  wide.close();
  countFaults({ fault: 'full disk', injected: 1, looked: 1 + saved, lost: 0 });
});
