// A messy ledger from file to records: every line judged, the good ones saved, the import taken back.

import { expect, test } from 'vitest';
import { checkedImport, ended, fileOf } from '../../support/import-ledger.ts';
import { messyLedger } from '../../support/messy-ledger.ts';
import { testDesk, testPassword } from '../../support/test-desk.ts';

const second = {
  name: '李建国',
  staffNumber: '100218',
  residentId: '',
  roles: ['recorder' as const],
  password: testPassword,
};

async function deskWithTwo() {
  const desk = await testDesk({ now: '2025-12-31T09:00:00' });
  const other = await desk.client.people.add(second);
  return { ...desk, other: other.id };
}

const fixedOf = (other: string) => ({
  fixed: {
    found_at_precision: 'about',
    owner_known: '否',
    co_receiver: other,
    special_kind: 'none',
    'finders/role': 'finder',
    'items/category': 'other',
  },
});

test('a messy ledger: exactly the lines that must fail do, and each says why', async () => {
  const { client, other } = await deskWithTwo();
  const ledger = await messyLedger(300, ['黎女士', '李建国']);
  const { view, checking } = await checkedImport(
    client,
    'found_item',
    fileOf(ledger.name, ledger.bytes),
    fixedOf(other),
  );
  expect(view.header).toEqual({ line: 3, lines: 1 });
  expect(checking).toMatchObject({ state: 'done', problem: null });
  const lines = await client.imports.lines({ id: view.id, limit: 500 });
  const real = ledger.lines.filter(({ fate }) => fate !== 'none');
  expect(lines.map(({ line, state, problems }) => ({ line, state, why: problems.map(({ code }) => code) }))).toEqual(
    real.map(({ line, fate, why }) => ({ line, state: fate, why: why === undefined ? [] : [why] })),
  );
});

test('the good lines become records of the right day, in groups of changes that the desk verifies', async () => {
  const { client, other } = await deskWithTwo();
  const ledger = await messyLedger(120, ['黎女士', '李建国']);
  const { view } = await checkedImport(client, 'found_item', fileOf(ledger.name, ledger.bytes), fixedOf(other));
  const good = ledger.lines.filter(({ fate }) => fate === 'ready');
  const { job } = await client.imports.run({ id: view.id });
  const done = await ended(client, job);
  expect(done).toMatchObject({ state: 'done', facts: { imported: good.length, refused: 0 } });
  const { rows } = await client.records.list({ kind: 'found_item', limit: 500 });
  expect(rows.map(({ occurredAt }) => occurredAt?.slice(0, 10)).sort()).toEqual(good.map(({ day }) => day).sort());
  expect((await client.settings.verify()).faults).toEqual([]);
  const left = await client.imports.left({ id: String(done.facts.import) });
  expect(left.map(({ line, changedSince }) => ({ line, changedSince }))).toEqual(
    good.map(({ line }) => ({ line, changedSince: false })),
  );
  const [first] = left;
  const { entries } = await client.records.history({ id: first?.id ?? '' });
  expect(entries[0]?.reason).toBe(`导入：${ledger.name} 第${good[0]?.line}行`);
});

test('the same ledger a second time is found to be here already', async () => {
  const { client, other } = await deskWithTwo();
  const ledger = await messyLedger(60, ['黎女士', '李建国']);
  const file = fileOf(ledger.name, ledger.bytes);
  const { view } = await checkedImport(client, 'found_item', file, fixedOf(other));
  await ended(client, (await client.imports.run({ id: view.id })).job);
  const again = await checkedImport(client, 'found_item', file, {});
  expect(again.view.remembered).toBe(true);
  const { counts } = await client.imports.checked({ id: again.view.id });
  expect(counts.ready).toBe(0);
  expect(await client.imports.lines({ id: again.view.id, state: 'duplicate', limit: 1 })).toMatchObject([
    { problems: [{ code: 'import_already_here' }] },
  ]);
});

test('taking an import back voids exactly what nobody has changed since, and says what it left', async () => {
  const { client, other } = await deskWithTwo();
  const ledger = await messyLedger(40, ['黎女士', '李建国']);
  const { view } = await checkedImport(client, 'found_item', fileOf(ledger.name, ledger.bytes), fixedOf(other));
  const imported = await ended(client, (await client.imports.run({ id: view.id })).job);
  const id = String(imported.facts.import);
  const [changed] = await client.imports.left({ id });
  const open = await client.records.open({ id: changed?.id ?? '' });
  await client.records.edit({ id: open.id, heads: [...open.heads], patch: { seal_no: '封0001' } });
  const undone = await ended(client, (await client.imports.undo({ id })).job);
  expect(undone).toMatchObject({ state: 'done', facts: { voided: Number(imported.facts.imported) - 1, kept: 1 } });
  expect(await client.imports.left({ id })).toEqual([{ ...changed, changedSince: true }]);
  const { rows } = await client.records.list({ kind: 'found_item', limit: 500 });
  expect(rows.filter(({ status }) => status !== 'void').map((row) => row.id)).toEqual([changed?.id]);
  const [past] = await client.imports.past();
  expect(past).toMatchObject({ state: 'undone', kept: 1, mayUndo: false });
});

