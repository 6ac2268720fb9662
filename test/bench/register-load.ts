// `npm run bench -- --registers [--rows 100000]`: a register of so many lines goes out as xlsx and CSV through the window's
// calls, beside what a plain writer takes for the same cells, and the memory it takes in a desk service of its own.

import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeXlsxStream } from 'hucre/xlsx';
import { z } from 'zod';
import { registerSheet } from '../../src-main/registers/register-sheet.ts';
import { callInProcess } from '../../src-main/serve/serve-calls.ts';
import { registerQuery } from '../../src-shared/contract/register-inputs.ts';
import { ended } from '../support/import-ledger.ts';
import { okValue } from '../support/ok-value.ts';
import { type BenchDesk, benchFolder, benchPassword, fillDesk, newBenchDesk, openBenchDesk } from './bench-desk.ts';

const { values } = parseArgs({
  options: { registers: { type: 'boolean' }, rows: { type: 'string', default: '100000' } },
});
const count = z.coerce.number().int().min(100).max(500_000).parse(values.rows);
/** Three of five made-up records are found items. */
const records = Math.ceil((count * 5) / 3);
const directory = join(benchFolder(), 'registers');
const say = (line: string) => process.stdout.write(`${line}\n`);
const kind = 'found_item';

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1_000, value };
}

async function clientOf({ host, person }: BenchDesk) {
  const makePdf = () => Promise.reject(new Error('nothing is printed here'));
  const client = callInProcess({ host, makePdf, log: (line) => process.stderr.write(`${line}\n`) });
  await client.session.signIn({ account: person.id, password: benchPassword });
  return client;
}
type Client = Awaited<ReturnType<typeof clientOf>>;

type PlainRow = (string | number)[];

/** Every cell of the register, numbers as numbers, in memory. */
function cellsOf({ desk, person }: BenchDesk): readonly PlainRow[] {
  const sheet = okValue(registerSheet(desk, person, registerQuery.parse({ kind })));
  const rows: PlainRow[] = [];
  for (const line of sheet.lines()) {
    if (line.type !== 'record') continue;
    const cells = line.shown.map((shown, at) =>
      shown.type === 'integer' || shown.type === 'money' ? shown.value : (line.texts[at] ?? ''),
    );
    rows.push([line.serial, ...cells]);
  }
  return rows;
}

/** The same cells by a writer of another house, which streams and packs them and lays nothing out. */
async function rawWriting(rows: readonly PlainRow[]): Promise<number> {
  const { seconds } = await timed(async () => {
    let bytes = 0;
    for await (const chunk of writeXlsxStream(rows, { name: '台账' })) bytes += chunk.length;
    return bytes;
  });
  return seconds;
}

async function takeOut(client: Client, format: 'xlsx' | 'csv'): Promise<number> {
  const { seconds, value } = await timed(async () => {
    const { job } = await client.registers.export({ kind, format });
    return ended(client, job);
  });
  if (value.state !== 'done') throw new Error(JSON.stringify(value.problem));
  return seconds;
}

async function memory(): Promise<{ readonly before: number; readonly peak: number }> {
  const program = join(import.meta.dirname, 'register-child.ts');
  const child = await promisify(execFile)(process.execPath, ['--expose-gc', program, join(directory, 'desk')]);
  return z.object({ before: z.number(), peak: z.number() }).parse(JSON.parse(child.stdout));
}

async function run(): Promise<void> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  await newBenchDesk(join(directory, 'desk'));
  const bench = await openBenchDesk(join(directory, 'desk'));
  fillDesk(bench, 1, records, (done) => {
    if (done % 20_000 === 0) process.stderr.write(`${done} / ${records}\n`);
  });
  const client = await clientOf(bench);
  const rows = cellsOf(bench);
  const load = loadavg().map(Math.round).join(' ');
  say(`\n${rows.length} lines of ${rows[0]?.length ?? 0} columns, Node ${process.version}, load ${load}\n`);
  say('| what | seconds | |\n| --- | ---: | --- |');
  const raw = await rawWriting(rows);
  say(`| the cells of the register as plain xlsx by hucre, from memory | ${raw.toFixed(2)} | the measure |`);
  const xlsx = await takeOut(client, 'xlsx');
  const ratio = `${(xlsx / raw).toFixed(1)}×; target ≤ 2×`;
  say(`| the register as xlsx: read, masked, summed, laid out, logged | ${xlsx.toFixed(2)} | ${ratio} |`);
  say(`| the register as CSV | ${(await takeOut(client, 'csv')).toFixed(2)} | |`);
  bench.host.close();
  const { before, peak } = await memory();
  const taken = `${(peak - before).toFixed(0)} MB beside ${before.toFixed(0)} MB`;
  say(`| memory it takes at its peak, beside the desk at rest | ${taken} | target ≤ 150 MB |`);
}

try {
  await run();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
