// `case-desk import`: a ledger by commands alone, judged, imported and taken back.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CommandLine, firstPerson } from '../../support/command-line.ts';
import { type MessyLedger, messyLedger } from '../../support/messy-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-desk-'));
const desk = new CommandLine(join(folder, 'desk'));
const second = '李建国';
let ledger: MessyLedger;
let fixed: Record<string, string> = {};

const file = (name: string) => join(folder, name);

beforeAll(async () => {
  await desk.setUp('police', [{ name: second, roles: 'recorder' }]);
  ledger = await messyLedger(150, [firstPerson, second]);
  writeFileSync(file('ledger.xlsx'), ledger.bytes);
  fixed = {
    found_at_precision: '约',
    owner_known: '否',
    co_receiver: second,
    special_kind: '无',
    'finders/role': '发现人',
    'items/category': '其他',
  };
  writeFileSync(file('mapping.json'), JSON.stringify({ columns: { 领取情况: '@skip', 备注: 'remark' }, fixed }));
});

afterAll(() => rmSync(folder, { recursive: true }));

type Told = {
  readonly counts: Readonly<Record<string, number>>;
  readonly refused: readonly { readonly line: number; readonly problems: readonly { readonly code: string }[] }[];
  readonly outcome?: { readonly import: string; readonly imported: number };
};

const count = (fate: string) => ledger.lines.filter((line) => line.fate === fate).length;

test('a dry run says what would happen and saves nothing; the lines left out are written to a file', async () => {
  const args = ['import', file('ledger.xlsx'), '--kind', 'found_item', '--mapping', file('mapping.json')];
  const ran = await desk.run([...args, '--dry-run', '--rejected', file('rejected.csv')]);
  expect(ran.code).toBe(3);
  const told = JSON.parse(ran.output) as Told;
  expect(told.counts).toEqual({ ready: count('ready'), duplicate: count('duplicate'), refused: count('refused') });
  expect(told.refused.map(({ line, problems }) => [line, problems[0]?.code])).toEqual(
    ledger.lines.filter(({ fate }) => fate === 'refused').map(({ line, why }) => [line, why]),
  );
  expect(told.outcome).toBeUndefined();
  expect(await desk.get<readonly unknown[]>(['imports'])).toEqual([]);
  const csv = readFileSync(file('rejected.csv'));
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.toString('utf8').trim().split('\r\n')).toHaveLength(1 + count('refused') + count('duplicate'));
});

test('chosen lines are imported, the mapping is remembered, and the import is taken back', async () => {
  const good = ledger.lines.filter(({ fate }) => fate === 'ready').map(({ line }) => line);
  const [first = 0, next = 0] = good;
  const ran = await desk.run(['import', file('ledger.xlsx'), '--kind', 'found_item', '--rows', `${first}-${next}`]);
  const told = JSON.parse(ran.output) as Told;
  expect(told.outcome).toMatchObject({ imported: 2 });
  const undone = await desk.get<Told & { readonly voided: number; readonly left: readonly unknown[] }>([
    'import',
    'undo',
    told.outcome?.import ?? '',
  ]);
  expect(undone).toMatchObject({ voided: 2, kept: 0, left: [] });
});

test('a mapping that names what is not there, and a file that is no ledger, are refused', async () => {
  writeFileSync(file('wrong.json'), JSON.stringify({ columns: { 备注: 'no_such_field' }, fixed }));
  const wrong = await desk.run([
    'import',
    file('ledger.xlsx'),
    '--kind',
    'found_item',
    '--mapping',
    file('wrong.json'),
  ]);
  expect([wrong.code, wrong.said]).toEqual([3, expect.stringContaining('no_such_field')]);
  writeFileSync(file('page.xls'), '<html><table></table></html>');
  const page = await desk.run(['import', file('page.xls'), '--kind', 'found_item', '--language', 'en']);
  expect([page.code, page.said]).toEqual([3, expect.stringContaining('web page')]);
  expect((await desk.run(['import', file('none.xlsx'), '--kind', 'found_item'])).code).not.toBe(0);
});
