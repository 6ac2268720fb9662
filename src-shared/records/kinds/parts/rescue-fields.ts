// What is written down of a rescue: the call, who was in danger, who helped and how, and to whom they were handed.

import { person, signatureFields } from '../../common-fields.ts';
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
import { words } from '../../words.ts';
import { personEntry } from './persons.ts';

/** Nothing but the call is known at first, and often not who is in danger until they are out of it. */
const afterSafety = ['safe', 'handed_over', 'follow_up', 'closed'] as const;
const underWay: Condition = { inState: ['handling', 'not_found', 'handed_off_scene', ...afterSafety] };
const broughtToSafety: Condition = { inState: afterSafety };
const someoneInDanger: Condition = { all: [broughtToSafety, { not: { equals: ['rescue_kind', 'public_facility'] } }] };

export const callFields: Fields = {
  call_no: text('警情编号', 'Call number', {
    alsoCalled: ['警情号', '接警单号', '警单号'],
    maxLength: 50,
    search: 'tail',
  }),
  alarm_at: dateTime('接警时间', 'Call taken at', {
    alsoCalled: ['报警时间', '警情时间', '时间', '日期'],
    required: true,
    notFuture: true,
    prefill: 'now',
  }),
  dispatched_at: dateTime('派警时间', 'Sent at', { required: underWay, notFuture: true, notBefore: 'alarm_at' }),
  arrived_at: dateTime('到场时间', 'Arrived at', {
    required: broughtToSafety,
    notFuture: true,
    notBefore: 'dispatched_at',
  }),
  finished_at: dateTime('结束时间', 'Finished at', { notFuture: true, notBefore: 'arrived_at' }),
  response_minutes: integer('到场用时(分)', 'Minutes to arrive', { derived: { minutes: ['alarm_at', 'arrived_at'] } }),
  duration_minutes: integer('全程用时(分)', 'Minutes in all', { derived: { minutes: ['alarm_at', 'finished_at'] } }),
  alarm_person: person('报警人', 'Caller', { anonymous: yesNo('匿名', 'Anonymous') }),
  rescue_kind: choice('救助类型', 'Kind of rescue', 'rescue_kind', {
    alsoCalled: ['类型', '警情类别', '救助种类'],
    required: true,
  }),
  place: text('地点', 'Place', {
    alsoCalled: ['救助地点', '警情地点', '发生地点'],
    required: true,
    maxLength: 200,
    search: 'name',
  }),
  gps_text: text('坐标', 'Coordinates', { maxLength: 100, sensitivity: 'internal' }),
  situation: longText('现场情况', 'Situation found', { maxLength: 4000, search: 'text', sensitivity: 'internal' }),
};

