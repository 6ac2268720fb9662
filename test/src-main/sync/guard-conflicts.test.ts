// A state that neither desk made and the kind forbids: the same wallet and the same cash given back twice, at two desks.

import { expect, test } from 'vitest';
import { type SyncedDesk, startUnitCentre, syncedDesk } from '../../support/synced-desks.ts';
import { addColleague } from '../../support/test-desk.ts';

const recipient = (name: string) => ({ name_partial: name, id_type: 'resident_id', id_no: '110101190001010022' });

async function syncAll(...desks: readonly SyncedDesk[]): Promise<void> {
  for (const desk of [...desks, ...desks]) await desk.sync();
}

/** A wallet with 200 yuan, known at both desks. */
async function heldAtTwoDesks() {
  const centre = await startUnitCentre();
  const first = await syncedDesk(centre, '一号机');
  const second = await syncedDesk(centre, '二号机');
  const { id: colleague } = await addColleague(first, '林予安', ['head', 'recorder']);
  const saved = await first.client.records.add({
    kind: 'found_item',
    content: {
      found_at: '2025-03-28T23:20',
      found_at_precision: 'about',
      found_place: '荆山陈夜市',
      finders: [{ role: 'finder', name_partial: '张某' }],
      handed_in_at: '2025-03-28T23:25',
      receiver: first.account,
      co_receiver: colleague,
      special_kind: 'none',
      items: [{ id: 'wallet', category: 'wallet', name: '钱包', quantity: 1 }],
      cash_lines: [
        {
          id: 'hundreds',
          currency: 'cny',
          denomination: 10_000,
          count: 2,
          counted_by_1: first.account,
          counted_by_2: colleague,
          counted_at: '2025-03-28T23:30',
        },
      ],
      custody_place: '1号袋',
      owner_known: false,
    },
  });
  await syncAll(first, second);
  const giveBack = ({ client }: SyncedDesk, key: string, name: string) =>
    client.records.edit({
      id: saved.id,
      heads: [...saved.heads],
      patch: {
        releases: [
          {
            id: key,
            released_at: '2025-03-28T23:38',
            recipient: recipient(name),
            is_delegate: false,
            relation: 'owner',
            lines: [
              { id: `${key}-1`, line: 'wallet', quantity: 1 },
              { id: `${key}-2`, line: 'hundreds', amount_fen: 20_000 },
            ],
            officer_1: first.account,
            officer_2: colleague,
          },
        ],
      },
    });
  return { first, second, id: saved.id, giveBack };
}

test('[H20] given back twice at two desks: each stood alone, both are told what is wrong, and taking one back settles it', async () => {
  const { first, second, id, giveBack } = await heldAtTwoDesks();
  await giveBack(first, 'here', '黎某');
  await giveBack(second, 'there', '舒某');
  await syncAll(first, second);
  for (const desk of [first, second]) {
    const view = await desk.client.records.open({ id });
    expect(view.conflicts.map(({ kind, path }) => [kind, path])).toEqual([['guard', 'within_held']]);
    expect(JSON.stringify(view.conflicts[0]?.says)).toContain('超过保管的数量或金额');
    const releases = view.content.releases;
    expect(Array.isArray(releases) ? releases.length : 0).toBe(2);
    const { open } = await desk.client.conflicts.inbox();
    expect(open.map(({ id: record, conflicts }) => [record, conflicts.length])).toEqual([[id, 1]]);
  }
  const { heads } = await second.client.records.open({ id });
  await second.client.records.edit({
    id,
    heads: [...heads],
    patch: { releases: [{ id: 'there', removed: true }] },
    reason: '当场未领走，重复登记',
  });
  await syncAll(first, second);
  for (const desk of [first, second]) {
    expect((await desk.client.records.open({ id })).conflicts).toEqual([]);
    expect((await desk.client.conflicts.inbox()).open).toEqual([]);
  }
});
