import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups } from '../../../src-main/backups/list-backups.ts';
import { verifyBackup } from '../../../src-main/backups/verify-backup.ts';
import { isBackupDue } from '../../../src-main/serve/automatic-backups.ts';
import { backUpNow, choosePlaceFor } from '../../support/backed-up-desk.ts';
import { okValue } from '../../support/ok-value.ts';
import { problemOfCall } from '../../support/problem-of-call.ts';
import { taskContent } from '../../support/sample-task.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { hostOptions, testDesk } from '../../support/test-desk.ts';

const silent = { signal: new AbortController().signal, progress: () => undefined };

test('a backup is verified, readable by nobody without a key, and told as the last good one', async () => {
  const desk = await testDesk();
  await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, '溪心桥路灯报修') });
  const place = await choosePlaceFor(desk);
  expect(await desk.client.backups.status()).toMatchObject({ place, last: null, stale: true, problem: null });
  const path = await backUpNow(desk);
  const bytes = ['desk.db', 'attachments.db'].map((name) => readFileSync(join(path, name)));
  expect(bytes.map((each) => each.includes('SQLite format 3'))).toEqual([false, false]);
  expect(bytes.map((each) => each.includes('溪心桥'))).toEqual([false, false]);
  const { deskKey } = okValue(desk.host.keys(await sessionOf(desk)));
  const options = { ...hostOptions(path, desk.clock), deskKey, notify: () => undefined };
  expect(okValue(verifyBackup(path, options))).toMatchObject({ changes: 2, records: 2, faults: [] });
  expect(await desk.client.backups.status()).toMatchObject({
    last: { at: desk.clock.now, path },
    stale: false,
    problem: null,
  });
  expect(readdirSync(path).toSorted()).toEqual(['attachments.db', 'backup.json', 'desk.db', 'keyring.json']);
});

/** A session of the first person, for what only the service may hold. */
async function sessionOf(desk: Awaited<ReturnType<typeof testDesk>>) {
  const session = desk.host.connect();
  okValue(await desk.host.signIn(session, desk.account, 'Wallet-2340'));
  return session;
}

