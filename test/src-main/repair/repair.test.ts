import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { examineDesk } from '../../../src-main/repair/examine-desk.ts';
import { examineFiles } from '../../../src-main/repair/examine-files.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { backUpNow, choosePlaceFor } from '../../support/backed-up-desk.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { fileOf, pngBytes } from '../../support/small-files.ts';
import { startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import {
  hostOptions,
  serving,
  type TestClient,
  type TestDesk,
  testDesk,
  testPassword,
} from '../../support/test-desk.ts';

async function add(client: TestClient, owner: string, title: string) {
  return client.records.add({ kind: 'handbook_task', content: taskContent(owner, title) });
}

function codes(findings: readonly { readonly problem: { readonly code: string } }[]): readonly string[] {
  return findings.map(({ problem }) => problem.code).toSorted();
}

/** Runs a repair to its end. */
async function repair(desk: Pick<TestDesk, 'client'>, what: 'permissions' | 'rebuild' | 'attachments') {
  const { job } = await desk.client.repair.run({ repair: what });
  for (;;) {
    const view = (await desk.client.jobs.list()).find(({ id }) => id === job);
    if (view?.state !== 'running') return view;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a look at the files', () => {
  test('finds nothing where all is well, and nothing where no desk is', async () => {
    const desk = await testDesk();
    await choosePlaceFor(desk);
    await backUpNow(desk);
    const now = Date.now();
    expect(examineFiles(desk.directory, now)).toEqual([]);
    expect(examineFiles(join(desk.directory, 'nowhere'), now)).toEqual([]);
    expect(await desk.client.repair.files()).toEqual([
      { problem: { code: 'repair_clock_back', facts: expect.anything() }, severity: 'warning', repair: null },
    ]);
  });

  test('names a file that is missing, cut, readable to others, and a clock that was set back', async () => {
    const desk = await testDesk();
    desk.host.close();
    const now = Date.now();
    const file = (name: string) => join(desk.directory, name);
    chmodSync(file('desk.db'), 0o644);
    utimesSync(file('desk.db'), now / 1000, now / 1000 + 3_600);
    expect(codes(examineFiles(desk.directory, now))).toEqual(['repair_clock_back', 'repair_open_to_others']);
    truncateSync(file('attachments.db'), 20_000);
    expect(codes(examineFiles(desk.directory, now))).toContain('repair_file_cut');
    rmSync(file('attachments.db'));
    writeFileSync(file('keyring.json'), '{"format":');
    expect(codes(examineFiles(desk.directory, now + 7_200_000))).toEqual([
      'desk_keyring_damaged',
      'repair_file_missing',
      'repair_open_to_others',
    ]);
  });
});

test('a look from outside says what cannot be written to, by its name and not by where it lies', async () => {
  const desk = await testDesk();
  desk.host.close();
  chmodSync(dirname(desk.directory), 0o755);
  chmodSync(desk.directory, 0o555);
  chmodSync(join(desk.directory, 'desk.db'), 0o444);
  const child = join(import.meta.dirname, '../../support/examining-child.ts');
  const said = execFileSync(process.execPath, [child, desk.directory], { encoding: 'utf8' });
  chmodSync(desk.directory, 0o700);
  expect(said).toContain('"code":"repair_not_writable","facts":{"file":"desk.db"}');
  expect(said).not.toContain(dirname(desk.directory));
});

describe('repairs', () => {
  test('the history gives back what lists and search had lost', async () => {
    const desk = await testDesk();
    await add(desk.client, desk.account, '还钱包');
    const open = okValue(desk.host.openDesk());
    open.database.reading.rows({
      sql: `update record set title = 'x' where kind = 'handbook_task' returning key`,
      parameters: [],
    });
    const found = examineDesk(open, desk.directory).find(({ repair: kind }) => kind === 'rebuild');
    expect(found).toMatchObject({ severity: 'bad', problem: { code: 'repair_projections', facts: { count: 1 } } });
    expect((await repair(desk, 'rebuild'))?.state).toBe('done');
    expect(codes(examineDesk(open, desk.directory))).not.toContain('repair_projections');
  });

  test('files become their owner’s alone again', async () => {
    const desk = await testDesk();
    chmodSync(join(desk.directory, 'keyring.json'), 0o666);
    expect((await repair(desk, 'permissions'))?.state).toBe('done');
    expect(statSync(join(desk.directory, 'keyring.json')).mode & 0o777).toBe(0o600);
  });

  test('attachments come back from a backup, and what no backup has from the centre', async () => {
    const centre = await startUnitCentre();
    const desk = await syncedDesk(centre, '一号机');
    const attach = async (bytes: Uint8Array<ArrayBuffer>, name: string) => {
      const { id, heads } = await add(desk.client, desk.account, name);
      const file = fileOf(bytes, `${name}.png`);
      await desk.client.attachments.add({ id, heads: [...heads], file, role: 'document', note: '' });
    };
    await attach(pngBytes, '备份前');
    await choosePlaceFor(desk);
    await backUpNow(desk);
    await attach(new Uint8Array([...pngBytes, 0]), '备份后');
    await desk.sync();
    await desk.sync();
    const { attachments } = desk.open;
    attachments.reading.rows({ sql: 'delete from chunk returning key', parameters: [] });
    attachments.reading.rows({ sql: 'delete from blob returning key', parameters: [] });
    const lost = examineDesk(desk.open, desk.directory).find(({ repair: kind }) => kind === 'attachments');
    expect(lost).toMatchObject({ severity: 'bad', problem: { facts: { count: 2 } } });
    expect((await repair(desk, 'attachments'))?.facts).toMatchObject({ fromBackup: 1, asked: 1 });
    await desk.sync();
    expect(codes(examineDesk(desk.open, desk.directory))).not.toContain('repair_attachments');
    expect(verifyDesk(desk.open).faults).toEqual([]);
    countFaults({ fault: 'missing attachment', injected: 2, looked: 2, lost: 0 });
  });
});

/** Flips bytes in the middle of the file: of many pages, a few. */
function damage(path: string, places: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const place of places)
    bytes[Math.floor(bytes.length * place)] = 255 - (bytes[Math.floor(bytes.length * place)] ?? 0);
  writeFileSync(path, bytes);
}

