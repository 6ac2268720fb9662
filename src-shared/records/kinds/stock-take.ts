// 盘点: one shelf, box or room counted against the records. Every label that was seen is an entry of its own, so that two
// people can count the same shelf at two desks; what came of it is written when the counting ends.

import { defineKind } from '../define-kind.ts';
import type { Expression } from '../expression.ts';
import type { Fields } from '../field.ts';
import { choice, dateTime, integer, list, longText, officer, text, yesNo } from '../field-builders.ts';
import { words } from '../words.ts';
import { stockTakePapers } from './papers/stock-take-papers.ts';
import { clockOnly, notTheSameGuard } from './parts/custody-sheets.ts';
import { voidState, voidStep } from './parts/guards.ts';

const lines = (...results: readonly string[]): Expression => ({
  count: 'lines',
  where: { oneOf: ['result', results] },
});

const headFields: Fields = {
  place: text('盘点位置', 'Place', { maxLength: 100, search: 'text', sensitivity: 'internal' }),
  everything: yesNo('全部位置', 'Everything the desk keeps'),
  counted_by: officer('盘点人', 'Counted by', { required: true, prefill: 'me' }),
  witness: officer('监盘人', 'Witness'),
  started_at: dateTime('开始时间', 'Begun at', { required: true }),
  finished_at: dateTime('结束时间', 'Ended at'),
};

const resultFields: Fields = {
  expected: integer('账面件数', 'Pieces recorded', { derived: lines('found', 'missing') }),
  found: integer('相符', 'Found', { derived: lines('found') }),
  missing: integer('未见', 'Missing', { derived: lines('missing') }),
  misplaced: integer('错放', 'At the wrong place', { derived: lines('misplaced') }),
  unexpected: integer('账外', 'Not held any more', { derived: lines('unexpected') }),
  unknown: integer('查无记录', 'Unknown', { derived: lines('unknown') }),
  hidden: integer('不在本人可见范围的敏感记录', 'Restricted records this person may not see', { min: 0 }),
  explanation: longText('差异说明', 'Explanation', { maxLength: 2000, sensitivity: 'internal' }),
};

const lineFields: Fields = {
  lines: list(
    '盘点结果',
    'Result',
    ['件', 'Piece'],
    {
      result: choice('结果', 'Result', 'stock_result', { required: true }),
      number: text('编号', 'Number', { maxLength: 100 }),
      name: text('名称', 'What it is', { maxLength: 300, sensitivity: 'internal' }),
      place: text('账面位置', 'Recorded at', { maxLength: 100, sensitivity: 'internal' }),
      seal: text('封签号', 'Seal number', { maxLength: 50, sensitivity: 'internal' }),
      seen_at: dateTime('扫描时间', 'Seen at'),
      code: text('标签', 'Label', { maxLength: 200, sensitivity: 'internal' }),
    },
    { max: 5_000 },
  ),
  scans: list(
    '扫描记录',
    'Labels seen',
    ['标签', 'Label'],
    {
      code: text('标签', 'Label', { required: true, maxLength: 200, sensitivity: 'internal' }),
      at: dateTime('时间', 'At', { required: true }),
      by: officer('扫描人', 'By', { required: true }),
    },
    { max: 5_000 },
  ),
};

const place: Expression = {
  when: { equals: ['everything', true] },
  then: { text: words('全部位置', 'Everything') },
  else: { field: 'place' },
};

export const stockTake = defineKind({
  key: 'stock_take',
  version: 1,
  label: words('保管盘点', 'Stock-takes'),
  description: words(
    '按位置逐件扫描标签，与保管记录核对，形成盘点差异表',
    'The labels at a place against the records of what is kept there, with a sheet of what differs',
  ),
  numberWord: '盘',
  desks: ['police', 'community'],
  sheet: 'stockTake',
  sections: [
    { key: 'head', label: words('盘点', 'Stock-take'), fields: Object.keys(headFields) },
    { key: 'result', label: words('结果', 'Result'), fields: Object.keys(resultFields) },
    { key: 'lines', label: words('明细', 'Pieces'), fields: Object.keys(lineFields) },
  ],
  fields: { ...headFields, ...resultFields, ...lineFields },
  title: { join: [place, { day: 'started_at' }], with: ' · ' },
  occurredAt: 'started_at',
  states: {
    counting: { label: words('盘点中', 'Counting'), stage: 'open' },
    finished: { label: words('已完成', 'Finished'), stage: 'done' },
    void: voidState,
  },
  initialState: 'counting',
  transitions: [
    {
      key: 'finish',
      label: words('结束盘点', 'Finish'),
      from: ['counting'],
      to: 'finished',
      by: clockOnly,
      guards: [{ key: 'ended', says: words('尚未结束盘点', 'The counting goes on'), when: { filled: 'finished_at' } }],
    },
    voidStep(['counting', 'finished']),
  ],
  invariants: [
    notTheSameGuard(
      'witness_is_another',
      '监盘人须是另一人',
      'The witness must be another person',
      'counted_by',
      'witness',
    ),
  ],
  deadlines: [],
  attachmentRoles: {
    signed_sheet: words('签字的盘点差异表', 'Signed sheet'),
    other: words('其他材料', 'Other papers'),
  },
  documents: stockTakePapers,
  register: [
    { label: words('盘点时间', 'Date'), value: { field: 'started_at' } },
    { label: words('编号', 'Number'), value: { field: 'number' } },
    { label: words('位置', 'Place'), value: place },
    { label: words('盘点人', 'Counted by'), value: { field: 'counted_by' } },
    { label: words('监盘人', 'Witness'), value: { field: 'witness' } },
    { label: words('账面件数', 'Recorded'), value: { field: 'expected' }, align: 'right', total: true },
    { label: words('相符', 'Found'), value: { field: 'found' }, align: 'right', total: true },
    { label: words('未见', 'Missing'), value: { field: 'missing' }, align: 'right', total: true },
    { label: words('错放', 'Wrong place'), value: { field: 'misplaced' }, align: 'right', total: true },
    { label: words('账外', 'Not held'), value: { field: 'unexpected' }, align: 'right', total: true },
    { label: words('差异说明', 'Explanation'), value: { field: 'explanation' } },
  ],
  measures: [],
  list: {
    columns: ['number', 'status', 'started_at', 'place', 'counted_by', 'missing', 'misplaced', 'unexpected'],
    filters: ['counted_by'],
  },
  secondPerson: ['status'],
  retention: { years: 3, from: words('盘点之日起（建议值）', 'From the stock-take (a proposal)') },
});
