// 失物招领台账: the register of found items and what reports count.

import type { Expression } from '../../expression.ts';
import type { Measure, RegisterColumn } from '../../kind.ts';
import { words } from '../../words.ts';
import { nameAt } from './persons.ts';

const column = (zh: string, en: string, value: Expression): RegisterColumn => ({ label: words(zh, en), value });
const number = (zh: string, en: string, value: Expression): RegisterColumn => ({
  ...column(zh, en, value),
  align: 'right',
});
const perFinder = (show: Expression): Expression => ({ each: 'finders', show, with: '、' });
const perRelease = (show: Expression): Expression => ({ each: 'releases', show, with: '、' });
const byDelegate = { equals: ['is_delegate', true] } as const;

const collector: Expression = {
  join: [
    nameAt('recipient/'),
    {
      when: byDelegate,
      then: { join: [{ text: words('（委托', '(delegate ') }, { field: 'delegate/name' }, { text: words('）', ')') }] },
    },
  ],
};
const collectorIdNumber: Expression = {
  when: byDelegate,
  then: { masked: { field: 'delegate/id_no' }, as: 'residentId' },
  else: { masked: { field: 'recipient/id_no' }, as: 'residentId' },
};

/** The columns of the official form, after 序号. */
export const foundItemRegister: readonly RegisterColumn[] = [
  column('编号', 'Number', { record: 'number' }),
  column('拾得时间', 'Found at', { field: 'found_at' }),
  column('拾得地点', 'Place found', { field: 'found_place' }),
  column('物品名称及特征', 'Things and features', {
    each: 'items',
    show: { join: [{ field: 'name' }, { field: 'colour' }, { field: 'brand' }, { field: 'features' }], with: ' ' },
    with: '；',
  }),
  number('数量', 'Quantity', { each: 'items', show: { join: [{ field: 'quantity' }, { field: 'unit' }] }, with: '；' }),
  { ...number('现金(元)', 'Cash (yuan)', { field: 'cash_total_fen' }), total: true },
  column(
    '拾得人',
    'Finder',
    perFinder({ when: { equals: ['anonymous', true] }, then: { text: words('匿名', 'Anonymous') }, else: nameAt('') }),
  ),
  column('联系电话', 'Phone', perFinder({ field: 'phone' })),
  column('送交时间', 'Handed in at', { field: 'handed_in_at' }),
  column('接收人', 'Received by', { join: [{ field: 'receiver' }, { field: 'co_receiver' }], with: '、' }),
  column('保管位置', 'Where kept', { field: 'custody_place' }),
  column('公告日期', 'Notice of', { field: 'notice/published_at' }),
  column('到期日', 'Ends on', { field: 'notice/ends_on' }),
  column('权利人', 'Owner', nameAt('owner/')),
  column('联系时间', 'Contacted at', { each: 'contacts', show: { field: 'at' }, with: '、' }),
  column('领取人(委托人)', 'Collected by (delegate)', perRelease(collector)),
  column('证件号(掩码)', 'Document number (masked)', perRelease(collectorIdNumber)),
  column('领取时间', 'Collected at', perRelease({ field: 'released_at' })),
  column(
    '发还经办人',
    'Handed over by',
    perRelease({ join: [{ field: 'officer_1' }, { field: 'officer_2' }], with: '、' }),
  ),
  column('处理结果', 'Result', { join: [{ record: 'status' }, { field: 'disposal/way' }], with: ' ' }),
  column('备注', 'Remark', { field: 'remark' }),
];

const pieces = words('件', 'items');

/** Every amount counts on the day it came or went, so that a month's report shows the month's own work. */
export const foundItemMeasures: readonly Measure[] = [
  { key: 'accepted', label: words('受理', 'Taken in'), unit: pieces, value: 'records', at: 'handed_in_at' },
  {
    key: 'things',
    label: words('受理物品', 'Things taken in'),
    unit: pieces,
    value: { count: 'items' },
    at: 'handed_in_at',
  },
  {
    key: 'returned',
    label: words('发还', 'Given back'),
    unit: pieces,
    value: 'records',
    where: { inState: ['returned'] },
    at: 'releases/released_at',
  },
  {
    key: 'left',
    label: words('离库', 'No longer kept'),
    unit: pieces,
    value: 'records',
    where: { inState: ['returned', 'transferred', 'disposed', 'sold_in_advance'] },
    at: 'status_since',
  },
  {
    key: 'expired',
    label: words('到期', 'Expired'),
    unit: pieces,
    value: 'records',
    where: { inState: ['expired', 'disposed'] },
    at: 'notice/ends_on',
  },
  {
    key: 'transferred',
    label: words('移交', 'Passed on'),
    unit: pieces,
    value: 'records',
    where: { inState: ['transferred'] },
    at: 'transfer/at',
  },
  {
    key: 'cash',
    label: words('受理现金', 'Cash taken in'),
    unit: words('分', 'fen'),
    value: { field: 'cash_total_fen' },
    at: 'handed_in_at',
  },
  {
    key: 'cash_returned',
    label: words('发还现金', 'Cash given back'),
    unit: words('分', 'fen'),
    each: 'releases',
    value: { field: 'cash_fen' },
    at: 'released_at',
  },
  {
    key: 'minutes_to_return',
    label: words('通知至领取用时', 'Minutes from call to hand-over'),
    unit: words('分钟', 'minutes'),
    each: 'releases',
    value: { field: 'minutes_to_handover' },
    at: 'released_at',
  },
];
