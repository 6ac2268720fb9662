import { expect, it } from 'vitest';
import { rebuildProjections } from '../../../src-main/records/rebuild-projections.ts';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { okValue } from '../../support/ok-value.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { hostOptions, serving, testDesk, testPassword } from '../../support/test-desk.ts';

it('a record of a kind that only a newer version knows is kept whole through a rebuild, and shown again by that version', async () => {
  const { client, account, host, directory, clock } = await testDesk();
  const saved = await client.records.add({ kind: 'handbook_task', content: taskContent(account) });
  const before = await client.records.open({ id: saved.id });
  host.close();

  const older = okValue(hostDesk({ ...hostOptions(directory, clock), kinds: [parcel] }));
  const session = older.connect();
  okValue(await older.signIn(session, account, testPassword));
  const { desk } = okValue(older.signedIn(session));
  okValue(rebuildProjections(desk));
  expect(verifyDesk(desk).faults).toEqual([]);
  const olderClient = callInProcess(serving(older));
  await olderClient.session.signIn({ account, password: testPassword });
  expect((await problemOfCall(olderClient.records.open({ id: saved.id }))).code).toBe('kind_unknown');
  expect((await olderClient.today.board()).recent).toEqual([]);
  older.close();

  const newer = okValue(hostDesk(hostOptions(directory, clock)));
  const newerSession = newer.connect();
  okValue(await newer.signIn(newerSession, account, testPassword));
  okValue(rebuildProjections(okValue(newer.signedIn(newerSession)).desk));
  const newerClient = callInProcess(serving(newer));
  await newerClient.session.signIn({ account, password: testPassword });
  const after = await newerClient.records.open({ id: saved.id });
  expect([after.content, after.heads, after.title]).toEqual([before.content, before.heads, before.title]);
  newer.close();
});