test('saves go on while a backup is made, and the backup is whole', async () => {
  const desk = await testDesk();
  await choosePlaceFor(desk);
  const making = backUpNow(desk);
  let isMade = false;
  void making.then(() => (isMade = true));
  let saved = 0;
  for (; !isMade || saved < 20; saved += 1) {
    await desk.client.records.add({ kind: 'handbook_task', content: taskContent(desk.account, `第${saved}条`) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [found] = listBackups((await desk.client.backups.status()).place ?? '');
  expect(found?.manifest).toMatchObject({ faults: 0 });
  expect(found?.manifest?.changes).toBeLessThanOrEqual(saved + 1);
  expect(found?.path).toBe(await making);
});

test('a place that is away is told in words and nothing is written at its path', async () => {
  const desk = await testDesk();
  const place = await choosePlaceFor(desk);
  renameSync(place, `${place}-away`);
  const tasks = okValue(desk.host.tasks());
  const missing = { ok: false, problem: { code: 'backup_place_missing', facts: { path: place } } };
  expect(await tasks.backUp(desk.account, silent)).toEqual(missing);
  mkdirSync(place);
  expect(await tasks.backUp(desk.account, silent)).toEqual(missing);
  expect(readdirSync(place)).toEqual([]);
  expect((await desk.client.backups.status()).problem?.code).toBe('backup_place_missing');
  rmSync(place, { recursive: true });
  renameSync(`${place}-away`, place);
  await backUpNow(desk);
  expect((await desk.client.backups.status()).problem).toBeNull();
});

test('another stick at the same path is never taken for the right one', async () => {
  const desk = await testDesk();
  const place = await choosePlaceFor(desk);
  const mark = join(place, 'case-desk-backups', 'place.json');
  writeFileSync(mark, JSON.stringify({ format: 'case-desk backup place', id: 'another-stick' }));
  const made = await okValue(desk.host.tasks()).backUp(desk.account, silent);
  expect(made).toEqual({ ok: false, problem: { code: 'backup_place_other', facts: { path: place } } });
});

test('a place that cannot be written to is told, and the desk goes on', async () => {
  const desk = await testDesk();
  const problem = await problemOfCall(desk.client.backups.choosePlace({ path: join(temporaryDirectory(), 'nowhere') }));
  expect(problem.code).toBe('backup_place_missing');
});

test('two backups at once are one too many', async () => {
  const desk = await testDesk();
  await choosePlaceFor(desk);
  const tasks = okValue(desk.host.tasks());
  const first = tasks.backUp(desk.account, silent);
  const second = await tasks.backUp(desk.account, silent);
  expect(second).toEqual({ ok: false, problem: { code: 'backup_running' } });
  expect((await first).ok).toBe(true);
});

test('a backup that is cancelled leaves nothing behind', async () => {
  const desk = await testDesk();
  const place = await choosePlaceFor(desk);
  const stopping = new AbortController();
  const making = okValue(desk.host.tasks()).backUp(desk.account, {
    signal: stopping.signal,
    progress: (step) => step > 0 && stopping.abort(),
  });
  expect(await making).toEqual({ ok: false, problem: { code: 'job_cancelled' } });
  expect(readdirSync(join(place, 'case-desk-backups'))).toEqual(['place.json']);
});

test('one is due when the last good one is old enough, and the warning comes after the days the person set', async () => {
  const desk = await testDesk();
  const open = okValue(desk.host.openDesk());
  expect(isBackupDue(open)).toBe(false);
  await choosePlaceFor(desk);
  expect(isBackupDue(open)).toBe(true);
  await backUpNow(desk);
  expect(isBackupDue(open)).toBe(false);
  desk.clock.now += 4 * 3_600_000;
  expect(isBackupDue(open)).toBe(true);
  await desk.client.session.signIn({ account: desk.account, password: 'Wallet-2340' });
  await desk.client.backups.setChoices({ everyHours: 24, daily: 2, weekly: 0, staleDays: 3 });
  expect(isBackupDue(open)).toBe(false);
  expect((await desk.client.backups.status()).stale).toBe(false);
  desk.clock.now += 3 * 24 * 3_600_000;
  await desk.client.session.signIn({ account: desk.account, password: 'Wallet-2340' });
  expect((await desk.client.backups.status()).stale).toBe(true);
});

test('what was kept long enough goes, and backups of other desks stay', async () => {
  const desk = await testDesk();
  const place = await choosePlaceFor(desk);
  const other = await testDesk();
  await other.client.backups.choosePlace({ path: place });
  const ofOther = await backUpNow(other);
  await desk.client.backups.setChoices({ everyHours: 4, daily: 2, weekly: 0, staleDays: 3 });
  const made: string[] = [];
  for (let day = 0; day < 4; day += 1) {
    made.push(await backUpNow(desk));
    desk.clock.now += 24 * 3_600_000;
  }
  const paths = listBackups(place).map(({ path }) => path);
  expect(paths.toSorted()).toEqual([ofOther, ...made.slice(2)].toSorted());
});

test('a damaged backup is named, with the file that is not as it was', async () => {
  const desk = await testDesk();
  await choosePlaceFor(desk);
  const path = await backUpNow(desk);
  const file = join(path, 'attachments.db');
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  chmodSync(file, 0o600);
  writeFileSync(file, bytes);
  const { deskKey } = okValue(desk.host.keys(await sessionOf(desk)));
  const checked = verifyBackup(path, { ...hostOptions(path, desk.clock), deskKey, notify: () => undefined });
  const name = path.split(/[\\/]/).at(-1);
  expect(checked).toEqual({ ok: false, problem: { code: 'backup_damaged', facts: { name, file: 'attachments.db' } } });
});
