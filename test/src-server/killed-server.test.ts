// The server is killed at any moment, again and again: what it has given a receipt for is there, the log has no gap.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createVerify, nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { invite } from '../../src-server/accounts/invite.ts';
import { addScope } from '../../src-server/accounts/manage-scopes.ts';
import { openFromConfig } from '../../src-server/main.ts';
import { seqsOf } from '../../src-server/stores/change-store.ts';
import { verifyScope } from '../../src-server/sync/verify-scope.ts';
import { required } from '../../src-shared/base/assert.ts';
import { hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import { checkReceipt } from '../../src-shared/sync/format/receipt.ts';
import { isReceived } from '../../src-shared/sync/format/verdict.ts';
import { station } from '../support/central-calls.ts';
import { DeskClient } from '../support/desk-client.ts';
import { okValue } from '../support/ok-value.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { testConfig } from '../support/running-centre.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const program = fileURLToPath(new URL('../../src-server/cli.ts', import.meta.url));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

type Settings = Readonly<Record<string, string>>;
type Received = Map<ChangeId, number>;
type Writer = { readonly desk: DeskClient; waiting: readonly Change[]; count: number };

async function startProcess(settings: Settings): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const env = { ...process.env, ...settings, CASE_DESK_LOG: 'silent', CASE_DESK_PORT: '0' };
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (line: Buffer) => {
      const address = /https?:\/\/\S+/.exec(line.toString())?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  return { url, child };
}

/** Pushes until the server is gone; what had no answer is pushed again in the next round. */
async function pushUntilGone(writer: Writer, url: string, received: Received, publicKey: Uint8Array): Promise<void> {
  const { desk } = writer;
  const key = { centre: toDeviceId(desk.centre), publicKey, verify: createVerify() };
  for (;;) {
    if (writer.waiting.length === 0) {
      writer.count += 1;
      const records = Array.from({ length: 5 }, (_, index) => `${desk.device}-${writer.count}-${index}`);
      writer.waiting = desk.write(station, records);
    }
    const answer = await desk.pushTo(url, station, writer.waiting).catch(() => null);
    if (answer === null) return;
    const verdicts = answer.verdicts.filter(isReceived);
    const signed = { bytes: textToBytes(answer.receipt.bytes), signature: hexToBytes(answer.receipt.signature) };
    const ids = verdicts.map(({ id }) => id);
    okValue(checkReceipt(signed, ids, key, nodeCryptography));
    for (const { id, seq } of verdicts) received.set(id, seq);
    writer.waiting = writer.waiting.filter(({ id }) => !ids.includes(id));
  }
}

/** However slow the machine is, each round has pushes that were answered. */
async function receivedMoreThan(received: Received, before: number): Promise<void> {
  while (received.size <= before) await pause(5);
}

/** What a person who looks at the data finds, after a kill and before the next start. */
async function lookAfter(settings: Settings, received: Received): Promise<number> {
  const opened = okValue(await openFromConfig(testConfig(settings)));
  const report = await verifyScope(opened.centre, station);
  const found = await seqsOf(opened.centre.database.reading, station, [...received.keys()]);
  await opened.close();
  expect(report.faults).toEqual([]);
  expect(new Map(found)).toEqual(received);
  return report.entries;
}

const databases = [
  { name: 'SQLite', url: async () => '' },
  { name: 'PostgreSQL', url: () => required(postgres, 'started before the tests').freshUrl() },
];

describe.each(databases)('a server on $name', ({ url }) => {
  it('[S17] that is killed during pushes keeps whatever it gave a receipt for', { timeout: 90_000 }, async () => {
    const settings = { CASE_DESK_DATA: join(temporaryDirectory(), 'centre'), DATABASE_URL: await url() };
    const opened = okValue(await openFromConfig(testConfig(settings)));
    okValue(await addScope(opened.centre, { scope: station, parent: null, name: '城关派出所' }));
    const codes: string[] = [];
    for (let index = 0; index < 4; index += 1)
      codes.push(
        okValue(await invite(opened.centre, { scope: station, forDevice: null, note: '', lifetime: 3_600_000 })).code,
      );
    const { publicKey } = opened.centre;
    await opened.close();
    const received: Received = new Map();
    const writers: Writer[] = [];
    const until = performance.now() + 12_000;
    let kills = 0;
    for (; kills < 3 || performance.now() < until; kills += 1) {
      const { url: address, child } = await startProcess(settings);
      for (const code of codes.splice(0)) {
        const desk = new DeskClient(address);
        await desk.enter(code);
        writers.push({ desk, waiting: [], count: 0 });
      }
      const pushing = Promise.all(writers.map((writer) => pushUntilGone(writer, address, received, publicKey)));
      await receivedMoreThan(received, received.size);
      await pause(Math.random() * 400);
      child.kill('SIGKILL');
      await pushing;
      await lookAfter(settings, received);
    }
    const entries = await lookAfter(settings, received);
    expect(received.size).toBeGreaterThanOrEqual(kills * 5);
    expect(entries).toBeGreaterThanOrEqual(received.size);
  });
});
