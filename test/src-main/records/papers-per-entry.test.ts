import { expect, it } from 'vitest';
import { testDesk } from '../../support/test-desk.ts';

const claim = (name: string) => ({
  claimed_at: '2025-03-28T23:30',
  claimant: { name_partial: name, id_type: 'none' },
  asserted_features: '棕色，内有存单',
  outcome: 'pending',
});

it('a paper per entry counts the copies of each entry', async () => {
  const { client, account } = await testDesk();
  const second = await client.people.add({
    name: '林某',
    staffNumber: '100218',
    residentId: '',
    roles: ['recorder'],
    password: 'Wallet-2341',
  });
  const added = await client.records.add({
    kind: 'found_item',
    content: {
      found_at: '2025-03-28T23:20',
      found_at_precision: 'about',
      found_place: '荆山陈夜市',
      finders: [{ role: 'finder', name_partial: '张某' }],
      handed_in_at: '2025-03-28T23:25',
      receiver: account,
      co_receiver: second.id,
      special_kind: 'none',
      items: [{ category: 'wallet', name: '钱包', quantity: 1 }],
      custody_place: '1号袋',
      owner_known: false,
      claims: [claim('黎某'), claim('舒某')],
    },
  });
  const sheet = async () =>
    (await client.documents.list({ id: added.id })).find(({ key }) => key === 'claim_sheet') ?? null;
  const [first] = (await sheet())?.entries ?? [];
  await client.documents.record({
    id: added.id,
    heads: [...added.heads],
    document: 'claim_sheet',
    entry: first?.id ?? '',
    copies: 2,
    by: 'print',
  });
  const printed = await sheet();
  expect([printed?.printed, printed?.entries?.map((entry) => entry.printed)]).toEqual([2, [2, 0]]);
});
