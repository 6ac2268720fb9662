// A kind that exists only in tests and has one of everything: nested lists, money, computed fields, persons, clocks.

import { personFields } from '../../src-shared/records/common-fields.ts';
import { defineKind } from '../../src-shared/records/define-kind.ts';
import {
  choice,
  choices,
  date,
  dateTime,
  group,
  integer,
  list,
  longText,
  money,
  officer,
  record,
  text,
  yesNo,
} from '../../src-shared/records/field-builders.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { words } from '../../src-shared/records/words.ts';

const things = list('物件', 'Things', ['物件', 'Thing'], {
  name: text('名称', 'Name', { required: true, maxLength: 20, search: 'text' }),
  quantity: integer('数量', 'Quantity', { required: true, min: 1, max: 1000 }),
  price: money('单价', 'Price'),
  worth: money('价值', 'Worth', { derived: { product: ['quantity', 'price'] } }),
  serial: text('序列号', 'Serial number', { search: 'tail', mask: 'tail', sensitivity: 'sensitive' }),
});

const handouts = list('发放', 'Hand-outs', ['发放', 'Hand-out'], {
  at: dateTime('发放时间', 'Handed out at', { notFuture: true, notBefore: '/received_at' }),
  lines: list('明细', 'Lines', ['明细', 'Line'], {
    line: text('物件', 'Thing', { required: true, entryOf: ['things'] }),
    amount: integer('数量', 'Amount', { required: true, min: 1 }),
  }),
});

