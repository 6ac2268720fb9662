// What the work handbook holds of one item: what, by when, who with whom, how far it is.

import type { Condition } from '../../condition.ts';
import type { Fields } from '../../field.ts';
import { choice, dateTime, group, integer, list, longText, officer, record, text } from '../../field-builders.ts';
import { words } from '../../words.ts';

const finished: Condition = { inState: ['done', 'verified'] };

export const taskFields: Fields = {
  title: text('工作事项', 'Item of work', {
    required: true,
    maxLength: 300,
    search: 'name',
    alsoCalled: ['工作内容', '工作任务', '事项', '事项名称', '任务', '任务名称', 'Task'],
  }),
  listed_at: dateTime('登记时间', 'Listed at', {
    required: true,
    notFuture: true,
    prefill: 'now',
    alsoCalled: ['登记日期', '交办时间', '交办日期', '布置时间', '受领时间'],
  }),
  due_at: dateTime('最终办结时限', 'Final deadline', {
    required: true,
    notBefore: 'listed_at',
    alsoCalled: ['办结时限', '办理时限', '完成时限', '截止时间', '截止日期', '要求完成时间', '时限', 'Due'],
  }),
  owner: officer('责任人', 'Owner', {
    required: true,
    prefill: 'me',
    alsoCalled: ['负责人', '承办人', '经办责任人', '具体责任人'],
  }),
  helpers: list(
    '协办人',
    'Helpers',
    ['协办人', 'Helper'],
    {
      officer: officer('本单位人员', 'Of this desk', { required: { not: { filled: 'name' } } }),
      name: text('其他人员', 'Somebody else', { maxLength: 50, search: 'name' }),
    },
    { max: 30 },
  ),
  priority: choice('紧急程度', 'Priority', 'priority'),
  orgs: list(
    '涉及部门',
    'Departments involved',
    ['部门', 'Department'],
    {
      name: text('部门或单位', 'Department', { required: true, maxLength: 100, search: 'text' }),
      kind: choice('单位性质', 'Kind', 'organisation_kind'),
      contact: text('联系人', 'Contact', { maxLength: 50, sensitivity: 'internal' }),
      phone: text('电话', 'Phone', { maxLength: 40, check: 'phone', mask: 'phone', sensitivity: 'internal' }),
    },
    { max: 30 },
  ),
  points: longText('注意要点', 'Points to watch', { maxLength: 2000, search: 'text' }),
  origin: choice('事项来源', 'Where it comes from', 'task_origin'),
  origin_record: record('来源记录', 'Source record', ['visit', 'rescue', 'found_item', 'household']),
  origin_document: text('来源文件', 'Source document', {
    maxLength: 200,
    shown: { equals: ['origin', 'superior_document'] },
  }),
  reminders: list(
    '提醒时间',
    'Reminders',
    ['提醒', 'Reminder'],
    { at: dateTime('提醒时间', 'Remind at', { required: true }) },
    { max: 20 },
  ),
};

export const progressFields: Fields = {
  progress: list(
    '工作进度',
    'Progress',
    ['进度', 'Progress'],
    {
      at: dateTime('时间', 'At', { required: true, notFuture: true, prefill: 'now' }),
      by: officer('填写人', 'By', { required: true, prefill: 'me' }),
      text: longText('进展', 'What was done', { required: true, maxLength: 2000, search: 'text' }),
      percent: integer('完成比例(%)', 'Done (%)', { min: 0, max: 100 }),
    },
    { max: 500 },
  ),
  waiting_for: group('待他人', 'Waiting for', {
    whom: text('等待对象', 'Whom', { maxLength: 100 }),
    since: dateTime('开始等待', 'Since', { notFuture: true }),
    what: text('等待事项', 'What for', { maxLength: 300 }),
  }),
  postponements: list(
    '延期',
    'Postponements',
    ['延期', 'Postponement'],
    {
      old_due_at: dateTime('原时限', 'Old deadline', { required: true }),
      new_due_at: dateTime('新时限', 'New deadline', { required: true, notBefore: 'old_due_at' }),
      approver: officer('批准人', 'Approved by', { required: true, prefill: 'me' }),
      reason: text('延期原因', 'Reason', { required: true, maxLength: 500 }),
      at: dateTime('批准时间', 'Approved at', { notFuture: true, prefill: 'now' }),
    },
    { max: 50 },
  ),
  delegated_from: officer('原责任人', 'Owner before'),
  handover_notes: list(
    '交接',
    'Hand-over notes',
    ['交接', 'Hand-over note'],
    {
      at: dateTime('交接时间', 'At', { required: true, notFuture: true, prefill: 'now' }),
      from: officer('交出人', 'From', { required: true, prefill: 'me' }),
      to: officer('接手人', 'To', { required: true }),
      note: longText('交接说明', 'Note', { required: true, maxLength: 2000 }),
    },
    { max: 50 },
  ),
};

export const resultFields: Fields = {
  done_at: dateTime('办结时间', 'Done at', { required: finished, notFuture: true, notBefore: 'listed_at' }),
  result: longText('办理结果', 'Result', { required: finished, maxLength: 4000, search: 'text' }),
  late_reason: text('逾期原因', 'Why it was late', {
    maxLength: 500,
    hint: words('办结晚于时限的须填写', 'Needed when it was done after the deadline'),
  }),
  verified_by: officer('核验人', 'Verified by', { required: { inState: ['verified'] } }),
  verified_at: dateTime('核验时间', 'Verified at', { notFuture: true, notBefore: 'done_at' }),
  verification: longText('核验意见', 'Verifier’s opinion', { maxLength: 1000 }),
};
