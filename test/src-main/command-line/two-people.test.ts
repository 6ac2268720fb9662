// What takes two people, by commands: each shows who they are with a password of their own, and each is the author of their part.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { CashView, CustodyLineView } from '../../../src-shared/contract/custody-views.ts';
import type { ShiftView } from '../../../src-shared/contract/shift-views.ts';
import type { SavedView } from '../../../src-shared/contract/views.ts';
import { CommandLine, firstPerson, password, type Ran } from '../../support/command-line.ts';
import { walletContent } from '../../support/held-wallet.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const refusal = z.object({ problem: z.object({ code: z.string() }) });

function codeOf(ran: Ran): string {
  return refusal.parse(ran.json()).problem.code;
}

test('a shift is taken over, custody handed over and cash counted by two people on the command line', async () => {
  const folder = temporaryDirectory();
  const line = new CommandLine(join(folder, 'desk'));
  mkdirSync(line.directory);
  await line.setUp('police', [{ name: '舒予安', roles: 'recorder' }]);
  const secret = join(folder, 'second');
  writeFileSync(secret, `${password}\n`);
  const second = ['--second', '舒予安', '--second-password-file', secret];
  const people = await line.get<readonly { readonly id: string }[]>(['people']);
  const [one, other] = people.map(({ id }) => id);
  if (one === undefined || other === undefined) throw new Error('two people are there');
  const input = JSON.stringify(walletContent([one, other], '一号柜', { cash_place: '保险柜' }));
  const { saved } = await line.get<{ saved: SavedView }>(['add', 'found_item', '-'], { input });

  const { id } = await line.get<{ readonly id: string }>(['shift', 'give', '--note', '夜间巡查一次']);
  const alone = await line.run(['shift', 'take', id, '--second', firstPerson, '--second-password-file', secret]);
  expect([alone.code === 0, codeOf(alone)]).toEqual([false, 'shift_same_person']);
  const taken = await line.get<ShiftView>(['shift', 'take', id, ...second]);
  expect(taken).toMatchObject({ state: 'taken', fromName: firstPerson, toName: '舒予安' });

  await line.get(['custody', 'hand-over', saved.id, '--reason', '轮休', ...second]);
  const [held] = await line.get<readonly CustodyLineView[]>(['custody', 'list']);
  expect(held).toMatchObject({ record: saved.id, custodianName: '舒予安' });

  const short = await line.run(['custody', 'count-cash', '--count', '100=2', ...second]);
  expect(codeOf(short)).toBe('cash_difference_unexplained');
  await line.get(['custody', 'count-cash', '--count', '100=2', '5=3', '0.1=7', ...second]);
  const cash = await line.get<CashView>(['custody', 'cash']);
  expect(cash.expectedFen).toBe(21_570);
  const wrong = join(folder, 'wrong');
  writeFileSync(wrong, 'Wrong-2025\n');
  const refused = await line.run([
    'custody',
    'count-cash',
    '--count',
    '100=2',
    '--second',
    '舒予安',
    '--second-password-file',
    wrong,
  ]);
  expect(codeOf(refused)).toBe('sign_in_refused');
}, 120_000);
