// 入户走访: a visit to a household, what it asked for, and the answer it got.

import { defineKind } from '../define-kind.ts';
import type { Expression } from '../expression.ts';
import { words } from '../words.ts';
import { visitPapers } from './papers/visit-papers.ts';
import { nameAt } from './parts/persons.ts';
import { demandFields, feedbackFields, findingFields, visitFields } from './parts/visit-fields.ts';
import { visitMeasures } from './parts/visit-measures.ts';
import { visitDeadlines, visitStates, visitTransitions } from './parts/visit-workflow.ts';

const visitorNames: Expression = {
  each: 'visitors',
  show: { first: [{ field: 'officer' }, { field: 'name' }] },
  with: '、',
};
const metNames: Expression = { each: 'persons_met', show: nameAt(''), with: '、' };
const perDemand = (show: Expression): Expression => ({ each: 'demands', show, with: '；' });

/** A code of a choice, which reads the same in every language. */
const code = (value: string): Expression => ({ text: words(value, value) });

export const visit = defineKind({
  key: 'visit',
  version: 1,
  label: words('入户走访', 'Home visits'),
  description: words('走访记录、群众诉求的办理与反馈', 'Visits, what people asked for, and the answers they got'),
  numberWord: '访',
  desks: ['community', 'police'],
  sections: [
    { key: 'visit', label: words('走访', 'Visit'), fields: Object.keys(visitFields) },
    { key: 'findings', label: words('情况', 'Findings'), fields: Object.keys(findingFields) },
    { key: 'demands', label: words('诉求', 'Demands'), fields: Object.keys(demandFields) },
    { key: 'feedback', label: words('反馈', 'Feedback'), fields: Object.keys(feedbackFields) },
  ],
  fields: { ...visitFields, ...findingFields, ...demandFields, ...feedbackFields },
  title: {
    when: { all: [{ filled: 'household' }, { not: { filled: 'persons_met' } }] },
    then: { field: 'household' },
    else: { join: [metNames, { field: 'address' }], with: ' · ' },
  },
  occurredAt: 'visited_at',
  states: visitStates,
  initialState: 'planned',
  transitions: visitTransitions,
  invariants: [],
  deadlines: visitDeadlines,
  attachmentRoles: {
    photo: words('走访照片', 'Photo of the visit'),
    signed_record: words('签字的走访记录', 'Signed record'),
    consent: words('个人信息处理同意书', 'Consent to processing'),
    other: words('其他材料', 'Other papers'),
  },
  documents: visitPapers,
  register: [
    { label: words('走访日期', 'Visited on'), value: { first: [{ field: 'visited_at' }, { field: 'planned_on' }] } },
    { label: words('走访人', 'Visitors'), value: visitorNames },
    { label: words('户主', 'Household'), value: { first: [{ field: 'household' }, metNames] } },
    { label: words('住址', 'Address'), value: { field: 'address' } },
    { label: words('家庭情况摘要', 'How things stand'), value: { field: 'summary' } },
    { label: words('反映问题/诉求', 'Demands'), value: perDemand({ field: 'text' }) },
    {
      label: words('办理措施', 'Measures'),
      value: {
        join: [perDemand({ first: [{ field: 'measures' }, { field: 'explanation' }] }), { field: 'on_spot' }],
        with: '；',
      },
    },
    { label: words('责任人', 'Responsible'), value: perDemand({ field: 'responsible' }) },
    { label: words('办结时限', 'Due'), value: perDemand({ field: 'due_at' }) },
    { label: words('办结时间', 'Done at'), value: perDemand({ field: 'done_at' }) },
    {
      label: words('反馈情况', 'Feedback'),
      value: { join: [{ field: 'feedback/at' }, { field: 'feedback/text' }], with: ' ' },
    },
    { label: words('满意度', 'Satisfaction'), value: { field: 'satisfaction' } },
  ],
  measures: visitMeasures,
  list: {
    columns: ['number', 'status', 'visited_at', 'planned_on', 'household', 'address', 'demands/category'],
    filters: ['purpose', 'demands/category', 'satisfaction', 'visitors/officer'],
  },
  creations: [
    {
      key: 'task',
      label: words('建待办事项', 'Make a to-do'),
      from: 'demands',
      kind: 'handbook_task',
      into: 'task',
      copy: {
        title: { field: 'text' },
        owner: { field: 'responsible' },
        due_at: { field: 'due_at' },
        points: { field: 'place' },
        origin: code('visit'),
        priority: { when: { equals: ['urgent', true] }, then: code('urgent'), else: code('normal') },
      },
    },
  ],
  secondPerson: ['status'],
  retention: { years: 3, from: words('最后一次联系之日起（建议值）', 'From the last contact (a proposal)') },
});
