// `npm run bench -- --bundles [--records 10000] [--photos 2000]`: a desk writes a stick, the centre answers, another desk takes
// all of it in; beside copying and hashing the same bytes plus age on this machine in the same run. `--photos` is megabytes.
// Smaller without them.

import { createHash, randomFillSync } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { exportBundle } from '../../src-main/bundles/export-bundle.ts';
import { importAnswers } from '../../src-main/bundles/import-answer.ts';
import { hashOfBytes, putBlob } from '../../src-main/stores/attachment-store.ts';
import { nameBlob } from '../../src-main/stores/blob-delivery-store.ts';
import { enrolDesk } from '../../src-main/sync/enrolment.ts';
import { type BundleWork, quietWork } from '../../src-node/bundles/work.ts';
import { required } from '../../src-shared/base/assert.ts';
import { ok } from '../../src-shared/base/result.ts';
import { type CentreProcess, openCentre } from '../support/centre-process.ts';
import { okValue } from '../support/ok-value.ts';
import { type BenchDesk, benchFolder, fillDesk, newBenchDesk, openBenchDesk } from './bench-desk.ts';

const { values } = parseArgs({
  options: {
    bundles: { type: 'boolean' },
    records: { type: 'string', default: '2000' },
    photos: { type: 'string', default: '200' },
  },
});
const count = z.coerce.number().int().min(100).max(1_000_000).parse(values.records);
const megabytes = z.coerce.number().int().min(0).max(50_000).parse(values.photos);
const directory = join(benchFolder(), 'bundles');
const say = (line: string) => process.stdout.write(`${line}\n`);
const photoBytes = 4_000_000;

/** Watches how work behaves: its seconds, the longest silence between two steps of progress, the memory at most. */
async function watched(work: (watch: BundleWork) => Promise<unknown>) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  const start = performance.now();
  let last = start;
  let silence = 0;
  let memory = before;
  const look = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, 50);
  const progress = () => {
    silence = Math.max(silence, performance.now() - last);
    last = performance.now();
  };
  await work({ signal: new AbortController().signal, progress });
  progress();
  clearInterval(look);
  const { user, system } = process.cpuUsage(cpu);
  return {
    processor: (user + system) / 1e6,
    seconds: (performance.now() - start) / 1_000,
    silence: Math.round(silence),
    memory: `${Math.round(before / 1e6)} → ${Math.round(memory / 1e6)}`,
  };
}

/** Photos of one desk that the other has heard of, so that it asks for them. */
function addPhotos({ desk }: BenchDesk, other: BenchDesk): void {
  for (let n = 0; n < (megabytes * 1e6) / photoBytes; n += 1) {
    const bytes = new Uint8Array(randomFillSync(Buffer.alloc(photoBytes)));
    const file = { hash: hashOfBytes(bytes), size: bytes.length, media: 'image/jpeg' };
    okValue(desk.attachments.write((writing) => ok(putBlob(writing, { ...file, bytes }, 1))));
    for (const { database } of [desk, other.desk]) okValue(database.write((writing) => ok(nameBlob(writing, file))));
  }
}

async function newDesk(name: string): Promise<BenchDesk> {
  const place = join(directory, name);
  await newBenchDesk(place);
  return openBenchDesk(place);
}

type Watched = Awaited<ReturnType<typeof watched>>;
type Measure = {
  readonly seconds: number;
  readonly processor: number;
  readonly copied: Watched;
  readonly aged: Watched;
};

/** The measure: as many bytes copied with their hash, and as many through age. */
async function raw(bytes: number): Promise<Measure> {
  const [from, to, sealed] = ['plain', 'copy', 'sealed'].map((name) => join(directory, name));
  const source = await open(from ?? '', 'w');
  const piece = randomFillSync(Buffer.alloc(1_000_000));
  for (let at = 0; at < bytes; at += piece.length)
    await source.write(piece.subarray(0, Math.min(piece.length, bytes - at)));
  await source.close();
  const copied = await watched(() => copyHashed(from ?? '', to ?? ''));
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
  const aged = await watched(async () => {
    const target = await open(sealed ?? '', 'w');
    const stream = Readable.toWeb(createReadStream(from ?? '')) as ReadableStream<Uint8Array>;
    for await (const part of await encrypter.encrypt(stream)) await target.write(part);
    await target.sync();
    await target.close();
  });
  for (const path of [from, to, sealed]) rmSync(path ?? '');
  return { seconds: copied.seconds + aged.seconds, processor: copied.processor + aged.processor, copied, aged };
}

