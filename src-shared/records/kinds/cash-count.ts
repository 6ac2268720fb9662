// 现金盘点: the cash in custody counted note by note and coin by coin against the records, by two people.

import { defineKind } from '../define-kind.ts';
import type { Fields } from '../field.ts';
import { dateTime, integer, list, longText, money, officer, text, yesNo } from '../field-builders.ts';
import { words } from '../words.ts';
import { cashCountPapers } from './papers/cash-count-papers.ts';
import { clockOnly, notTheSameGuard } from './parts/custody-sheets.ts';
import { guard, voidState, voidStep } from './parts/guards.ts';

/** Less than any desk keeps: a difference may be below zero. */
const lowest = -1_000_000_000_000;

const headFields: Fields = {
  place: text('存放位置', 'Place', { maxLength: 100, search: 'text', sensitivity: 'internal' }),
  everything: yesNo('全部现金', 'All cash'),
  counted_by: officer('清点人', 'Counted by', { required: true, prefill: 'me' }),
  witness: officer('复点人', 'Counted again by', { required: true }),
  counted_at: dateTime('清点时间', 'Counted at', { required: true }),
  confirmed_at: dateTime('复点确认时间', 'Confirmed at'),
};

const sumFields: Fields = {
  expected_fen: money('账面金额', 'Recorded', { required: true, sensitivity: 'internal' }),
  open_fen: money('其中面额待核', 'Of it with open denominations', {
    sensitivity: 'internal',
    hint: words('部分发还后，账面不知剩余面额', 'After a part was given back nobody knows which notes are left'),
  }),
  counted_fen: money('实点金额', 'Counted', { required: true, sensitivity: 'internal' }),
  difference_fen: money('差额（实点减账面）', 'Difference (counted less recorded)', {
    required: true,
    min: lowest,
    sensitivity: 'internal',
  }),
  explanation: longText('差异说明', 'Explanation', {
    maxLength: 2000,
    sensitivity: 'internal',
    required: { not: { equals: ['difference_fen', 0] } },
  }),
};

const lineFields: Fields = {
  lines: list(
    '按面额清点',
    'By denomination',
    ['面额', 'Denomination'],
    {
      denomination: money('面额', 'Denomination', { required: true, min: 1, sensitivity: 'internal' }),
      expected: integer('账面张(枚)数', 'Recorded', { required: true, min: 0, sensitivity: 'internal' }),
      counted: integer('实点张(枚)数', 'Counted', { required: true, min: 0, sensitivity: 'internal' }),
      amount: money('实点金额', 'Amount', {
        derived: { product: ['denomination', 'counted'] },
        sensitivity: 'internal',
      }),
    },
    { max: 50 },
  ),
  sources: list(
    '账面来源',
    'Records it stands on',
    ['记录', 'Record'],
    {
      number: text('编号', 'Number', { required: true, maxLength: 100 }),
      place: text('位置', 'Place', { maxLength: 100, sensitivity: 'internal' }),
      fen: money('现金', 'Cash', { required: true, sensitivity: 'internal' }),
    },
    { max: 2_000 },
  ),
};

export const cashCount = defineKind({
  key: 'cash_count',
  version: 1,
  label: words('现金盘点', 'Cash counts'),
  description: words(
    '保管现金按面额逐张清点，与账面核对，差异说明原因，由另一人复点确认',
    'Cash in custody counted by denomination against the records, confirmed by a second person',
  ),
  numberWord: '点',
  desks: ['police', 'community'],
  sheet: 'cashCount',
  sections: [
    { key: 'head', label: words('清点', 'Count'), fields: Object.keys(headFields) },
    { key: 'sums', label: words('结果', 'Result'), fields: Object.keys(sumFields) },
    { key: 'lines', label: words('明细', 'Lines'), fields: Object.keys(lineFields) },
  ],
  fields: { ...headFields, ...sumFields, ...lineFields },
  title: {
    join: [
      {
        when: { equals: ['everything', true] },
        then: { text: words('全部现金', 'All cash') },
        else: { field: 'place' },
      },
      { day: 'counted_at' },
    ],
    with: ' · ',
  },
  occurredAt: 'counted_at',
  states: {
    counted: { label: words('待复点', 'To be confirmed'), stage: 'open' },
    confirmed: { label: words('已复点', 'Confirmed'), stage: 'done' },
    void: voidState,
  },
  initialState: 'counted',
  transitions: [
    {
      key: 'confirm',
      label: words('复点确认', 'Confirm'),
      from: ['counted'],
      to: 'confirmed',
      by: clockOnly,
      guards: [
        guard('confirmed', '复点人尚未确认', 'The second person has not confirmed', {
          all: [{ filled: 'confirmed_at' }, { different: ['counted_by', 'witness'] }],
        }),
      ],
    },
    voidStep(['counted', 'confirmed']),
  ],
  invariants: [
    notTheSameGuard('two_counters', '复点人须是另一人', 'Another person must count again', 'counted_by', 'witness'),
  ],
  deadlines: [],
  attachmentRoles: {
    signed_sheet: words('签字的盘点表', 'Signed sheet'),
    other: words('其他材料', 'Other papers'),
  },
  documents: cashCountPapers,
  register: [
    { label: words('清点时间', 'Date'), value: { field: 'counted_at' } },
    { label: words('编号', 'Number'), value: { field: 'number' } },
    { label: words('清点人', 'Counted by'), value: { field: 'counted_by' } },
    { label: words('复点人', 'Confirmed by'), value: { field: 'witness' } },
    { label: words('账面金额(元)', 'Recorded'), value: { field: 'expected_fen' }, align: 'right' },
    { label: words('实点金额(元)', 'Counted'), value: { field: 'counted_fen' }, align: 'right' },
    { label: words('差额(元)', 'Difference'), value: { field: 'difference_fen' }, align: 'right' },
    { label: words('差异说明', 'Explanation'), value: { field: 'explanation' } },
  ],
  measures: [],
  list: { columns: ['number', 'status', 'counted_at', 'expected_fen', 'counted_fen', 'difference_fen'], filters: [] },
  secondPerson: ['status'],
  retention: { years: 3, from: words('清点之日起（建议值）', 'From the count (a proposal)') },
});
