// What disks, clocks and other programs do to a desk. Each fault is put in many times; afterwards every save that had been
// acknowledged is looked for, and nothing that is shown is wrong.

import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applyKey } from '../../src-main/database/open-database.ts';
import { deskSchema } from '../../src-main/database/schemas.ts';
import { verifyDesk } from '../../src-main/records/verify-desk.ts';
import { type DeskHost, hostDesk } from '../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../src-main/serve/serve-calls.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { countFaults } from '../support/count-faults.ts';
import { okValue } from '../support/ok-value.ts';
import { problemOfCall } from '../support/problem-of-call.ts';
import { taskContent } from '../support/sample-task.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { hostOptions, serving, type TestDesk, testDesk, testPassword } from '../support/test-desk.ts';

const kind = 'handbook_task';

/** Saves `count` records; gives their ids. */
async function saveSome({ client, account }: Pick<TestDesk, 'client' | 'account'>, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1)
    ids.push((await client.records.add({ kind, content: taskContent(account, `事项 ${n}`) })).id);
  return ids;
}

type Opening = { readonly problem: Problem | null; readonly missing: readonly string[]; readonly faults: number };

/** Opens a desk's directory as its own process would, and looks for these records. */
async function openAndLook(desk: TestDesk, directory: string, ids: readonly string[]): Promise<Opening> {
  const host = hostDesk(hostOptions(directory, desk.clock));
  if (!host.ok) return { problem: host.problem, missing: [], faults: 0 };
  try {
    return await look(host.value, desk.account, ids);
  } finally {
    host.value.close();
  }
}

async function look(host: DeskHost, account: string, ids: readonly string[]): Promise<Opening> {
  const signedIn = await host.signIn(host.connect(), account, testPassword);
  if (!signedIn.ok) return { problem: signedIn.problem, missing: [], faults: 0 };
  const client = callInProcess(serving(host));
  await client.session.signIn({ account, password: testPassword });
  const missing: string[] = [];
  for (const id of ids)
    if (
      !(await client.records.open({ id }).then(
        ({ content }) => String(content.title).startsWith('事项'),
        () => false,
      ))
    )
      missing.push(id);
  return { problem: null, missing, faults: verifyDesk(okValue(host.openDesk())).faults.length };
}

/** The desk's directory as it lies on the disk at this moment. */
function copyOf(directory: string): string {
  const copy = join(temporaryDirectory(), 'desk');
  cpSync(directory, copy, { recursive: true, filter: (path) => !path.includes('desk.lock') });
  return copy;
}

test('a page that is corrupted anywhere is named, and no value of it is ever shown', { timeout: 120_000 }, async () => {
  const desk = await testDesk();
  const ids = await saveSome(desk, 30);
  desk.host.close();
  const size = statSync(join(desk.directory, 'desk.db')).size;
  const places = 24;
  let named = 0;
  for (let n = 0; n < places; n += 1) {
    const copy = copyOf(desk.directory);
    const bytes = readFileSync(join(copy, 'desk.db'));
    const at = Math.floor(((n + 0.5) * size) / places);
    bytes[at] = 255 - (bytes[at] ?? 0);
    writeFileSync(join(copy, 'desk.db'), bytes);
    const { problem, missing, faults } = await openAndLook(desk, copy, ids);
    expect([problem?.code ?? 'database_damaged', missing, faults]).toEqual(['database_damaged', [], 0]);
    named += problem === null ? 0 : 1;
  }
  expect(named).toBeGreaterThan(places / 2);
  const whole = await openAndLook(desk, desk.directory, ids);
  expect(whole).toEqual({ problem: null, missing: [], faults: 0 });
  countFaults({ fault: 'corrupted page', injected: places, looked: ids.length, lost: whole.missing.length });
});

