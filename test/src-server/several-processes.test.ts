// Several server processes over one PostgreSQL: the same desks, no change lost, nothing twice, whoever dies.

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { verifyScope } from '../../src-server/sync/verify-scope.ts';
import { assert, required } from '../../src-shared/base/assert.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import { isEpochId } from '../../src-shared/sync/format/log-point.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { startBucket } from '../support/bucket.ts';
import type { DeskClient } from '../support/desk-client.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startCentre } from '../support/running-centre.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const station = toScopeId('chengguan');
const program = fileURLToPath(new URL('../../src-server/cli.ts', import.meta.url));

let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

function freshUrl(): Promise<string> {
  return required(postgres, 'started before the tests').freshUrl();
}

type Settings = Readonly<Record<string, string>>;

/** One database and one key file, which every process over it reads. */
function sharedBy(database: string): Settings {
  return { DATABASE_URL: database, CASE_DESK_CENTRE_KEY_FILE: join(temporaryDirectory(), 'centre.key') };
}

/** A server as a process of its own; gives its address once it listens. */
async function startProcess(shared: Settings): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    env: {
      ...process.env,
      ...shared,
      CASE_DESK_DATA: join(temporaryDirectory(), 'centre'),
      CASE_DESK_LOG: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.on('data', (line: Buffer) => {
      const address = /https?:\/\/\S+/.exec(line.toString())?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  return { url, child };
}

type Sent = { readonly desk: DeskClient; readonly photo: Buffer; readonly metadata: Record<string, string> };

/** Sends pieces of 500 kB to this process, from where it is to `end`; gives the path of the upload. */
function uploadPart({ desk, photo, metadata }: Sent, url: string, place: string | null, end: number | null) {
  return new Promise<string>((resolve, reject) => {
    const done = () => resolve(new URL(upload.url ?? '').pathname);
    const upload = new Upload(photo, {
      endpoint: `${url}/blobs/uploads`,
      uploadUrl: place === null ? null : `${url}${place}`,
      headers: { authorization: `Bearer ${desk.token}` },
      metadata,
      chunkSize: 500_000,
      // A locked upload is asked for again; the lease of a killed process runs out meanwhile.
      retryDelays: [1_000, 1_000],
      onSuccess: done,
      onError: reject,
      onChunkComplete: (_size, accepted) => {
        if (end !== null && accepted >= end) void upload.abort().then(done);
      },
    });
    upload.start();
  });
}

/** Every change of the scope, as a new desk would read them page by page. */
async function readAll(desk: DeskClient): Promise<readonly string[]> {
  const { standings } = await desk.calls.poll({ protocol: 1, cursors: [], incarnations: [] });
  const epoch = required(standings[0], 'one scope').epoch;
  assert(isEpochId(epoch), 'an epoch');
  let cursor = logStart(station, epoch, nodeCryptography);
  const ids: string[] = [];
  for (;;) {
    const page = await desk.pull(cursor);
    if (page.items.length === 0) return ids;
    ids.push(...page.items.map(({ subject }) => subject));
    cursor = { ...cursor, ...page.to };
  }
}

describe('several processes over one PostgreSQL', () => {
  it('take in pushes of one scope at once, and every desk reads all of them anywhere', {
    timeout: 60_000,
  }, async () => {
    const shared = sharedBy(await freshUrl());
    const local = await startCentre(shared);
    await local.addScope(station);
    const others = [await startProcess(shared), await startProcess(shared)];
    const desks = await Promise.all(Array.from({ length: 6 }, () => local.desk(station)));
    const urls = [local.url, ...others.map(({ url }) => url)];
    const pushed = await Promise.all(
      desks.map(async (desk, index) => {
        const sent: string[] = [];
        for (let round = 0; round < 8; round += 1) {
          const changes = desk.write(station, [`r${index}-${round}a`, `r${index}-${round}b`]);
          const answer = await desk.pushTo(required(urls[(index + round) % urls.length], 'three'), station, changes);
          expect(answer.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
          sent.push(...changes.map(({ id }) => id));
        }
        return sent;
      }),
    );
    const read = await readAll(required(desks[0], 'six'));
    expect(read.toSorted()).toEqual(pushed.flat().toSorted());
    expect(await verifyScope(local.centre, station)).toEqual({ entries: 96, changes: 96, faults: [] });
  });

  it('[S40] never give overlapping blocks of numbers, whichever process is asked', { timeout: 60_000 }, async () => {
    const shared = sharedBy(await freshUrl());
    const local = await startCentre(shared);
    await local.addScope(station);
    const others = [await startProcess(shared), await startProcess(shared)];
    const urls = [local.url, ...others.map(({ url }) => url)];
    const desks = await Promise.all(Array.from({ length: 4 }, () => local.desk(station)));
    const asked = { protocol: 1, scope: station, kind: 'found_item', year: 2026, count: 100, used: 0 };
    const blocks = await Promise.all(
      desks.flatMap((desk, index) =>
        urls.map((url, place) =>
          desk.callsTo(url).numbers({ ...asked, request: `${index}${place}`.padStart(32, '0') }),
        ),
      ),
    );
    const firsts = blocks.map(({ first }) => first).sort((left, right) => left - right);
    expect(firsts).toEqual(Array.from({ length: 12 }, (_, index) => index * 100 + 1));
    expect(blocks.every(({ first, last }) => last === first + 99)).toBe(true);
  });

  it('let a push that was cut by kill -9 be sent again, and count it once', { timeout: 60_000 }, async () => {
    const shared = sharedBy(await freshUrl());
    const local = await startCentre(shared);
    await local.addScope(station);
    const desk = await local.desk(station);
    const pushed: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { url, child } = await startProcess(shared);
      const changes = desk.write(
        station,
        Array.from({ length: 150 }, (_, index) => `r${round}-${index}`),
      );
      const cut = desk.pushTo(url, station, changes).catch(() => 'cut');
      setTimeout(() => child.kill('SIGKILL'), round * 40);
      await cut;
      const again = await desk.push(station, changes);
      const verdicts = new Set<string>(again.verdicts.map(({ verdict }) => verdict));
      expect([...verdicts].every((verdict) => verdict === 'accepted' || verdict === 'already_known')).toBe(true);
      pushed.push(...changes.map(({ id }) => id));
    }
    expect((await readAll(desk)).toSorted()).toEqual(pushed.toSorted());
    expect((await verifyScope(local.centre, station)).faults).toEqual([]);
  });

  it("continue each other's uploads to a bucket, the one that is killed in the middle too", {
    timeout: 60_000,
  }, async () => {
    const bucket = await startBucket();
    const shared = { ...sharedBy(await freshUrl()), ...bucket.settings };
    const local = await startCentre(shared);
    await local.addScope(station);
    const desk = await local.desk(station);
    const photo = randomBytes(8_000_000);
    const sha256 = createHash('sha256').update(photo).digest('hex');
    const sent = { desk, photo, metadata: { scope: station, sha256 } };
    const { url, child } = await startProcess(shared);
    const place = await uploadPart(sent, url, null, 2_500_000);
    const further = await uploadPart(sent, local.url, place, 5_500_000);
    expect(further).toBe(place);
    const [killed] = await Promise.all([
      uploadPart(sent, url, place, null).catch(() => 'cut'),
      pause(20).then(() => child.kill('SIGKILL')),
    ]);
    expect(['cut', place]).toContain(killed);
    const other = await startProcess(shared);
    expect(await uploadPart(sent, other.url, place, null)).toBe(place);
    const headers = { authorization: `Bearer ${desk.token}` };
    const there = await fetch(`${local.url}/blobs/of/${station}/${sha256}`, { headers });
    expect(Buffer.from(await there.arrayBuffer()).equals(photo)).toBe(true);
    expect(bucket.contents()).toHaveLength(1);
  });

  it('go on when the database was restarted under them', { timeout: 60_000 }, async () => {
    const local = await startCentre({ DATABASE_URL: await freshUrl() });
    await local.addScope(station);
    const desk = await local.desk(station);
    const first = desk.write(station, ['r1']);
    await desk.push(station, first);
    const before = await local.centre.epoch();
    await required(postgres, 'started before the tests').restart();
    const changes = desk.write(station, ['r2']);
    await expect
      .poll(() =>
        desk.push(station, changes).then(
          ({ verdicts }) => verdicts.length,
          () => 0,
        ),
      )
      .toBe(1);
    expect(await readAll(desk)).toHaveLength(2);
    expect(await local.centre.epoch()).toBe(before);
  });

  it('begin a new epoch on a copy of the data, so that desks compare what they have', async () => {
    const database = await freshUrl();
    const shared = sharedBy(database);
    const first = await startCentre(shared);
    await first.addScope(station);
    const before = await first.centre.epoch();
    await first.stop();
    const again = await startCentre(shared);
    expect(await again.centre.epoch()).toBe(before);
    await again.stop();
    const url = new URL(database);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`create database ${name}_restored template ${name}`);
    await client.end();
    const restored = await startCentre({ ...shared, DATABASE_URL: `${database}_restored` });
    expect(await restored.centre.epoch()).not.toBe(before);
    expect(restored.centre.centre).toBe(first.centre.centre);
  });
});

describe('a plain sequence, for comparison', () => {
  it('loses rows to a reader who follows it, which the log of a scope never does', { timeout: 60_000 }, async () => {
    const pool = new pg.Pool({ connectionString: await freshUrl(), max: 10 });
    pool.on('error', () => undefined);
    await pool.query('create table plain (seq bigserial primary key, writer int not null)');
    let cursor = 0;
    let read = 0;
    const follow = async () => {
      const { rows } = await pool.query<{ seq: string }>('select seq from plain where seq > $1 order by seq', [cursor]);
      read += rows.length;
      cursor = Number(rows.at(-1)?.seq ?? cursor);
    };
    let writing = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 40; n += 1) {
        const client = await pool.connect();
        await client.query('begin');
        await client.query('insert into plain (writer) values ($1)', [writer]);
        await new Promise((resolve) => setTimeout(resolve, (writer * 3 + n) % 7));
        await client.query('commit');
        client.release();
      }
    });
    const written = Promise.all(writers).then(() => {
      writing = false;
    });
    while (writing) await follow();
    await written;
    await follow();
    await pool.end();
    expect(read).toBeLessThan(320);
  });
});
