// 报失登记: what somebody says they lost, compared with what was found; a person decides whether it is the same.

import { defineKind } from '../define-kind.ts';
import type { Expression } from '../expression.ts';
import type { Fields } from '../field.ts';
import { dateTime, list, longText, record, text } from '../field-builders.ts';
import { words } from '../words.ts';
import type { Transition } from '../workflow.ts';
import { lostReportPapers } from './papers/lost-report-papers.ts';
import { anyOfficer, clockOrOfficer, guard } from './parts/guards.ts';
import { itemLine } from './parts/item-line.ts';
import { nameAt, namedPerson } from './parts/persons.ts';

const fields: Fields = {
  owner: namedPerson('失主', 'Owner'),
  reported_at: dateTime('报失时间', 'Reported at', {
    required: true,
    notFuture: true,
    prefill: 'now',
    alsoCalled: ['报案时间', '登记时间', '登记日期', '报失日期', '来电时间'],
  }),
  lost_from: dateTime('丢失时间起', 'Lost after', {
    alsoCalled: ['丢失时间', '遗失时间', '丢失日期', '遗失日期'],
    notFuture: true,
    hint: words('不清楚时留空', 'Leave empty when not known'),
  }),
  lost_to: dateTime('丢失时间止', 'Lost before', { notFuture: true, notBefore: 'lost_from' }),
  place: text('丢失地点', 'Place', {
    required: true,
    maxLength: 200,
    search: 'name',
    alsoCalled: ['遗失地点', '地点', '失落地点'],
  }),
  items: list('物品', 'Things', ['物品', 'Thing'], itemLine, { required: true, min: 1, max: 100 }),
  circumstances: longText('丢失经过', 'How it was lost', { maxLength: 2000, search: 'text', sensitivity: 'internal' }),
  reward_text: text('悬赏承诺', 'Promise of a reward', {
    maxLength: 300,
    hint: words('仅限失主自己的承诺', "Only the owner's own promise"),
  }),
  found_item: record('对应拾得物', 'Found item', ['found_item']),
};

const transitions: readonly Transition[] = [
  {
    key: 'match',
    label: words('确认匹配', 'Confirm the match'),
    from: ['waiting'],
    to: 'matched',
    by: anyOfficer,
    asks: ['found_item'],
    guards: [guard('found_item_named', '尚未选定对应的拾得物', 'No found item is chosen', { filled: 'found_item' })],
  },
  {
    key: 'unmatch',
    label: words('撤回匹配', 'Take the match back'),
    from: ['matched'],
    to: 'waiting',
    by: anyOfficer,
    asks: ['found_item'],
    guards: [
      guard('found_item_cleared', '请先清除对应的拾得物', 'Clear the found item first', {
        not: { filled: 'found_item' },
      }),
    ],
    needsReason: true,
  },
  {
    key: 'recover',
    label: words('已找回', 'Recovered'),
    from: ['matched'],
    to: 'recovered',
    by: clockOrOfficer,
    guards: [
      guard('found_item_returned', '对应的拾得物尚未发还', 'The found item has not been given back', {
        linkedDone: 'found_item',
      }),
    ],
  },
  {
    key: 'withdraw',
    label: words('撤销报失', 'Withdraw'),
    from: ['waiting', 'matched'],
    to: 'withdrawn',
    by: anyOfficer,
    guards: [],
    needsReason: true,
  },
];

const itemNames: Expression = { each: 'items', show: { field: 'name' }, with: '、' };
const reports = words('件', 'reports');

export const lostReport = defineKind({
  key: 'lost_report',
  version: 1,
  label: words('报失登记', 'Lost reports'),
  description: words('群众报失，与本台拾得物比对', 'What people report lost, compared with what was found'),
  numberWord: '失',
  desks: ['police', 'community'],
  sections: [
    { key: 'owner', label: words('失主', 'Owner'), fields: ['owner', 'reported_at'] },
    {
      key: 'loss',
      label: words('丢失情况', 'The loss'),
      fields: ['lost_from', 'lost_to', 'place', 'items', 'circumstances', 'reward_text'],
    },
    { key: 'match', label: words('比对', 'Match'), fields: ['found_item'] },
  ],
  fields,
  title: { join: [itemNames, { field: 'place' }], with: ' · ' },
  occurredAt: 'reported_at',
  states: {
    waiting: { label: words('待匹配', 'Waiting for a match'), stage: 'waiting' },
    matched: { label: words('已匹配', 'Matched'), stage: 'open' },
    recovered: { label: words('已找回', 'Recovered'), stage: 'done' },
    withdrawn: { label: words('撤销', 'Withdrawn'), stage: 'done' },
  },
  initialState: 'waiting',
  transitions,
  invariants: [],
  deadlines: [],
  attachmentRoles: {
    photo: words('物品照片', 'Photo of the thing'),
    purchase_proof: words('购买凭证', 'Proof of purchase'),
    signed_report: words('签字的登记表', 'Signed form'),
    other: words('其他材料', 'Other papers'),
  },
  documents: lostReportPapers,
  register: [
    { label: words('编号', 'Number'), value: { record: 'number' } },
    { label: words('报失时间', 'Reported at'), value: { field: 'reported_at' } },
    { label: words('失主', 'Owner'), value: nameAt('owner/') },
    { label: words('联系电话', 'Phone'), value: { field: 'owner/phone' } },
    {
      label: words('丢失时间', 'Lost between'),
      value: { join: [{ field: 'lost_from' }, { field: 'lost_to' }], with: ' 至 ' },
    },
    { label: words('丢失地点', 'Place'), value: { field: 'place' } },
    {
      label: words('物品及特征', 'Things and features'),
      value: {
        each: 'items',
        show: { join: [{ field: 'name' }, { field: 'colour' }, { field: 'brand' }, { field: 'features' }], with: ' ' },
        with: '；',
      },
    },
    { label: words('对应拾得物', 'Found item'), value: { field: 'found_item' } },
    { label: words('状态', 'State'), value: { record: 'status' } },
    { label: words('经办人', 'Handler'), value: { field: 'handler' } },
    { label: words('备注', 'Remark'), value: { field: 'remark' } },
  ],
  measures: [
    { key: 'reported', label: words('报失', 'Reported'), unit: reports, value: 'records' },
    {
      key: 'recovered',
      label: words('找回', 'Recovered'),
      unit: reports,
      value: 'records',
      where: { inState: ['recovered'] },
      at: 'status_since',
    },
  ],
  list: {
    columns: ['number', 'status', 'reported_at', 'owner/name', 'items/name', 'place'],
    filters: ['items/category', 'items/colour', 'handler'],
  },
  matching: {
    with: 'found_item',
    compare: [
      { mine: 'items/category', theirs: 'items/category', weight: 30, as: 'same' },
      { mine: 'items/colour', theirs: 'items/colour', weight: 15, as: 'same' },
      { mine: 'items/brand', theirs: 'items/brand', weight: 15, as: 'similarText' },
      { mine: 'items/name', theirs: 'items/name', weight: 10, as: 'similarText' },
      { mine: 'place', theirs: 'found_place', weight: 15, as: 'similarText' },
      { mine: 'lost_from', theirs: 'found_at', weight: 15, as: 'time' },
    ],
    states: ['registered', 'in_custody', 'notice_running', 'expired'],
  },
  secondPerson: ['status', 'owner', 'found_item'],
  retention: { years: 3, from: words('找回或撤销之日起（建议值）', 'From recovery or withdrawal (a proposal)') },
});
