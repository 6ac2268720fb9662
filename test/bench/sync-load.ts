// `npm run bench -- --sync [--records 20000] [--peer]`: two desks and a centre on this machine. How long pushing, catching up, a new
// desk and "nothing new" take, beside the same bytes as zstd NDJSON over loopback into SQLite; and how long a save takes meanwhile.

import { mkdirSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs, promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { openDatabase } from '../../src-main/database/open-database.ts';
import { statement } from '../../src-main/database/statement.ts';
import { chainBytes, changeCount, storedChains } from '../../src-main/stores/change-store.ts';
import { enrolDesk } from '../../src-main/sync/enrolment.ts';
import { syncOnce } from '../../src-main/sync/sync-once.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { ok } from '../../src-shared/base/result.ts';
import { openCentre } from '../support/centre-process.ts';
import { okValue } from '../support/ok-value.ts';
import { attend, type BenchDesk, benchFolder, fillDesk, newBenchDesk, openBenchDesk } from './bench-desk.ts';
import { peerTimes } from './peer/peer-times.ts';

const { values } = parseArgs({
  options: {
    sync: { type: 'boolean' },
    peer: { type: 'boolean', default: false },
    records: { type: 'string', default: '20000' },
  },
});
const count = z.coerce.number().int().min(100).max(1_000_000).parse(values.records);
const directory = join(benchFolder(), 'sync');
const say = (line: string) => process.stdout.write(`${line}\n`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

const sync = async ({ host }: BenchDesk) => void okValue(await syncOnce(okValue(host.sync())));

async function newDesk(name: string): Promise<BenchDesk> {
  const place = join(directory, name);
  await newBenchDesk(place);
  return openBenchDesk(place);
}

/** The limit: the same bytes packed, over loopback, unpacked and stored in bulk, forced to the disk. */
async function rawTransfer({ desk }: BenchDesk): Promise<number> {
  const { reading } = desk.database;
  const lines = storedChains(reading).flatMap(({ key }) =>
    chainBytes(reading, key, 0, 10_000_000).map(({ header, body }) => [header, body]),
  );
  const bytes = Buffer.concat(
    lines.flatMap(([header, body]) => [
      header ?? Buffer.alloc(0),
      Buffer.from('\n'),
      body ?? Buffer.alloc(0),
      Buffer.from('\n'),
    ]),
  );
  const into = okValue(
    openDatabase({
      path: join(directory, 'raw.db'),
      key: new Uint8Array(32),
      schema: {
        pageSize: 8192,
        migrations: [{ version: 1, sql: 'create table line (key integer primary key, bytes blob not null) strict' }],
      },
    }),
  );
  const insert = statement<{ bytes: Uint8Array }>('insert into line (bytes) values (@bytes)');
  const server = createServer(async (incoming, outgoing) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const all = (await promisify(zstdDecompress)(Buffer.concat(pieces))).toString('utf8').split('\n');
    into.write((writing) => {
      for (const line of all) writing.run(insert, { bytes: Buffer.from(line) });
      return ok(null);
    });
    outgoing.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert(address !== null && typeof address !== 'string', 'it listens on a port');
  const seconds = await timed(async () => {
    const packed = await promisify(zstdCompress)(bytes);
    await new Promise<void>((resolve, reject) => {
      const sending = request({ port: address.port, host: '127.0.0.1', method: 'POST' }, (answer) => {
        text(answer).then(() => resolve(), reject);
      });
      sending.on('error', reject);
      sending.end(packed);
    });
  });
  server.close();
  into.close();
  return seconds;
}

/** ms between two saves of somebody who is in a hurry. */
const betweenSaves = 50;

/**
 * ms that saves took while the desk takes in what others wrote, from the moment they were asked for: a save that waits
 * because the thread is busy counts its wait.
 */
async function savesDuring(
  bench: BenchDesk,
  work: Promise<void>,
): Promise<{ readonly p50: number; readonly max: number }> {
  const state = { isDone: false };
  const over = work.finally(() => {
    state.isDone = true;
  });
  const took: number[] = [];
  while (!state.isDone) {
    const asked = performance.now() + betweenSaves;
    await new Promise((resolve) => setTimeout(resolve, betweenSaves));
    fillDesk(bench, 1_000_000 + took.length, 1, () => undefined);
    took.push(performance.now() - asked);
  }
  await over;
  const sorted = took.toSorted((left, right) => left - right);
  return { p50: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}

function row(what: string, seconds: number, note: string): void {
  say(`| ${what} | ${seconds.toFixed(2)} | ${note} |`);
}

/** PouchDB with the same records; it has no search index to keep, and neither signs nor encrypts. */
async function besidePeer(
  { desk }: BenchDesk,
  ours: { readonly pushed: number; readonly caught: number },
): Promise<void> {
  const peer = await peerTimes(desk);
  row('PouchDB: push of the same', peer.push, `ours took ${(ours.pushed / peer.push).toFixed(1)}× as long`);
  row('PouchDB: pull of the same', peer.pull, `ours took ${(ours.caught / peer.pull).toFixed(1)}× as long`);
  row('PouchDB: nothing new', peer.nothing, '');
  row('PouchDB: 100 changed: push', peer.hundred, '');
}

async function run(): Promise<void> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const centre = await openCentre(undefined, { CASE_DESK_REQUESTS_PER_MINUTE: '1000000' });
  try {
    await centre.command('scopes', '--add', 'BENCH01', '--name', '样例派出所');
    const enrol = async (bench: BenchDesk, name: string) =>
      okValue(
        await enrolDesk(bench.desk, bench.person.id, {
          url: centre.url,
          authority: null,
          code: await centre.invite('BENCH01'),
          name,
        }),
      );
    const first = await newDesk('first');
    const second = await newDesk('second');
    fillDesk(first, 1, count, () => undefined);
    await enrol(second, '二号机');
    await sync(second);
    await enrol(first, '一号机');
    say(`\n${count} records, Node ${process.version}, load ${loadavg().map(Math.round).join(' ')}\n`);
    say('| what | seconds | |\n| --- | ---: | --- |');
    const pushed = await timed(() => sync(first));
    const raw = await rawTransfer(first);
    row('the same bytes, zstd NDJSON, bulk insert', raw, 'the measure');
    row(`push of ${count} and confirming it`, pushed, `${(pushed / raw).toFixed(1)}× the measure`);
    const caught = await timed(() => sync(second));
    row(`catching up ${count}, search index included`, caught, `${Math.round(count / caught)} a second`);
    row('nothing new', (await timed(() => sync(first))) / 2, 'one round');
    fillDesk(first, 2, 100, () => undefined);
    row(`100 new among ${count}: push and confirm`, await timed(() => sync(first)), '');
    row(`100 new among ${count}: catching up`, await timed(() => sync(second)), '');
    if (values.peer) await besidePeer(first, { pushed, caught });
    const third = await newDesk('third');
    await enrol(third, '三号机');
    attend(third);
    const saves = await savesDuring(third, sync(third));
    say(
      `\nA save while a new desk takes ${changeCount(third.desk.database.reading)} changes in: p50 ${saves.p50.toFixed(1)} ms, longest ${saves.max.toFixed(1)} ms.`,
    );
    for (const { host } of [first, second, third]) host.close();
  } finally {
    await centre.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

await run();
