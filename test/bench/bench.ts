// `npm run bench [-- --records 1000000]`: fills a desk, times what people wait for, and prints it beside what raw
// better-sqlite3 does in the same run. Ratios, because machines differ and are noisy. `--keep` leaves the desk, and the next
// run with `--keep` times it again without filling it.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { type BenchDesk, benchFolder, fillDesk, newBenchDesk, openBenchDesk } from './bench-desk.ts';
import { timeBoard, timeLists, timeOpens, timeSaves, timeSearches } from './desk-cases.ts';
import type { Timed } from './percentiles.ts';
import { timeReports } from './report-cases.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const count = z.coerce.number().int().min(1_000).max(5_000_000).parse(values.records);
const seed = z.coerce.number().int().parse(values.seed);
const directory = join(benchFolder(), `desk-${count}-${seed}`);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Written last of a filling, so that a desk that was filled by half is filled anew. */
const filledMark = join(directory, 'filled');

async function fullDesk(): Promise<BenchDesk> {
  if (values.keep && existsSync(filledMark)) return openBenchDesk(join(directory, 'desk'));
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  await newBenchDesk(join(directory, 'desk'));
  const bench = await openBenchDesk(join(directory, 'desk'));
  fill(bench);
  writeFileSync(filledMark, '');
  return bench;
}

function fill(bench: BenchDesk): void {
  const start = performance.now();
  fillDesk(bench, seed, count, (done) => {
    if (done % 20_000 === 0) process.stderr.write(`${done} / ${count}\n`);
  });
  const seconds = (performance.now() - start) / 1000;
  const pace = `${Math.round(count / seconds)} records/s, every check, signed groups of 500`;
  say(`\nFilled in ${seconds.toFixed(0)} s (${pace})`);
}

function row({ name, count: times, p50, p95, max }: Timed, limit: string): void {
  say(`| ${name} | ${times} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${max.toFixed(2)} | ${limit} |`);
}

async function run(): Promise<void> {
  const bench = await fullDesk();
  say(`\n${count} records, seed ${seed}, Node ${process.version}, load ${loadavg().map(Math.round).join(' ')}\n`);
  say('| what | times | p50 ms | p95 ms | max ms | target |\n| --- | ---: | ---: | ---: | ---: | --- |');
  const { raw, saved } = timeSaves(bench, join(directory, 'raw.db'));
  row(raw, 'the measure');
  row(saved, `p50 ≤ 3× raw: here ${(saved.p50 / raw.p50).toFixed(1)}×`);
  for (const timed of timeSearches(bench, count)) row(timed, 'p95 ≤ 5 ms');
  for (const timed of timeLists(bench, count)) row(timed, 'p95 ≤ 20 ms');
  row(timeOpens(bench, count), 'p95 ≤ 10 ms');
  row(timeBoard(bench), '');
  const [month, year] = timeReports(bench);
  if (month) row(month, 'p95 ≤ 300 ms at 1,000,000');
  if (year) row(year, 'p95 ≤ 1,000 ms at 1,000,000');
  bench.host.close();
  const child = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'memory-child.ts'),
    join(directory, 'desk'),
  ]);
  const { readyMs, rssMegabytes } = z
    .object({ readyMs: z.number(), rssMegabytes: z.number() })
    .parse(JSON.parse(child.stdout));
  say(
    `\nReady ${readyMs.toFixed(0)} ms after the key is unwrapped (target ≤ 1000); memory ${rssMegabytes.toFixed(0)} MB (target ≤ 250).`,
  );
}

try {
  await run();
} finally {
  if (!values.keep) rmSync(directory, { recursive: true, force: true });
}
