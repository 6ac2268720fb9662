// A window may send whatever the contract's shapes let through. Every call answers with what was asked for or with a problem
// in words, and never with a fault of the desk.

import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { callProblem } from '../../../src-shared/contract/call-problem.ts';
import { deskContract } from '../../../src-shared/contract/desk.ts';
import { foundItem } from '../../../src-shared/records/kinds/found-item.ts';
import { allIndicators } from '../../../src-shared/reports/all-indicators.ts';
import { reportsByKey } from '../../../src-shared/reports/all-reports.ts';
import { arbitraryContent } from '../../support/arbitrary-content.ts';
import { arbitraryInput, type MeaningfulValues } from '../../support/arbitrary-input.ts';
import { heldWallet, walletContent } from '../../support/held-wallet.ts';
import { taskContent } from '../../support/sample-task.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { addColleague, type TestDesk, testDesk, testPassword } from '../../support/test-desk.ts';

/** Inputs of each call. */
const inputs = 12;

/** Calls that end what the others need, or never end. */
const leftOut = ['session.lock', 'desk.events'];

/** Periods at the ends of what dates can say. */
const edgesOfTime = ['1000', '9999', '1000-01@26', '9999-W52', '9999-12-31', '1000-01-01..9999-12-31'];

const groups = Object.entries(deskContract).map(([group, inside]) => ({
  group,
  calls: Object.entries(inside)
    .filter(([name]) => !leftOut.includes(`${group}.${name}`))
    .map(([name, procedure]) => ({ name, schema: procedure['~orpc'].inputSchema })),
}));

/** What names mean something at this desk: people, records, places, and what their fields are called. */
async function meaningfulAt(desk: TestDesk): Promise<MeaningfulValues> {
  const { client, account } = desk;
  const colleague = await addColleague(desk, '黄民警', ['recorder']);
  const wallet = await heldWallet(desk, 'shelf-1', {}, colleague.id);
  const file = new File(['编号,物品\n1,钱包'], '台账.csv');
  const paper = new File(['%PDF-1.4 收据'], '收据.pdf');
  const { heads: first } = await client.records.open({ id: wallet.id });
  await client.attachments.add({ id: wallet.id, heads: [...first], file: paper, role: 'other', note: '' });
  const { heads, attachments } = await client.records.open({ id: wallet.id });
  const { entries } = await client.records.history({ id: wallet.id });
  const content = fc.sample(arbitraryContent(foundItem.fields), { seed: 7, numRuns: 12 });
  const somewhere = join(temporaryDirectory(), 'somewhere');
  const known: Readonly<Record<string, readonly unknown[]>> = {
    id: [wallet.id, colleague.id],
    record: [wallet.id],
    records: [wallet.id],
    account: [account, colleague.id],
    officer: [account],
    kind: ['found_item', 'handbook_task', 'household', 'visit'],
    heads: [heads, []],
    change: entries.map(({ change }) => change),
    content: [walletContent([account, colleague.id], 'shelf-1'), taskContent(account), ...content],
    patch: [{ found_place: '溪心桥' }, { items: { wallet: { name: '皮夹' } } }, ...content],
    step: ['take_into_custody', 'notify_owner', 'expire', 'void'],
    where: [[], [{ path: 'special_kind', values: ['none'] }]],
    statuses: [['in_custody']],
    sort: [{ by: 'title', direction: 'asc' }],
    after: [0],
    order: [{ column: 1, as: 'pinyin', direction: 'asc' }],
    group: [1],
    attachment: attachments.map((kept) => kept.id),
    entry: ['wallet'],
    creation: ['lost_report'],
    path: ['remark', 'items/wallet/name', 'finders', somewhere],
    folder: [somewhere],
    places: [[somewhere]],
    url: ['http://127.0.0.1:9', 'https://127.0.0.1:9/x'],
    password: [testPassword],
    current: [testPassword],
    next: ['Wallet-2341'],
    secret: [testPassword],
    text: [wallet.number, wallet.id, '黄', 'qb', '0012'],
    period: ['2025-03', '2025-W13', '2025-Q1', '2025', '2025-03-01..2025-03-20', '2025-03@26', ...edgesOfTime],
    report: [...reportsByKey.keys()],
    from: ['2025-03-01', '2025-02-29', '9999-12-31', '0000-01-01'],
    to: ['2025-03-31', '2025-13-01', '9999-12-31'],
    indicator: allIndicators.slice(0, 8).map(({ key }) => key),
    figure: ['i~found_accepted~2025-03'],
    document: ['receipt', 'label'],
    json: ['{"years":{"2026":{"holidays":["2026-01-01"],"workdays":[]}}}', '[]'],
    file: [file, paper, new File([], ''), new File(['PK\u0003\u0004'], '../../x.xlsx')],
  };
  return (property) => known[property] ?? [];
}

test.each(groups)('whatever a window sends to $group is answered', { timeout: 120_000 }, async ({ group, calls }) => {
  const desk = await testDesk();
  const meaningful = await meaningfulAt(desk);
  const call = async (name: string, input: unknown) => {
    const done = Reflect.get(Reflect.get(desk.client, group), name);
    const problem = await done(input).then(
      () => null,
      (error: unknown) => callProblem(error) ?? { code: 'no_answer', error: String(error) },
    );
    expect({ problem, log: desk.log }).toMatchObject({ log: [] });
    expect(['desk_failed', 'desk_fault', 'no_answer']).not.toContain(problem?.code);
  };
  for (const { name, schema } of calls) {
    if (schema === undefined) await call(name, undefined);
    else
      await fc.assert(
        fc.asyncProperty(arbitraryInput(z.instanceof(z.ZodType).parse(schema), meaningful), (input) =>
          call(name, input),
        ),
        { seed: 20_261_121, numRuns: inputs, endOnFailure: true },
      );
  }
  const ended = await desk.client.jobs.list().catch(() => []);
  expect(ended.filter(({ problem }) => problem?.code === 'desk_failed')).toEqual([]);
});