describe('a desk that does not open', () => {
  test('is replaced by a backup, and what can be read of the damaged file is taken over', async () => {
    const desk = await testDesk();
    await add(desk.client, desk.account, '备份前');
    await choosePlaceFor(desk);
    const backup = await backUpNow(desk);
    const late = await add(desk.client, desk.account, '备份后');
    desk.host.close();
    damage(join(desk.directory, 'desk.db'), [0.9]);
    const host = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
    const client = callInProcess(serving(host));
    const credentials = { account: desk.account, password: testPassword };
    expect((await problemOfCall(client.session.signIn(credentials))).code).toBe('database_damaged');
    expect((await problemOfCall(client.repair.replace({ path: backup }))).code).toBe('desk_locked');
    expect((await problemOfCall(client.repair.replace({ path: backup, ...credentials, password: 'wrong' }))).code).toBe(
      'sign_in_refused',
    );
    desk.clock.now += 600_000;
    await client.repair.replace({ path: backup, ...credentials });
    await client.session.signIn(credentials);
    const restored = await client.backups.restored();
    expect(restored?.check?.saved).toBeGreaterThan(0);
    expect((await client.records.open({ id: late.id })).content.title).toBe('备份后');
    expect(restored?.numbers.find(({ kind }) => kind === 'handbook_task')?.highest).toBe(2);
    expect((await problemOfCall(client.repair.replace({ path: backup, ...credentials }))).code).toBe(
      'repair_not_damaged',
    );
    host.close();
    countFaults({ fault: 'damaged desk, a backup in its place', injected: 1, looked: 2, lost: 0 });
  });

  test('a lost key file is taken from a backup without a password, since nobody could sign in', async () => {
    const desk = await testDesk();
    await choosePlaceFor(desk);
    const backup = await backUpNow(desk);
    const late = await add(desk.client, desk.account, '备份后');
    desk.host.close();
    rmSync(join(desk.directory, 'keyring.json'));
    const host = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
    const client = callInProcess(serving(host));
    expect((await problemOfCall(client.desk.state())).code).toBe('desk_keyring_damaged');
    await client.repair.replace({ path: backup });
    await client.session.signIn({ account: desk.account, password: testPassword });
    expect((await client.records.open({ id: late.id })).content.title).toBe('备份后');
    host.close();
  });

  test('a log that was torn in the middle costs no save that was whole', async () => {
    const desk = await testDesk();
    const first = await add(desk.client, desk.account, '写完的');
    const wal = join(desk.directory, 'desk.db-wal');
    const whole = statSync(wal).size;
    const second = await add(desk.client, desk.account, '断电时的');
    const copies = ['desk.db', 'desk.db-wal'].map((name) => [
      join(desk.directory, name),
      `${join(desk.directory, name)}.copy`,
    ]);
    for (const [from = '', to = ''] of copies) copyFileSync(from, to);
    desk.host.close();
    for (const [to = '', from = ''] of copies) copyFileSync(from, to);
    truncateSync(wal, whole + 5_000);
    const host = okValue(hostDesk(hostOptions(desk.directory, desk.clock)));
    const client = callInProcess(serving(host));
    await client.session.signIn({ account: desk.account, password: testPassword });
    expect((await client.records.open({ id: first.id })).content.title).toBe('写完的');
    expect((await problemOfCall(client.records.open({ id: second.id }))).code).toBe('record_not_visible');
    expect(verifyDesk(okValue(host.openDesk())).faults).toEqual([]);
    host.close();
  });
});
