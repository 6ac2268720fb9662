// 个人信息申请: what a person asks about their own data (个人信息保护法 arts. 45–50), and data whose time is over, from the
// request to the written answer. Erasing takes two people: one proposes, another approves, and the approval carries it out.

import { defineKind } from '../define-kind.ts';
import { words } from '../words.ts';
import { personalRequestPapers } from './papers/personal-request-papers.ts';
import { applicationFields, concernFields, replyFields } from './parts/personal-request-fields.ts';
import {
  requestDeadlines,
  requestInvariants,
  requestStates,
  requestTransitions,
} from './parts/personal-request-workflow.ts';
import { nameAt } from './parts/persons.ts';

const requests = words('件', 'requests');

export const personalRequest = defineKind({
  key: 'personal_request',
  version: 1,
  label: words('个人信息申请', 'Privacy requests'),
  description: words(
    '查阅复制、更正、清除个人信息的申请与答复，保存期限届满的清理',
    'Access, correction and erasure of personal data, and data whose time is over',
  ),
  numberWord: '申',
  standsLast: true,
  desks: ['police', 'community'],
  sections: [
    { key: 'application', label: words('申请', 'The request'), fields: Object.keys(applicationFields) },
    { key: 'concern', label: words('涉及的记录', 'Records concerned'), fields: Object.keys(concernFields) },
    { key: 'reply', label: words('办理与答复', 'Outcome and answer'), fields: Object.keys(replyFields) },
  ],
  fields: { ...applicationFields, ...concernFields, ...replyFields },
  title: { join: [{ field: 'request_kind' }, nameAt('applicant/')], with: ' · ' },
  occurredAt: 'requested_at',
  states: requestStates,
  initialState: 'received',
  transitions: requestTransitions,
  invariants: requestInvariants,
  deadlines: requestDeadlines,
  attachmentRoles: {
    application: words('申请书', 'Written request'),
    identity: words('身份或委托证明', 'Proof of identity or delegation'),
    reply: words('答复书签收件', 'Signed answer'),
    other: words('其他材料', 'Other papers'),
  },
  documents: personalRequestPapers,
  register: [
    { label: words('编号', 'Number'), value: { record: 'number' } },
    { label: words('申请时间', 'Requested at'), value: { field: 'requested_at' } },
    { label: words('申请事项', 'Asked for'), value: { field: 'request_kind' } },
    { label: words('来由', 'Ground'), value: { field: 'ground' } },
    { label: words('申请人', 'Applicant'), value: nameAt('applicant/') },
    { label: words('身份核验', 'Identity'), value: { field: 'identity_check' } },
    { label: words('涉及记录数', 'Records'), value: { count: 'concerns' }, align: 'right' },
    { label: words('办理结果', 'Outcome'), value: { first: [{ field: 'result' }, { field: 'refusal_reason' }] } },
    { label: words('状态', 'State'), value: { record: 'status' } },
    { label: words('答复时间', 'Answered at'), value: { field: 'replied_at' } },
    { label: words('提出人', 'Proposed by'), value: { field: 'proposed_by' } },
    { label: words('核准人', 'Approved by'), value: { field: 'approved_by' } },
    { label: words('经办人', 'Handler'), value: { field: 'handler' } },
  ],
  measures: [
    { key: 'received', label: words('个人信息申请', 'Requests'), unit: requests, value: 'records' },
    {
      key: 'answered',
      label: words('已答复', 'Answered'),
      unit: requests,
      value: 'records',
      where: { inState: ['replied', 'refused'] },
      at: ['replied_at', 'status_since'],
    },
  ],
  list: {
    columns: ['number', 'status', 'requested_at', 'request_kind', 'ground', 'applicant/name', 'due_on'],
    filters: ['request_kind', 'ground', 'handler'],
  },
  secondPerson: ['status', 'approved_by'],
  retention: { years: 3, from: words('答复之日起（建议值）', 'From the answer (a proposal)') },
});
