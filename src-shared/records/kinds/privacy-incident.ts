// 个人信息安全事件: leaked, altered or lost personal data, with the facts the notice must hold (个人信息保护法 art. 57:
// what and why, which data, what harm may follow, what was done and what people can do, whom to ask).

import { defineKind } from '../define-kind.ts';
import type { Fields } from '../field.ts';
import { choice, choices, dateTime, integer, longText, text } from '../field-builders.ts';
import { words } from '../words.ts';
import { privacyIncidentPapers } from './papers/privacy-incident-papers.ts';
import { allFilled, anyOfficer, guard, unitHead, voidState, voidStep } from './parts/guards.ts';

const factFields: Fields = {
  found_at: dateTime('发现时间', 'Found at', { required: true, notFuture: true, prefill: 'now' }),
  happened_at: dateTime('发生时间', 'Happened at', { notFuture: true }),
  incident_kind: choices('事件类型', 'What happened', 'incident_kind', { required: true }),
  summary: text('事件概要', 'In one line', { required: true, maxLength: 100, search: 'text' }),
  course: longText('事件经过', 'What happened', { maxLength: 4000, sensitivity: 'internal' }),
  cause: longText('原因', 'Cause', { maxLength: 2000 }),
  categories: choices('涉及的信息种类', 'Which data', 'personal_category'),
  people_count: integer('涉及人数', 'People concerned', { min: 0 }),
};

const measureFields: Fields = {
  harm: longText('可能造成的危害', 'Harm that may follow', { maxLength: 2000 }),
  measures: longText('已采取的补救措施', 'What was done', { maxLength: 4000 }),
  advice: longText('个人可以采取的减轻危害的措施', 'What people can do', { maxLength: 2000 }),
  contact: text('联系人和联系方式', 'Whom to ask', { maxLength: 200 }),
  reported_to: text('报告的部门', 'Reported to', { maxLength: 200 }),
  reported_at: dateTime('报告时间', 'Reported at', { notFuture: true }),
  notice: choice('通知个人', 'Were people told', 'notice_choice'),
  noticed_at: dateTime('通知时间', 'Told at', { notFuture: true }),
  no_notice_reason: longText('不通知个人的理由', 'Why people are not told', {
    maxLength: 1000,
    required: { equals: ['notice', 'not_needed'] },
    shown: { equals: ['notice', 'not_needed'] },
  }),
  review: longText('整改与复盘', 'What changes from now on', { maxLength: 4000 }),
};

const incidents = words('起', 'incidents');

export const privacyIncident = defineKind({
  key: 'privacy_incident',
  version: 1,
  label: words('个人信息安全事件', 'Privacy incidents'),
  description: words(
    '泄露、篡改、丢失的处置、报告与通知',
    'Leaks, alterations and losses: measures, report and notice',
  ),
  numberWord: '安',
  standsLast: true,
  desks: ['police', 'community'],
  sections: [
    { key: 'facts', label: words('事件', 'The incident'), fields: Object.keys(factFields) },
    {
      key: 'measures',
      label: words('处置、报告与通知', 'Measures, report and notice'),
      fields: Object.keys(measureFields),
    },
  ],
  fields: { ...factFields, ...measureFields },
  title: { field: 'summary' },
  occurredAt: 'found_at',
  states: {
    found: { label: words('已发现', 'Found'), stage: 'open' },
    contained: { label: words('已补救', 'Contained'), stage: 'open' },
    reported: { label: words('已报告', 'Reported'), stage: 'open' },
    closed: { label: words('办结', 'Closed'), stage: 'done' },
    void: voidState,
  },
  initialState: 'found',
  transitions: [
    {
      key: 'contain',
      label: words('补救', 'Contain'),
      from: ['found'],
      to: 'contained',
      by: anyOfficer,
      asks: ['measures'],
      guards: [guard('measures_written', '尚未填写补救措施', 'What was done is missing', { filled: 'measures' })],
    },
    {
      key: 'report',
      label: words('报告', 'Report'),
      from: ['found', 'contained'],
      to: 'reported',
      by: anyOfficer,
      asks: ['cause', 'categories', 'harm', 'measures', 'advice', 'contact', 'reported_to', 'reported_at'],
      guards: [
        guard(
          'facts_of_the_notice',
          '报告须写明种类、原因、可能的危害、补救措施、个人可采取的措施和联系方式（第五十七条）',
          'The report needs data, cause, harm, measures, advice and contact (art. 57)',
          allFilled('categories', 'cause', 'harm', 'measures', 'advice', 'contact', 'reported_to', 'reported_at'),
        ),
      ],
    },
    {
      key: 'close',
      label: words('办结', 'Close'),
      from: ['reported'],
      to: 'closed',
      by: unitHead,
      asks: ['notice', 'noticed_at', 'no_notice_reason', 'review'],
      guards: [
        guard('notice_decided', '尚未写明是否通知个人', 'Whether people were told is missing', { filled: 'notice' }),
      ],
    },
    voidStep(['found', 'contained']),
  ],
  invariants: [],
  deadlines: [],
  attachmentRoles: {
    evidence: words('证据材料', 'Evidence'),
    notice: words('通知样本', 'Copy of the notice'),
    other: words('其他材料', 'Other papers'),
  },
  documents: privacyIncidentPapers,
  register: [
    { label: words('编号', 'Number'), value: { record: 'number' } },
    { label: words('发现时间', 'Found at'), value: { field: 'found_at' } },
    { label: words('类型', 'Kind'), value: { field: 'incident_kind' } },
    { label: words('概要', 'Summary'), value: { field: 'summary' } },
    { label: words('信息种类', 'Data'), value: { field: 'categories' } },
    { label: words('涉及人数', 'People'), value: { field: 'people_count' }, align: 'right' },
    { label: words('报告部门', 'Reported to'), value: { field: 'reported_to' } },
    { label: words('通知个人', 'People told'), value: { field: 'notice' } },
    { label: words('状态', 'State'), value: { record: 'status' } },
    { label: words('经办人', 'Handler'), value: { field: 'handler' } },
  ],
  measures: [{ key: 'incidents', label: words('个人信息安全事件', 'Incidents'), unit: incidents, value: 'records' }],
  list: {
    columns: ['number', 'status', 'found_at', 'incident_kind', 'summary', 'people_count'],
    filters: ['incident_kind', 'categories', 'handler'],
  },
  secondPerson: ['status'],
  retention: { years: 3, from: words('办结之日起（不少于三年）', 'From closing (three years at least)') },
});
