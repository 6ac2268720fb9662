// A desk with a few found things, whose register tests know by heart.

import { type TestDesk, testDesk } from '../../support/test-desk.ts';

export const phone = '13800000001';

/** Three finds: with cash, with words that look like a formula, and one marked 敏感; then those of `more`. */
export async function deskWithFinds(more: readonly object[] = []): Promise<TestDesk> {
  const desk = await testDesk({ now: '2026-12-01T09:00:00' });
  const second = await desk.client.people.add({
    name: '舒某',
    staffNumber: '',
    residentId: '',
    roles: ['recorder'],
    password: 'Second-2026',
  });
  const find = (own: object) =>
    desk.client.records.add({
      kind: 'found_item',
      content: {
        source: 'police_call',
        found_at_precision: 'exact',
        place_kind: 'public_place',
        receiver: desk.account,
        co_receiver: second.id,
        handler: desk.account,
        special_kind: 'none',
        custody_place: '1号柜',
        owner_known: false,
        finders: [{ id: 'f', role: 'finder', name: '曾德厚', phone }],
        ...own,
      },
    });
  const item = (name: string) => [{ id: 'i', category: 'wallet', name, quantity: 1, unit: '个', features: '无' }];
  const counted = { counted_by_1: desk.account, counted_by_2: second.id, counted_at: '2026-11-03T10:30' };
  await find({
    found_at: '2026-11-03T10:00',
    handed_in_at: '2026-11-03T10:20',
    found_place: '荆山陈夜市',
    items: item('钱包'),
    cash_lines: [{ id: 'c', currency: 'cny', denomination: 10000, count: 3, ...counted }],
  });
  await find({
    found_at: '2026-11-01T08:00',
    handed_in_at: '2026-11-01T08:20',
    found_place: '=溪心桥𠮷',
    items: item('手机'),
    remark: '_x0041_ 原样',
  });
  await find({
    found_at: '2026-11-09T08:00',
    handed_in_at: '2026-11-09T08:20',
    found_place: '丁家弄',
    items: item('手机'),
    secrecy: 'sensitive',
    cash_lines: [{ id: 'c', currency: 'cny', denomination: 10000, count: 1, ...counted }],
  });
  for (const each of more) await find(each);
  return desk;
}
