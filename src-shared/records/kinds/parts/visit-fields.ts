// What is written down of a home visit: whom it met, how things stand, what they asked for and what became of it.

import { signatureFields } from '../../common-fields.ts';
import type { Condition } from '../../condition.ts';
import type { Fields } from '../../field.ts';
import {
  choice,
  choices,
  date,
  dateTime,
  group,
  integer,
  list,
  longText,
  officer,
  record,
  text,
  yesNo,
} from '../../field-builders.ts';
import { personEntry } from './persons.ts';

const took: Condition = { inState: ['done', 'demands_open', 'fed_back', 'archived'] };
const notMet: Condition = { inState: ['not_met'] };

export const visitFields: Fields = {
  planned_on: date('计划日期', 'Planned for', {
    required: { not: { filled: 'visited_at' } },
  }),
  visited_at: dateTime('走访时间', 'Visited at', {
    required: took,
    notFuture: true,
    alsoCalled: ['走访日期', '入户时间', '入户日期', '家访时间'],
  }),
  ended_at: dateTime('结束时间', 'Ended at', { notFuture: true, notBefore: 'visited_at' }),
  visitors: list(
    '走访人',
    'Visitors',
    ['走访人', 'Visitor'],
    {
      officer: officer('本单位人员', 'Of this desk', { required: { not: { filled: 'name' } }, prefill: 'me' }),
      name: text('其他人员', 'Somebody else', { maxLength: 50, search: 'name' }),
      organisation: text('所属单位', 'Organisation', { maxLength: 100 }),
    },
    { required: true, min: 1, max: 20 },
  ),
  household: record('走访户', 'Household', ['household']),
  address: text('走访地址', 'Address', {
    alsoCalled: ['住址', '地址', '家庭住址', '入户地址'],
    maxLength: 200,
    search: 'name',
    mask: 'address',
    sensitivity: 'internal',
    required: { not: { filled: 'household' } },
  }),
  persons_met: list(
    '受访人',
    'People met',
    ['受访人', 'Person'],
    personEntry({
      relation: choice('与户主关系', 'Relation to the head', 'relation_to_head'),
    }),
    { max: 30 },
  ),
  not_met_reason: choice('未遇原因', 'Why nobody was met', 'not_met_reason', { required: notMet }),
  purpose: choices('走访目的', 'Purpose', 'visit_purpose', { required: true }),
};

export const findingFields: Fields = {
  summary: longText('基本情况', 'How things stand', {
    alsoCalled: ['家庭情况', '家庭情况摘要', '走访情况', '了解情况'],
    required: took,
    maxLength: 4000,
    sensitivity: 'sensitive',
  }),
  on_spot: longText('现场办结', 'Settled on the spot', { maxLength: 2000, search: 'text', sensitivity: 'internal' }),
  materials: list(
    '发放资料物品',
    'Materials left',
    ['资料', 'Material'],
    {
      name: text('名称', 'Name', { required: true, maxLength: 100 }),
      quantity: integer('数量', 'Quantity', { min: 1 }),
    },
    { max: 50 },
  ),
};

/** A demand is closed by a record that is done, or by an explanation given to the resident. */
export const demandFields: Fields = {
  demands: list(
    '诉求问题',
    'Demands',
    ['诉求', 'Demand'],
    {
      text: text('诉求内容', 'What was asked for', {
        required: true,
        maxLength: 300,
        search: 'text',
        sensitivity: 'internal',
      }),
      category: choice('类别', 'Category', 'demand_category', { required: true }),
      urgent: yesNo('紧急', 'Urgent'),
      place: text('涉及地点', 'Place concerned', { maxLength: 200, search: 'name' }),
      handling: choice('处理方式', 'Handled by', 'demand_handling'),
      referred_to: text('转办单位', 'Referred to', {
        maxLength: 100,
        search: 'text',
        required: { equals: ['handling', 'referred'] },
      }),
      referred_at: dateTime('转办时间', 'Referred at', { notFuture: true, notBefore: '/visited_at' }),
      responsible: officer('责任人', 'Responsible', { prefill: 'me' }),
      due_at: dateTime('办结时限', 'Due'),
      measures: longText('办理措施', 'What was done', { maxLength: 2000, sensitivity: 'internal' }),
      done_at: dateTime('办结时间', 'Done at', { notFuture: true, notBefore: '/visited_at' }),
      explanation: longText('解释说明', 'Explanation given', { maxLength: 2000, sensitivity: 'internal' }),
      task: record('待办事项', 'To-do', ['handbook_task']),
    },
    { max: 50 },
  ),
};

export const feedbackFields: Fields = {
  feedback: group('反馈', 'Feedback to the resident', {
    at: dateTime('反馈时间', 'At', { notFuture: true, notBefore: '/visited_at' }),
    to: text('反馈对象', 'To whom', { maxLength: 50, search: 'name', mask: 'name', sensitivity: 'internal' }),
    way: choice('反馈方式', 'Way', 'contact_way'),
    by: officer('反馈人', 'By', { prefill: 'me' }),
    text: longText('反馈情况', 'What was said', { maxLength: 2000, sensitivity: 'internal' }),
  }),
  satisfaction: choice('满意度', 'Satisfaction', 'satisfaction'),
  signature: group('居民签名', 'Signature of the resident', signatureFields),
  next_visit_on: date('下次走访', 'Next visit'),
};
