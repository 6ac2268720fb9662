// What a request on personal data holds: who asks for what, which records it concerns, what came of it.

import { person } from '../../common-fields.ts';
import type { Condition } from '../../condition.ts';
import type { Fields } from '../../field.ts';
import { choice, date, dateTime, integer, list, longText, officer, record, text } from '../../field-builders.ts';
import { words } from '../../words.ts';

/** Kinds whose records a request may concern. */
const anyKind = ['found_item', 'lost_report', 'rescue', 'household', 'visit', 'handbook_task'] as const;

export const isAsked: Condition = { oneOf: ['ground', ['person', 'relative']] };
export const isErasure: Condition = { equals: ['request_kind', 'erasure'] };
const inErasure: Condition = { equals: ['/request_kind', 'erasure'] };
const isCleared: Condition = { filled: 'cleared_at' };
const inCorrection: Condition = { equals: ['/request_kind', 'correction'] };

export const applicationFields: Fields = {
  requested_at: dateTime('申请时间', 'Requested at', { required: true, notFuture: true, prefill: 'now' }),
  request_kind: choice('申请事项', 'Asked for', 'personal_request_kind', { required: true }),
  ground: choice('来由', 'Ground', 'request_ground', { required: true }),
  applicant: { ...person('申请人（信息主体）', 'Applicant (whose data it is)'), shown: isAsked },
  relative: text('近亲属姓名与关系', 'Name and kinship of the relative', {
    maxLength: 100,
    mask: 'name',
    sensitivity: 'internal',
    shown: { equals: ['ground', 'relative'] },
    required: { equals: ['ground', 'relative'] },
  }),
  identity_check: choice('身份核验方式', 'How identity was checked', 'request_identity', { shown: isAsked }),
  demand: longText('申请内容', 'What is asked', { maxLength: 2000, sensitivity: 'internal' }),
  due_on: date('答复期限', 'Answer due on', {
    hint: words('法律要求及时答复；按本单位规定的天数填写', 'The law asks for a timely answer; the unit sets the days'),
  }),
};

export const concernFields: Fields = {
  concerns: list(
    '涉及的记录',
    'Records concerned',
    ['记录', 'Record'],
    {
      record: record('记录', 'Record', anyKind, { required: true }),
      extent: choice('清除范围', 'What goes', 'erasure_extent', { shown: inErasure, required: inErasure }),
      was: text('原内容', 'As it was', { maxLength: 500, sensitivity: 'sensitive', shown: inCorrection }),
      asked: text('申请改为', 'Asked to be', { maxLength: 500, sensitivity: 'sensitive', shown: inCorrection }),
      outcome: choice('更正结果', 'Outcome', 'correction_result', { shown: inCorrection }),
      note: text('说明', 'Note', { maxLength: 500 }),
      cleared_at: dateTime('清除时间', 'Erased at', { shown: isCleared }),
      cleared_changes: integer('清除的更改数', 'Changes erased', { min: 0, shown: isCleared }),
      cleared_files: integer('清除的附件数', 'Files erased', { min: 0, shown: isCleared }),
      proof: text('清除凭证', 'Proof', { maxLength: 64, shown: isCleared }),
    },
    { max: 500 },
  ),
};

export const replyFields: Fields = {
  proposed_by: officer('提出清除人', 'Proposed by', {
    shown: { all: [isErasure, { inState: ['verified', 'proposed', 'cleared', 'replied'] }] },
  }),
  approved_by: officer('核准清除人', 'Approved by', {
    shown: { all: [isErasure, { inState: ['proposed', 'cleared', 'replied'] }] },
  }),
  result: longText('办理结果', 'Outcome', { maxLength: 2000 }),
  refusal_reason: longText('不予办理的理由', 'Reasons for refusal', { maxLength: 2000 }),
  replied_at: dateTime('答复时间', 'Answered at', { notFuture: true }),
  reply_way: choice('答复方式', 'Answered how', 'request_reply_way'),
};