test('a write-ahead log torn anywhere costs no save that was whole in it', { timeout: 120_000 }, async () => {
  const desk = await testDesk();
  const wal = join(desk.directory, 'desk.db-wal');
  const saved: { readonly id: string; readonly end: number }[] = [];
  for (let n = 0; n < 12; n += 1) {
    const [id = ''] = await saveSome(desk, 1);
    saved.push({ id, end: statSync(wal).size });
  }
  const frozen = copyOf(desk.directory);
  const [first, last] = [saved[0]?.end ?? 0, saved.at(-1)?.end ?? 0];
  // A log that was written from its start again is as long as before: only what grew can be cut between.
  expect(last).toBeGreaterThan(first);
  const cuts = 20;
  let looked = 0;
  let lost = 0;
  for (let n = 0; n < cuts; n += 1) {
    const copy = copyOf(frozen);
    const length = Math.floor(first + ((n + 0.5) * (last - first)) / cuts);
    truncateSync(join(copy, 'desk.db-wal'), length);
    const whole = saved.filter(({ end }) => end <= length).map(({ id }) => id);
    const { problem, missing, faults } = await openAndLook(desk, copy, whole);
    expect({ problem, missing, faults }).toEqual({ problem: null, missing: [], faults: 0 });
    looked += whole.length;
    lost += missing.length;
  }
  countFaults({ fault: 'torn write-ahead log', injected: cuts, looked, lost });
});

test('a clock that jumps costs no save and turns no order round', async () => {
  const desk = await testDesk();
  const day = 86_400_000;
  const jumps = [3_650, -3_600, 1, -1, 40, -40, 0.01, -0.01, 400, -400];
  const ids: string[] = [];
  for (const days of jumps) {
    desk.clock.now += days * day;
    await desk.client.session.signIn({ account: desk.account, password: testPassword });
    ids.push(...(await saveSome(desk, 1)));
  }
  const [id = ''] = ids;
  for (const [n, days] of jumps.entries()) {
    desk.clock.now += days * day;
    await desk.client.session.signIn({ account: desk.account, password: testPassword });
    const { heads } = await desk.client.records.open({ id });
    await desk.client.records.edit({ id, heads: [...heads], patch: { remark: `第 ${n} 次` } });
  }
  expect((await desk.client.records.open({ id })).content.remark).toBe(`第 ${jumps.length - 1} 次`);
  desk.host.close();
  const { problem, missing, faults } = await openAndLook(desk, desk.directory, ids);
  expect({ problem, missing, faults }).toEqual({ problem: null, missing: [], faults: 0 });
  countFaults({ fault: 'clock jump', injected: 2 * jumps.length, looked: ids.length + 1, lost: missing.length });
});

test('a disk that became read-only is said to be, and everything is there when it is not any more', async () => {
  const desk = await testDesk();
  const ids = await saveSome(desk, 5);
  desk.host.close();
  const copy = copyOf(desk.directory);
  for (const name of readdirSync(copy)) chmodSync(join(copy, name), 0o444);
  chmodSync(copy, 0o555);
  // The folder above is one's own, too: the desk's has to be reached to be found read-only.
  chmodSync(dirname(copy), 0o755);
  const child = join(import.meta.dirname, '../support/read-only-desk-child.ts');
  const code = execFileSync(process.execPath, [child, copy, desk.account, testPassword], { encoding: 'utf8' });
  expect(code).toBe('disk_read_only');
  chmodSync(copy, 0o700);
  for (const name of readdirSync(copy)) chmodSync(join(copy, name), 0o600);
  const { problem, missing, faults } = await openAndLook(desk, copy, ids);
  expect({ problem, missing, faults }).toEqual({ problem: null, missing: [], faults: 0 });
  countFaults({ fault: 'read-only disk', injected: 1, looked: ids.length, lost: missing.length });
});

test('a file that another program holds is said to be busy, and the save goes through once it lets go', async () => {
  const desk = await testDesk();
  const ids = await saveSome(desk, 3);
  const session = desk.host.connect();
  okValue(await desk.host.signIn(session, desk.account, testPassword));
  const { deskKey } = okValue(desk.host.keys(session));
  const holder = new Sqlite(join(desk.directory, 'desk.db'));
  applyKey(holder, deskKey, deskSchema.pageSize);
  holder.exec('BEGIN IMMEDIATE');
  const refused = desk.client.records.add({ kind, content: taskContent(desk.account, '事项 等') });
  expect((await problemOfCall(refused)).code).toBe('database_busy');
  holder.exec('ROLLBACK');
  holder.close();
  ids.push(...(await saveSome(desk, 1)));
  desk.host.close();
  const { problem, missing, faults } = await openAndLook(desk, desk.directory, ids);
  expect({ problem, missing, faults }).toEqual({ problem: null, missing: [], faults: 0 });
  countFaults({ fault: 'file held by another program', injected: 1, looked: ids.length, lost: missing.length });
});
