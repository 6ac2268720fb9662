import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { backUpNow, choosePlaceFor, restoreOnBlank } from '../../support/backed-up-desk.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { fileOf, pngBytes } from '../../support/small-files.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { hostOptions, serving, type TestClient, testDesk, testPassword } from '../../support/test-desk.ts';

async function numberOf(client: TestClient, account: string): Promise<string> {
  return (await client.records.add({ kind: 'handbook_task', content: taskContent(account) })).number;
}

test('a blank PC is the desk again: records, attachments, people, and a chain of its own from the first moment', async () => {
  const desk = await testDesk();
  const added = await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, '还钱包') });
  const file = fileOf(pngBytes, 'photo.png');
  const kept = await desk.client.attachments.add({
    id: added.id,
    heads: [...added.heads],
    file,
    role: 'other',
    note: '',
  });
  await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  const spare = await restoreOnBlank(desk, backup);
  const view = await spare.client.records.open({ id: added.id });
  expect([view.content.title, view.heads]).toEqual(['还钱包', kept.heads]);
  const attachment = view.attachments[0]?.id ?? '';
  const read = await spare.client.attachments.read({ id: added.id, attachment });
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(pngBytes);
  const open = okValue(spare.host.openDesk());
  const before = okValue(desk.host.openDesk()).device;
  expect(open.device.signer.device).toBe(before.signer.device);
  expect(open.device.chain.current.incarnation).not.toBe(before.chain.current.incarnation);
  expect(await spare.client.backups.restored()).toMatchObject({
    madeAt: desk.clock.now,
    check: { receipts: 0, wrong: 0, covered: 0, missing: [], undelivered: 3 },
  });
  await spare.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account) });
  expect(verifyDesk(open).faults).toEqual([]);
});

test('[S40] no number that may be on paper is given again, until a person says which was the last', async () => {
  const desk = await testDesk();
  const early = [await numberOf(desk.client, desk.account), await numberOf(desk.client, desk.account)];
  await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  const late = [await numberOf(desk.client, desk.account), await numberOf(desk.client, desk.account)];
  const spare = await restoreOnBlank(desk, backup);
  const meanwhile = await numberOf(spare.client, desk.account);
  expect(meanwhile).toMatch(/^方岩所办〔2025〕临\d+号$/);
  const waiting = (await spare.client.backups.restored())?.numbers.find(({ kind }) => kind === 'handbook_task');
  expect(waiting).toMatchObject({ year: 2025, highest: 2 });
  const problem = await problemOfCall(spare.client.backups.continueNumbers({ kind: 'handbook_task', last: 1 }));
  expect(problem).toMatchObject({ code: 'number_not_after', facts: { highest: 2 } });
  await spare.client.backups.continueNumbers({ kind: 'handbook_task', last: 4 });
  const after = await numberOf(spare.client, desk.account);
  expect(after).toBe('方岩所办〔2025〕0005号');
  expect(new Set([...early, ...late, meanwhile, after]).size).toBe(6);
  expect((await spare.client.backups.restored())?.numbers.some(({ kind }) => kind === 'handbook_task')).toBe(false);
  desk.clock.now += 300 * 24 * 3_600_000;
  await spare.client.session.signIn({ account: desk.account, password: testPassword });
  expect(await numberOf(spare.client, desk.account)).toBe('方岩所办〔2026〕0001号');
});

test('[S40] two lives restored from one backup give no temporary number twice either', async () => {
  const desk = await testDesk();
  await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  const first = await restoreOnBlank(desk, backup);
  const one = [await numberOf(first.client, desk.account), await numberOf(first.client, desk.account)];
  desk.clock.now += 3_600_000;
  const second = await restoreOnBlank(desk, backup);
  const other = [await numberOf(second.client, desk.account), await numberOf(second.client, desk.account)];
  expect(new Set([...one, ...other]).size).toBe(4);
});

test('a copy put back by hand over the same file begins another life, too', async () => {
  const desk = await testDesk();
  const open = okValue(desk.host.openDesk());
  open.database.reading.rows({ sql: 'pragma wal_checkpoint(truncate)', parameters: [] });
  const copy = readFileSync(join(desk.directory, 'desk.db'));
  const late = await numberOf(desk.client, desk.account);
  const { incarnation } = open.device.chain.current;
  desk.host.close();
  const reopened = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
  okValue(await reopened.signIn(reopened.connect(), desk.account, testPassword));
  expect(okValue(reopened.openDesk()).device.chain.current.incarnation).toBe(incarnation);
  reopened.close();
  writeFileSync(join(desk.directory, 'desk.db'), copy);
  const host = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
  const client = callInProcess(serving(host));
  await client.session.signIn({ account: desk.account, password: testPassword });
  expect(okValue(host.openDesk()).device.chain.current.incarnation).not.toBe(incarnation);
  expect(await numberOf(client, desk.account)).not.toBe(late);
  host.close();
});

test('a damaged backup is refused before anything stands in the place of the desk', async () => {
  const desk = await testDesk();
  await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  const file = join(backup, 'desk.db');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length - 8192));
  const directory = join(temporaryDirectory(), 'blank');
  const host = okValue(hostDesk(hostOptions(directory, desk.clock)));
  const client = callInProcess(serving(host));
  const problem = await problemOfCall(client.backups.restore({ path: backup }));
  expect(problem).toMatchObject({ code: 'backup_damaged', facts: { file: 'desk.db' } });
  expect(readdirSync(directory).filter((name) => !name.startsWith('desk.lock'))).toEqual([]);
  host.close();
});

test('a desk that is there is never written over', async () => {
  const desk = await testDesk();
  await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  expect((await problemOfCall(desk.client.backups.restore({ path: backup }))).code).toBe('desk_exists');
  expect((await problemOfCall(desk.window().backups.find({}))).code).toBe('desk_exists');
});

test('backups in a folder are found before there is a desk, and a folder that is none is told so', async () => {
  const desk = await testDesk();
  const place = await choosePlaceFor(desk);
  const backup = await backUpNow(desk);
  const elsewhere = join(temporaryDirectory(), 'copied');
  cpSync(backup, join(elsewhere, 'a-copy'), { recursive: true });
  const host = okValue(hostDesk(hostOptions(join(temporaryDirectory(), 'blank'), desk.clock)));
  const client = callInProcess(serving(host));
  expect((await client.backups.find({ folder: place })).map(({ path }) => path)).toEqual([backup]);
  expect(await client.backups.find({ folder: elsewhere })).toMatchObject([
    { unitName: '永康市公安局方岩派出所', problem: null },
  ]);
  const problem = await problemOfCall(client.backups.restore({ path: elsewhere }));
  expect(problem).toEqual({ code: 'backup_not_found', facts: { path: elsewhere } });
  expect(existsSync(join(host.place().directory, 'desk.db'))).toBe(false);
  host.close();
});
