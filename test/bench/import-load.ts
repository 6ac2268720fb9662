// `npm run bench -- --import [--records 100000]`: a ledger of so many lines comes in with every check, and somebody saves a
// record now and then meanwhile. Seconds of each part, the longest wait of a save, and the memory it took.

import { mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { judgeImport } from '../../src-main/imports/judge-import.ts';
import { openImport } from '../../src-main/imports/open-import.ts';
import { runImport } from '../../src-main/imports/run-import.ts';
import { addRecord } from '../../src-main/records/add-record.ts';
import { okValue } from '../support/ok-value.ts';
import { attend, type BenchDesk, benchFolder, newBenchDesk, openBenchDesk } from './bench-desk.ts';
import { generateRecords } from './generate-records.ts';
import { percentiles, timeOnce } from './percentiles.ts';

const { values } = parseArgs({
  options: { records: { type: 'string', default: '100000' }, import: { type: 'boolean', default: true } },
});
const count = z.coerce.number().int().min(100).max(200_000).parse(values.records);
const directory = join(benchFolder(), `import-${count}`);
const say = (line: string) => process.stdout.write(`${line}\n`);

const headers = [
  '序号',
  '编号',
  '拾得时间',
  '拾得地点',
  '物品名称',
  '物品类别',
  '数量',
  '拾得人',
  '联系电话',
  '送交时间',
  '存放地点',
  '备注',
];
const things = [
  ['黑色钱包', '钱包'],
  ['银色手机', '手机'],
  ['钥匙一串', '钥匙'],
  ['双肩包', '箱包'],
] as const;

/** Two years of a busy bureau, every line a good one. */
function ledger(): Uint8Array {
  const rows = Array.from({ length: count }, (_, n) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    const [thing, category] = things[n % things.length] ?? things[0];
    const finder = `${'张李王赵陈周'.charAt(n % 6)}${'明华丽军芳强'.charAt((n >> 3) % 6)}${'一二三四五'.charAt(n % 5)}`;
    const phone = `139${String(10_000_000 + n)}`;
    const place = `荆山陈夜市${n}号摊位`;
    return [
      n + 1,
      `拾${n + 1}`,
      `${day} 14:05`,
      place,
      thing,
      category,
      1,
      finder,
      phone,
      `${day} 15:20`,
      `${n % 9}号柜`,
      '群众将物品送至值班室，当面清点',
    ];
  });
  return Buffer.from(stringify([headers, ...rows], { bom: true }));
}

/** What the ledger does not say. */
function fixedOf({ officers: [receiver, other] }: BenchDesk): Readonly<Record<string, string>> {
  return {
    found_at_precision: 'about',
    'finders/role': 'finder',
    receiver,
    co_receiver: other,
    special_kind: 'none',
    owner_known: '否',
  };
}

/** ms between two saves of the person who works meanwhile. */
const between = 250;

function saveNowAndThen({ desk, person, officers }: BenchDesk): { readonly stop: () => readonly number[] } {
  const records = generateRecords(7, 100_000, officers);
  const waits: number[] = [];
  let due = performance.now() + between;
  const timer = setInterval(() => {
    const record = records.next().value;
    const late = performance.now() - due;
    if (record) waits.push(Math.max(0, late) + timeOnce(() => okValue(addRecord(desk, person, record))));
    due = performance.now() + between;
  }, between);
  return {
    stop: () => {
      clearInterval(timer);
      return waits;
    },
  };
}

async function timed<T>(name: string, act: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await act();
  const seconds = (performance.now() - start) / 1_000;
  total += seconds;
  say(`| ${name} | ${seconds.toFixed(1)} | ${Math.round(count / seconds)} |`);
  return result;
}

let total = 0;

async function run(): Promise<void> {
  await newBenchDesk(join(directory, 'desk'));
  const bench = await openBenchDesk(join(directory, 'desk'));
  attend(bench);
  const { desk, person } = bench;
  const tools = { signal: new AbortController().signal, progress: () => undefined, steady: () => performance.now() };
  const bytes = ledger();
  say(`\n${count} lines, Node ${process.version}, load ${loadavg().map(Math.round).join(' ')}\n`);
  say('| part | s | lines/s |\n| --- | ---: | ---: |');
  const saves = saveNowAndThen(bench);
  const read = await timed('reading the file and finding its columns', async () =>
    okValue(await openImport(desk, person, { kind: 'found_item', name: '台账.csv', bytes }, tools)),
  );
  const mapping = { columns: read.mapping.columns, fixed: fixedOf(bench) };
  const judged = await timed('judging every line', async () =>
    okValue(await judgeImport(desk, person, read, mapping, tools)),
  );
  const chosen = { lines: null, except: [], also: [], duplicates: false };
  const { imported } = await timed('saving, in signed groups', async () =>
    okValue(await runImport(desk, person, judged, chosen, tools)),
  );
  const { count: turns, p50, p95, max } = percentiles('', saves.stop());
  say(`\n${imported} records in ${total.toFixed(1)} s (target: 100,000 in 60 s on two idle cores).`);
  say(`${turns} saves meanwhile: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest ${max.toFixed(0)} ms.`);
  say(`Memory ${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MB.`);
  bench.host.close();
}

rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
try {
  await run();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
