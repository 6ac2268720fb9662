// 救助: people in danger, who came to help, and where they were safe afterwards (110 call rules art. 29).

import { defineKind } from '../define-kind.ts';
import type { Expression } from '../expression.ts';
import { words } from '../words.ts';
import { rescuePapers } from './papers/rescue-papers.ts';
import { nameAt } from './parts/persons.ts';
import { callFields, outcomeFields, peopleFields } from './parts/rescue-fields.ts';
import { rescueDeadlines, rescueStates, rescueTransitions } from './parts/rescue-workflow.ts';

const personNames: Expression = { each: 'persons', show: nameAt(''), with: '、' };
const rescuerGroups: Expression = {
  each: 'rescuers',
  show: {
    join: [
      { field: 'organisation' },
      { field: 'role' },
      { first: [{ field: 'officer' }, { field: 'name' }] },
      { field: 'count' },
    ],
    with: ' ',
  },
  with: '；',
};
const times = words('起', 'rescues');

export const rescue = defineKind({
  key: 'rescue',
  version: 1,
  label: words('救助', 'Rescues'),
  description: words(
    '溺水、走失、突发疾病等救助警情的处置、移交与回访',
    'Drowning, missing, acutely ill: how people were helped, handed over and asked again',
  ),
  numberWord: '救',
  desks: ['police'],
  sections: [
    { key: 'call', label: words('接处警', 'The call'), fields: Object.keys(callFields) },
    { key: 'people', label: words('救助经过', 'The rescue'), fields: Object.keys(peopleFields) },
    { key: 'outcome', label: words('移交与回访', 'Handing over and follow-up'), fields: Object.keys(outcomeFields) },
  ],
  fields: { ...callFields, ...peopleFields, ...outcomeFields },
  title: { join: [{ field: 'rescue_kind' }, personNames, { field: 'place' }], with: ' · ' },
  occurredAt: 'alarm_at',
  states: rescueStates,
  initialState: 'alarm',
  transitions: rescueTransitions,
  invariants: [],
  deadlines: rescueDeadlines,
  attachmentRoles: {
    scene_photo: words('现场照片', 'Photo of the scene'),
    signed_handover: words('签收的移交单', 'Signed hand-over sheet'),
    left_alone_note: words('自行离开的签字说明', 'Signed note of leaving alone'),
    medical_record: words('病历', 'Medical record'),
    witness_statement: words('证人说明', 'Statement of a witness'),
    other: words('其他材料', 'Other papers'),
  },
  documents: rescuePapers,
  register: [
    { label: words('警情号', 'Call number'), value: { first: [{ field: 'call_no' }, { record: 'number' }] } },
    { label: words('接警时间', 'Call taken at'), value: { field: 'alarm_at' } },
    { label: words('地点', 'Place'), value: { field: 'place' } },
    { label: words('类型', 'Kind'), value: { field: 'rescue_kind' } },
    { label: words('被救助人', 'People rescued'), value: personNames },
    { label: words('到场用时(分)', 'Minutes to arrive'), value: { field: 'response_minutes' }, align: 'right' },
    { label: words('参与力量', 'Who helped'), value: rescuerGroups },
    { label: words('结果', 'Result'), value: { record: 'status' } },
    {
      label: words('移交对象', 'Handed over to'),
      value: {
        join: [{ first: [{ field: 'handover/to' }, { field: 'handover/way' }] }, { field: 'handover/to_name' }],
        with: ' ',
      },
    },
    { label: words('经办', 'Handler'), value: { field: 'handler' } },
  ],
  measures: [
    { key: 'rescues', label: words('救助', 'Rescues'), unit: times, value: 'records' },
    {
      key: 'persons',
      label: words('被救助', 'People rescued'),
      unit: words('人', 'people'),
      value: { count: 'persons' },
    },
    {
      key: 'response_minutes',
      label: words('到场用时', 'Minutes to arrive'),
      unit: words('分钟', 'minutes'),
      value: { field: 'response_minutes' },
      where: { filled: 'arrived_at' },
    },
    {
      key: 'closed',
      label: words('办结', 'Closed'),
      unit: times,
      value: 'records',
      where: { inState: ['closed'] },
      at: 'status_since',
    },
    {
      key: 'merit',
      label: words('见义勇为线索', 'Brave acts'),
      unit: times,
      value: 'records',
      where: { equals: ['merit_candidate', true] },
    },
  ],
  list: {
    columns: ['number', 'status', 'alarm_at', 'rescue_kind', 'place', 'persons/name', 'response_minutes'],
    filters: ['rescue_kind', 'cause', 'measures', 'handler'],
  },
  creations: [
    {
      key: 'merit_task',
      label: words('建见义勇为线索待办', 'Make a to-do on a brave act'),
      from: 'rescuers',
      kind: 'handbook_task',
      into: 'merit_task',
      copy: {
        title: { join: [{ text: words('核实见义勇为线索：', 'Look into a brave act: ') }, { field: 'name' }] },
        points: { field: 'contribution' },
        origin: { text: words('rescue', 'rescue') },
      },
    },
  ],
  secondPerson: ['status', 'persons', 'handover'],
  retention: { years: 3, from: words('办结之日起（建议值）', 'From closing (a proposal)') },
});