test('only the chosen lines are imported', async () => {
  const { client, other } = await deskWithTwo();
  const ledger = await messyLedger(30, ['黎女士', '李建国']);
  const { view } = await checkedImport(client, 'found_item', fileOf(ledger.name, ledger.bytes), fixedOf(other));
  const chosen = ledger.lines
    .filter(({ fate }) => fate === 'ready')
    .slice(3, 5)
    .map(({ line }) => line);
  const done = await ended(client, (await client.imports.run({ id: view.id, lines: chosen })).job);
  const left = await client.imports.left({ id: String(done.facts.import) });
  expect(left.map(({ line }) => line)).toEqual(chosen);
});

test('an import that is cancelled leaves no record that is not void', async () => {
  const { client, other } = await deskWithTwo();
  const ledger = await messyLedger(400, ['黎女士', '李建国']);
  const { view } = await checkedImport(client, 'found_item', fileOf(ledger.name, ledger.bytes), fixedOf(other));
  const { job } = await client.imports.run({ id: view.id });
  while ((await client.records.count({ kind: 'found_item' })).count === 0)
    await new Promise((resolve) => setImmediate(resolve));
  await client.jobs.cancel({ id: job });
  expect(await ended(client, job)).toMatchObject({ state: 'cancelled', problem: { code: 'job_cancelled' } });
  const { rows } = await client.records.list({ kind: 'found_item', limit: 500 });
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['void']));
  expect(await client.imports.past()).toMatchObject([{ state: 'cancelled', mayUndo: false }]);
  expect((await client.settings.verify()).faults).toEqual([]);
});

test('the file of the lines that were not imported can be imported again once they are put right', async () => {
  const { client, other } = await deskWithTwo();
  const ledger = await messyLedger(120, ['黎女士', '李建国']);
  const { view } = await checkedImport(client, 'found_item', fileOf(ledger.name, ledger.bytes), fixedOf(other));
  const refused = ledger.lines.filter(({ fate }) => fate === 'refused' || fate === 'duplicate');
  for (const format of ['xlsx', 'csv'] as const) {
    const file = await client.imports.rejected({ id: view.id, format });
    const again = await client.imports.read({ kind: 'found_item', file });
    expect(again).toMatchObject({ lines: refused.length, header: { line: 1, lines: 1 } });
    expect(again.columns.map(({ header }) => header).slice(-2)).toEqual(['原行号', '未导入的原因']);
  }
});

test('a window that another person signs in at has nothing open any more', async () => {
  const { client } = await deskWithTwo();
  const ledger = await messyLedger(5, ['黎女士', '李建国']);
  const view = await client.imports.read({ kind: 'found_item', file: fileOf(ledger.name, ledger.bytes) });
  const people = await client.people.list();
  await client.session.lock();
  await client.session.signIn({
    account: people.find(({ name }) => name === second.name)?.id ?? '',
    password: testPassword,
  });
  await expect(client.imports.table({ id: view.id, sheet: 0 })).rejects.toMatchObject({
    data: { code: 'import_gone' },
  });
});

test('a long ledger is judged by two threads, and what stands in both halves is found all the same', async () => {
  const { client, account } = await testDesk({ now: '2025-12-31T09:00:00' });
  const lines = Array.from(
    { length: 4_200 },
    (_, n) => `事项${n === 4_000 ? 100 : n},2025-12-${n === 4_100 ? 41 : 10},2025-12-20`,
  );
  const file = fileOf('工作手册.csv', ['工作事项,登记时间,办结时限', ...lines].join('\n'));
  const fixed = { owner: account, priority: 'normal', source: '' };
  const { view, checking } = await checkedImport(client, 'handbook_task', file, { fixed });
  expect(checking).toMatchObject({ state: 'done', problem: null, done: 4_200, total: 4_200 });
  expect(await client.imports.checked({ id: view.id })).toMatchObject({
    counts: { ready: 4_198, duplicate: 1, refused: 1 },
  });
  expect(await client.imports.lines({ id: view.id, state: 'duplicate', limit: 5 })).toMatchObject([
    { line: 4_002, problems: [{ code: 'import_same_line', facts: { line: 102 } }] },
  ]);
  expect(await client.imports.lines({ id: view.id, state: 'refused', limit: 5 })).toMatchObject([
    { line: 4_102, problems: [{ code: 'date_impossible' }] },
  ]);
});
