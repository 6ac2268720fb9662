// A found wallet as it lies in custody: two things, one card, cash in three denominations.

import { addColleague, type TestDesk } from './test-desk.ts';

export type Wallet = { readonly id: string; readonly number: string };

/** Content of a found item kept at `place`; `changes` over it. */
export function walletContent(
  receivers: readonly [string, string],
  place: string,
  changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const [receiver, coReceiver] = receivers;
  const counted = { counted_by_1: receiver, counted_by_2: coReceiver };
  return {
    found_at: '2025-03-28T20:00',
    found_at_precision: 'exact',
    found_place: '方岩夜市',
    finders: [{ role: 'finder', name: '舒某' }],
    handed_in_at: '2025-03-28T21:00',
    receiver,
    co_receiver: coReceiver,
    special_kind: 'none',
    owner_known: false,
    items: [
      { id: 'wallet', category: 'wallet', name: '牛皮钱包', quantity: 1 },
      { id: 'keys', category: 'keys', name: '钥匙', quantity: 1 },
    ],
    doc_lines: [{ id: 'card', kind: 'bank_card', number: '6222020000000000000' }],
    cash_lines: [
      { id: 'hundreds', currency: 'cny', denomination: 10_000, count: 2, ...counted },
      { id: 'fives', currency: 'cny', denomination: 500, count: 3, ...counted },
      { id: 'jiao', currency: 'cny', denomination: 10, count: 7, ...counted },
    ],
    custody_place: place,
    ...changes,
  };
}

/** A record of it, saved by the first person with a second receiver. */
export async function heldWallet(
  desk: TestDesk,
  place: string,
  changes: Readonly<Record<string, unknown>> = {},
  second?: string,
): Promise<Wallet> {
  const other = second ?? (await addColleague(desk, '舒民警', ['recorder'])).id;
  const content = walletContent([desk.account, other], place, changes);
  const { id, number } = await desk.client.records.add({ kind: 'found_item', content });
  return { id, number };
}