export const parcelDeclaration: Kind = {
  key: 'parcel',
  version: 1,
  label: words('包裹', 'Parcel'),
  description: words('代收代管的包裹', 'Parcels kept for residents'),
  numberWord: '包',
  desks: ['police', 'community'],
  sections: [
    {
      key: 'arrival',
      label: words('收件', 'Arrival'),
      fields: ['received_at', 'place', 'purpose', 'receiver', 'second_receiver', 'is_fragile', 'fragile_note'],
    },
    { key: 'content', label: words('内容', 'Content'), fields: ['things', 'total', 'handouts', 'case'] },
    { key: 'people', label: words('人员', 'People'), fields: ['owner', 'secret'] },
    { key: 'end', label: words('结果', 'End'), fields: ['keep_until', 'result'] },
  ],
  fields: {
    received_at: dateTime('收件时间', 'Received at', { required: true, notFuture: true }),
    place: text('收件地点', 'Place', { required: true, search: 'name' }),
    purpose: choices('用途', 'Purpose', 'contact_way'),
    receiver: officer('接收人', 'Receiver', { required: true }),
    second_receiver: officer('第二接收人', 'Second receiver'),
    is_fragile: yesNo('易碎', 'Fragile'),
    fragile_note: text('易碎说明', 'Fragile how', { required: true, shown: { equals: ['is_fragile', true] } }),
    things,
    total: money('总值', 'Total worth', { derived: { sum: 'things/worth' } }),
    handouts,
    case: record('关联案件', 'Case', ['parcel']),
    owner: group('收件人', 'Owner', {
      ...personFields,
      account: text('账号', 'Account', { check: 'bankCard', mask: 'card', sensitivity: 'sensitive', search: 'tail' }),
    }),
    secret: longText('暗记', 'Secret mark', { sensitivity: 'sensitive', search: 'text' }),
    keep_until: date('保管至', 'Kept until', { notBefore: 'received_at' }),
    result: choice('满意度', 'Satisfaction', 'satisfaction'),
  },
  title: { join: [{ field: 'place' }, { each: 'things', show: { field: 'name' } }], with: '：' },
  occurredAt: 'received_at',
  states: {
    received: { label: words('已收', 'Received'), stage: 'open', custody: true },
    handed_out: { label: words('已发', 'Handed out'), stage: 'done' },
    expired: { label: words('逾期', 'Expired'), stage: 'waiting', custody: true },
  },
  initialState: 'received',
  transitions: [
    {
      key: 'hand_out',
      label: words('发放', 'Hand out'),
      from: ['received', 'expired'],
      to: 'handed_out',
      by: ['recorder', 'head'],
      asks: ['handouts', 'result'],
      guards: [
        {
          key: 'all_out',
          says: words('尚有物件未发', 'Not everything is handed out'),
          when: {
            covered: {
              taken: 'handouts/lines',
              line: 'line',
              amount: 'amount',
              held: [{ list: 'things', amount: 'quantity' }],
            },
          },
        },
        { key: 'photo', says: words('缺少照片', 'There is no photo'), when: { attached: 'photo' } },
        {
          key: 'not_officer',
          says: words('收件人不得是本单位人员', 'The owner may not be an officer'),
          when: { notAnOfficer: 'owner' },
        },
      ],
    },
    {
      key: 'expire',
      label: words('期满', 'Expire'),
      from: ['received'],
      to: 'expired',
      by: ['system'],
      guards: [{ key: 'time_up', says: words('未到期', 'Not yet'), when: { passed: 'keeping' } }],
    },
    {
      key: 'take_back',
      label: words('退回保管', 'Take back'),
      from: ['handed_out'],
      to: 'received',
      by: ['head'],
      guards: [],
      needsReason: true,
    },
  ],
  invariants: [
    {
      key: 'within',
      says: words('发放多于保管', 'More is handed out than is kept'),
      when: {
        within: {
          taken: 'handouts/lines',
          line: 'line',
          amount: 'amount',
          held: [{ list: 'things', amount: 'quantity' }],
        },
      },
    },
    {
      key: 'two_people',
      says: words('两名接收人须不同', 'Two receivers must differ'),
      when: { any: [{ not: { filled: 'second_receiver' } }, { different: ['receiver', 'second_receiver'] }] },
    },
  ],
  deadlines: [
    {
      key: 'keeping',
      label: words('保管期满', 'Keeping ends'),
      from: 'received_at',
      rule: { days: 30, shiftFromHoliday: true },
      while: { inState: ['received'] },
      source: words('本所规定', 'House rule'),
      warnDays: 5,
    },
    {
      key: 'promised',
      label: words('约定日期', 'Promised day'),
      from: 'keep_until',
      while: { inState: ['received', 'expired'] },
      source: words('约定', 'Promise'),
    },
  ],
  attachmentRoles: { photo: words('照片', 'Photo') },
  documents: [
    {
      key: 'slip',
      label: words('凭单', 'Slip'),
      title: '包裹凭单',
      per: 'handouts',
      audience: 'party',
      blocks: [{ paragraph: { join: [{ text: words('总值', 'Worth') }, { inWords: { field: 'total' } }] } }],
    },
  ],
  register: [
    { label: words('编号', 'Number'), value: { record: 'number' } },
    { label: words('时间', 'Time'), value: { day: 'received_at' } },
    {
      label: words('物件', 'Things'),
      value: { each: 'things', show: { join: [{ field: 'name' }, { field: 'quantity' }], with: '×' } },
    },
    { label: words('总值(元)', 'Worth'), value: { field: 'total' }, align: 'right' },
    { label: words('收件人', 'Owner'), value: { masked: { field: 'owner/name' }, as: 'pressName' } },
  ],
  measures: [
    { key: 'worth', label: words('总值', 'Worth'), unit: words('元', 'yuan'), value: { sum: 'things/worth' } },
  ],
  list: { columns: ['number', 'place', 'status', 'owner/name'], filters: ['status', 'result'] },
  matching: {
    with: 'parcel',
    compare: [
      { mine: 'things/name', theirs: 'things/name', weight: 3, as: 'similarText' },
      { mine: 'things/price', theirs: 'things/price', weight: 1, as: 'same' },
      { mine: 'place', theirs: 'place', weight: 2, as: 'similarText' },
      { mine: 'received_at', theirs: 'received_at', weight: 2, as: 'time' },
    ],
    states: ['received'],
  },
  secondPerson: ['things/price', 'owner/id_no', 'status'],
  retention: { years: 5, from: words('发放之日', 'the day of handing out') },
};

export const parcel = defineKind(parcelDeclaration);

/** A whole, correct parcel, as a person would write it in JSON. */
export const parcelContent = {
  received_at: '2025-03-28T14:05',
  place: '荆山陈夜市',
  receiver: 'officer-1',
  second_receiver: 'officer-2',
  handler: 'officer-1',
  things: [
    { id: 'bag', name: '布袋', quantity: 2, price: 1050 },
    { id: 'box', name: '木盒', quantity: 1, price: 20_000 },
  ],
  owner: { name: '黎女士', id_type: 'resident_id', id_no: '11010119000101009X', phone: '13800138000' },
} as const;
