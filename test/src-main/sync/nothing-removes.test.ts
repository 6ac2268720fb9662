// What the centre has not confirmed can be removed by nothing.

import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sql as version1 } from '../../../src-main/database/migrations/0001-desk.ts';
import { openDatabase } from '../../../src-main/database/open-database.ts';
import { deskSchema } from '../../../src-main/database/schemas.ts';
import { statement } from '../../../src-main/database/statement.ts';
import { rebuildProjections } from '../../../src-main/records/rebuild-projections.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { pendingOf } from '../../../src-main/stores/outbox-store.ts';
import { enrolDesk } from '../../../src-main/sync/enrolment.ts';
import { syncOnce } from '../../../src-main/sync/sync-once.ts';
import { revoke } from '../../../src-server/accounts/manage-scopes.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { callProblem } from '../../../src-shared/contract/call-problem.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import {
  codeFor,
  type SyncedDesk,
  startUnitCentre,
  startUnitCentreAgain,
  syncedDesk,
  unitScope,
} from '../../support/synced-desks.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { addColleague, hostOptions, serving, testPassword } from '../../support/test-desk.ts';

/** Saves until a save is refused; gives why. */
async function fillUp(client: SyncedDesk['client'], account: string) {
  const content = { ...taskContent(account), remark: '经办人补充说明'.repeat(1_000) };
  for (;;) {
    const problem = await client.records.add({ kind: 'handbook_task', content }).then(() => null, callProblem);
    if (problem !== null) return problem;
  }
}

async function counts({ client }: Pick<SyncedDesk, 'client'>) {
  const { here, sent, confirmed, total } = await client.delivery.counters();
  return { open: here + sent, confirmed, total };
}

/** A desk whose first changes are confirmed, and whose last were saved while the centre was away. */
async function deskWithUndelivered() {
  const centre = await startUnitCentre();
  const desk = await syncedDesk(centre, '一号机');
  await desk.sync();
  await centre.stop();
  const saved = await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
  return { centre, desk, saved, before: await counts(desk) };
}

describe('[S17] what is undelivered stays, whatever happens:', () => {
  test('signing out and in again', async () => {
    const { centre, desk, before } = await deskWithUndelivered();
    await desk.client.session.lock();
    await desk.client.session.signIn({ account: desk.account, password: testPassword });
    expect(await counts(desk)).toEqual(before);
    await startUnitCentreAgain(centre);
    await desk.sync();
    expect(await counts(desk)).toEqual({ open: 0, confirmed: before.total, total: before.total });
  });

  test('taking the account of its author away', async () => {
    const centre = await startUnitCentre();
    const desk = await syncedDesk(centre, '一号机');
    const colleague = await addColleague(desk, '林予安', ['recorder']);
    await desk.sync();
    await centre.stop();
    await colleague.client.records.add({ kind: 'handbook_task', content: taskContent(colleague.id) });
    await desk.client.people.change({ id: colleague.id, enabled: false });
    const before = await counts(desk);
    expect(before.open).toBe(2);
    await startUnitCentreAgain(centre);
    await desk.sync();
    expect(await counts(desk)).toEqual({ open: 0, confirmed: before.total, total: before.total });
  });

  test('[S26] being revoked: everything stays, work goes on, and a new code brings it all there', async () => {
    const { centre, desk } = await deskWithUndelivered();
    const again = await startUnitCentreAgain(centre);
    const { device } = desk.open.device.signer;
    okValue(await revoke(again.centre, device, '试停'));
    expect((await problemOfCall(desk.client.delivery.sync())).code).toBe('sync_device_revoked');
    const { centre: way } = await desk.client.delivery.counters();
    expect(way.access).toBe('revoked');
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
    const before = await counts(desk);
    expect(before.open).toBe(2);
    const code = await codeFor(again, device);
    okValue(await enrolDesk(desk.open, desk.account, { url: again.url, authority: null, code, name: '一号机' }));
    await desk.sync();
    expect(await counts(desk)).toEqual({ open: 0, confirmed: before.total, total: before.total });
  });

  test('working everything out anew', async () => {
    const { desk, before } = await deskWithUndelivered();
    okValue(rebuildProjections(desk.open));
    expect(await counts(desk)).toEqual(before);
  });

  test('a disk that is full: what cannot be saved is said, what was saved is delivered', async () => {
    const { centre, desk } = await deskWithUndelivered();
    desk.host.close();
    const pages = Math.floor(statSync(join(desk.directory, 'desk.db')).size / 8192) + 30;
    const tight = okValue(hostDesk({ ...hostOptions(desk.directory, desk.clock), maxPages: pages }));
    const client = callInProcess(serving(tight));
    await client.session.signIn({ account: desk.account, password: testPassword });
    expect(await fillUp(client, desk.account)).toMatchObject({ code: 'disk_full' });
    const before = await counts({ client });
    await startUnitCentreAgain(centre);
    // The centre takes what it is given; whether the desk can keep a receipt or not, nothing of it is lost.
    await syncOnce(okValue(tight.sync()));
    const during = await counts({ client });
    expect([during.total, during.open + during.confirmed <= during.total]).toEqual([before.total, true]);
    tight.close();
    const wide = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
    const again = callInProcess(serving(wide));
    await again.session.signIn({ account: desk.account, password: testPassword });
    okValue(await syncOnce(okValue(wide.sync())));
    expect(await counts({ client: again })).toEqual({ open: 0, confirmed: before.total, total: before.total });
    wide.close();
  });

  test('coming from the version before there was a centre', () => {
    const path = join(temporaryDirectory(), 'desk.db');
    const key = new Uint8Array(randomBytes(32));
    const old = okValue(
      openDatabase({ path, key, schema: { pageSize: 8192, migrations: [{ version: 1, sql: version1 }] } }),
    );
    okValue(
      old.write((writing) => {
        for (const sql of oldRows) writing.run(statement<Record<never, never>>(sql), {});
        return ok(null);
      }),
    );
    old.close();
    const now = okValue(openDatabase({ path, key, schema: deskSchema }));
    expect(pendingOf(now.reading, unitScope, [], 10).map(({ n, unsure }) => ({ n, unsure }))).toEqual([
      { n: 1, unsure: false },
    ]);
    now.close();
  });
});

/** One change in the outbox of a desk of version 1. */
const oldRows = [
  `insert into chain (scope, device, incarnation) values ('${unitScope}', 'd', 'i')`,
  `insert into change (seq, id, record_key, chain_key, n, header, body, signature, at, author, received_at)
   values (1, randomblob(32), 1, 1, 1, cast('{"prev":null}' as blob), x'00', null, 0, 'p', 0)`,
  `insert into record (key, id, kind, number, status, stage, restricted, secrecy, title, sort_title, occurred_at, due_at,
     custody, conflict, handler, co_handler, created_at, created_by, updated_at, updated_by, content, search_text)
   values (1, 'r', 'handbook_task', '', '', 'open', 0, '', '', '', '', '', 0, 0, '', '', 0, 'p', 0, 'p', '{}', '')`,
  'insert into outbox (change_seq) values (1)',
];