async function copyHashed(from: string, to: string): Promise<void> {
  const hash = createHash('sha256');
  const target = await open(to, 'w');
  for await (const part of createReadStream(from, { highWaterMark: 1_000_000 })) {
    hash.update(part);
    await target.write(part);
  }
  hash.digest();
  await target.sync();
  await target.close();
}

function bytesOn(stick: string, beginning: string): number {
  const names = readdirSync(stick).filter((name) => name.startsWith(beginning) && !name.endsWith('.sha256'));
  return names.reduce((sum, name) => sum + statSync(join(stick, name)).size, 0);
}

/** @param share how many of the measured bytes it was about */
function row(name: string, { seconds, processor, silence, memory }: Watched, measure: Measure, share: number): void {
  const [wall, busy] = [seconds / (measure.seconds * share), processor / (measure.processor * share)];
  const figures = [
    seconds.toFixed(1),
    `${wall.toFixed(2)}×`,
    processor.toFixed(1),
    `${busy.toFixed(2)}×`,
    silence,
    memory,
  ];
  say(`| ${[name, ...figures].join(' | ')} |`);
}

async function enrolBoth(centre: CentreProcess, desks: readonly BenchDesk[]): Promise<void> {
  const scope = required(desks[0], 'a desk').desk.device.chain.current.scope;
  await centre.command('scopes', '--add', scope, '--name', '方岩派出所');
  for (const [index, { desk, person }] of desks.entries()) {
    const code = await centre.invite(scope);
    okValue(await enrolDesk(desk, person.id, { url: centre.url, authority: null, code, name: `${index + 1}号机` }));
  }
  await centre.stop();
}

function exportTo({ desk, person }: BenchDesk, folder: string, work: BundleWork = quietWork) {
  return exportBundle(desk, person, { folder, files: true, partBytes: 4_000_000_000 }, work);
}

async function run(centre: CentreProcess, first: BenchDesk, second: BenchDesk): Promise<void> {
  const [out, back] = [join(directory, 'out'), join(directory, 'back')];
  for (const stick of [out, back]) mkdirSync(stick);
  await enrolBoth(centre, [first, second]);
  fillDesk(first, 1, count, () => {});
  addPhotos(first, second);
  const exported = await watched(async (work) => okValue(await exportTo(first, out, work)));
  const bytes = bytesOn(out, '');
  okValue(await exportTo(second, back));
  const taken = await watched(() => centre.command('bundle', 'import', out));
  const answered = await watched(() => centre.command('bundle', 'import', back, '--out', back));
  const answerBytes = bytesOn(back, 'answer-');
  const pace = okValue(second.host.sync()).pace();
  const imported = await watched(async (work) =>
    okValue(await importAnswers(second.desk, second.person, [back], pace, work)),
  );
  const measure = await raw(bytes);
  const cancelled = await timeToCancel(first, out);
  say(
    `\n${count} records, ${megabytes} MB of photos; ${(bytes / 1e6).toFixed(0)} MB out, ${(answerBytes / 1e6).toFixed(0)} MB back; Node ${process.version}, load ${loadavg().map(Math.round).join(' ')}`,
  );
  say(
    `Copying and hashing the same bytes ${measure.copied.seconds.toFixed(1)} s (processor ${measure.copied.processor.toFixed(1)} s), age ${measure.aged.seconds.toFixed(1)} s (${measure.aged.processor.toFixed(1)} s)\n`,
  );
  say('| what | s | ratio (≤ 1.5×) | processor s | ratio | longest silence ms (≤ 500) | memory MB, before → at most |');
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  row('a desk writes its stick', exported, measure, 1);
  row('another desk takes the answer in', imported, measure, answerBytes / bytes);
  say(
    `\nThe centre took the stick in in ${taken.seconds.toFixed(1)} s and wrote the answer in ${answered.seconds.toFixed(1)} s. Cancelling took ${cancelled} ms (≤ 1000).`,
  );
}

async function timeToCancel(desk: BenchDesk, folder: string): Promise<number> {
  const stopping = new AbortController();
  const work = exportTo(desk, folder, { signal: stopping.signal, progress: () => {} });
  await setTimeout(300);
  const asked = performance.now();
  stopping.abort();
  await work;
  return Math.round(performance.now() - asked);
}

async function main(): Promise<void> {
  const centre = await openCentre();
  const [first, second] = [await newDesk('first'), await newDesk('second')];
  try {
    await run(centre, first, second);
  } finally {
    first.host.close();
    second.host.close();
    await centre.end();
  }
}

rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
try {
  await main();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