export const peopleFields: Fields = {
  persons: list(
    '被救助人',
    'People rescued',
    ['被救助人', 'Person'],
    personEntry({
      condition: choice('伤情', 'Condition', 'rescued_condition', {
        required: broughtToSafety,
        sensitivity: 'internal',
      }),
      alcohol: yesNo('饮酒', 'Had been drinking', { sensitivity: 'internal' }),
      is_minor: yesNo('未成年人', 'Minor'),
      guardian: text('监护人及电话', 'Guardian and phone', {
        maxLength: 100,
        sensitivity: 'internal',
        required: { equals: ['is_minor', true] },
        shown: { equals: ['is_minor', true] },
      }),
      needs_escort: yesNo('残疾人、未成年人、老年人或行动不便', 'Disabled, minor, old or unable to walk'),
      acute_illness: yesNo('突发急病', 'Acutely ill', { sensitivity: 'internal' }),
      note: text('说明', 'Note', { maxLength: 300, sensitivity: 'internal' }),
    }),
    { required: someoneInDanger, max: 200 },
  ),
  rescuers: list(
    '施救人员',
    'Rescuers',
    ['施救人员', 'Rescuer'],
    {
      role: choice('身份', 'Role', 'rescuer_role', { required: true }),
      officer: officer('本单位人员', 'Officer of this desk'),
      name: text('姓名或称谓', 'Name or form of address', {
        maxLength: 50,
        search: 'name',
        mask: 'name',
        sensitivity: 'internal',
      }),
      organisation: text('所属单位', 'Organisation', { maxLength: 100, search: 'text' }),
      count: integer('人数', 'How many', {
        min: 1,
        max: 10_000,
        hint: words('不能逐一写明姓名时填写', 'When they cannot be named one by one'),
      }),
      phone: text('联系电话', 'Phone', {
        maxLength: 40,
        check: 'phone',
        mask: 'phone',
        search: 'tail',
        sensitivity: 'internal',
      }),
      contribution: longText('施救经过', 'What they did', { maxLength: 2000, search: 'text' }),
      injury: text('受伤情况', 'Injury', { maxLength: 200, sensitivity: 'sensitive' }),
      merit_task: record('见义勇为线索待办', 'To-do on a brave act', ['handbook_task'], {
        shown: { equals: ['role', 'public'] },
      }),
    },
    { required: broughtToSafety, max: 500 },
  ),
  measures: choices('处置措施', 'Measures', 'rescue_measure', { required: broughtToSafety }),
  measures_note: longText('处置经过', 'What was done', { maxLength: 4000, search: 'text', sensitivity: 'internal' }),
  cause: choice('原因', 'Cause', 'rescue_cause', { sensitivity: 'internal' }),
  cause_note: text('原因说明', 'Note on the cause', { maxLength: 500, sensitivity: 'internal' }),
  merit_candidate: yesNo('见义勇为线索', 'May be a brave act', {
    hint: words('为群众施救人员建待办，核实申报', 'Make a to-do for the people who helped'),
  }),
};

const leftAlone: Condition = { equals: ['way', 'left_alone'] };

export const outcomeFields: Fields = {
  search_record: longText('搜寻记录', 'Search record', {
    maxLength: 4000,
    sensitivity: 'internal',
    hint: words('未找到时写明搜寻范围、时间和人员', 'When not found: where, when and by whom was searched'),
  }),
  competent_body: group('非职责警情移交', 'Not a police matter: passed on', {
    name: text('主管单位', 'Competent body', { maxLength: 100, search: 'text' }),
    told_at: dateTime('告知时间', 'Told at', { notFuture: true }),
    contact: text('联系人及电话', 'Contact', { maxLength: 100, sensitivity: 'internal' }),
  }),
  handover: group('移交', 'Handing over', {
    way: choice('去向', 'Way', 'handover_way'),
    to: choice('移交对象', 'Handed over to', 'handover_to', { shown: { not: leftAlone } }),
    to_name: text('接收单位或人员', 'Receiving body or person', {
      maxLength: 100,
      search: 'name',
      sensitivity: 'internal',
      shown: { not: leftAlone },
    }),
    to_phone: text('联系电话', 'Phone', {
      maxLength: 40,
      check: 'phone',
      mask: 'phone',
      sensitivity: 'internal',
      shown: { not: leftAlone },
    }),
    at: dateTime('移交时间', 'At', { notFuture: true, notBefore: '/alarm_at' }),
    signature: group('接收人签收', 'Signature of the receiver', signatureFields, { shown: { not: leftAlone } }),
    left_note_signed_at: dateTime('自行离开说明签字时间', 'Note of leaving alone signed at', {
      notFuture: true,
      shown: leftAlone,
    }),
    note: text('说明', 'Note', { maxLength: 500, sensitivity: 'internal' }),
  }),
  follow_up_on: date('计划回访日期', 'Follow-up planned for'),
  follow_ups: list(
    '回访',
    'Follow-ups',
    ['回访', 'Follow-up'],
    {
      at: dateTime('回访时间', 'At', { required: true, notFuture: true }),
      way: choice('方式', 'Way', 'follow_up_way', { required: true }),
      by: officer('回访人', 'By', { prefill: 'me' }),
      person_reached: text('受访人', 'Who was reached', { maxLength: 50, mask: 'name', sensitivity: 'internal' }),
      content: longText('回访情况', 'What was learnt', { required: true, maxLength: 2000, sensitivity: 'internal' }),
    },
    { max: 100 },
  ),
};
