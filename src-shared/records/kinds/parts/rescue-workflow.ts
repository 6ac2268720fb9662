// States and steps of a rescue (救助): from the call until the person is with somebody, looked after, and asked again.

import type { Condition } from '../../condition.ts';
import { words } from '../../words.ts';
import type { Deadline, Guard, State, Transition } from '../../workflow.ts';
import { allFilled, anyOfficer, guard, ifThen, unitHead } from './guards.ts';

export const rescueStates: Readonly<Record<string, State>> = {
  alarm: { label: words('接警', 'Call taken'), stage: 'open' },
  handling: { label: words('处置中', 'Under way'), stage: 'open' },
  safe: { label: words('已脱险/送医', 'Safe or in hospital'), stage: 'open' },
  handed_over: { label: words('已移交', 'Handed over'), stage: 'open' },
  follow_up: { label: words('回访', 'Followed up'), stage: 'open' },
  closed: { label: words('办结', 'Closed'), stage: 'done' },
  not_found: { label: words('未找到', 'Not found'), stage: 'done' },
  handed_off_scene: { label: words('先期处置后移交', 'Passed to the competent body'), stage: 'done' },
};

const leftAlone: Condition = { equals: ['handover/way', 'left_alone'] };
const leftWithSignedNote: Condition = {
  all: [leftAlone, { any: [{ filled: 'handover/left_note_signed_at' }, { attached: 'left_alone_note' }] }],
};
const receivedWithSignature: Condition = {
  all: [
    allFilled('handover/to', 'handover/to_name', 'handover/at'),
    { any: [{ filled: 'handover/signature/signed_at' }, { attached: 'signed_handover' }] },
  ],
};

/** 社会救助暂行办法 art. 51: what an officer owes a homeless or begging person. */
const homeless: Condition = { equals: ['rescue_kind', 'homeless'] };
const homelessGuards: readonly Guard[] = [
  guard(
    'told_of_aid_station',
    '流浪乞讨人员须告知其向救助站求助',
    'A homeless or begging person must be told of the aid station',
    ifThen(homeless, { has: ['measures', 'told_of_aid_station'] }),
  ),
  guard(
    'escorted',
    '残疾人、未成年人、老年人和行动不便的流浪乞讨人员须护送到救助站',
    'Disabled, minor, old or immobile homeless people must be escorted to the aid station',
    ifThen(
      { all: [homeless, { some: ['persons', { equals: ['needs_escort', true] }] }] },
      { has: ['measures', 'escorted_to_aid_station'] },
    ),
  ),
  guard(
    'doctor_called',
    '突发急病的流浪乞讨人员须立即通知急救',
    'Emergency doctors must be called for an acutely ill homeless person',
    ifThen(
      { all: [homeless, { some: ['persons', { equals: ['acute_illness', true] }] }] },
      { has: ['measures', 'emergency_doctor'] },
    ),
  ),
];

const someonePresent: Condition = ifThen(
  { not: { equals: ['rescue_kind', 'public_facility'] } },
  { atLeast: ['persons', 1] },
);
const safeGuards: readonly Guard[] = [
  guard('arrived', '尚未填写到场时间', 'The time of arrival is missing', { filled: 'arrived_at' }),
  guard(
    'persons_named',
    '尚未登记被救助人（只知其姓的填“某某”）',
    'Nobody is recorded as rescued (a surname is enough)',
    someonePresent,
  ),
  guard('rescuers_named', '尚未登记施救人员', 'No rescuer is recorded', { atLeast: ['rescuers', 1] }),
  guard('measures_named', '尚未填写处置措施', 'No measure is recorded', { filled: 'measures' }),
];

export const rescueTransitions: readonly Transition[] = [
  {
    key: 'dispatch',
    label: words('派警', 'Send officers'),
    from: ['alarm'],
    to: 'handling',
    by: anyOfficer,
    asks: ['dispatched_at'],
    guards: [guard('dispatched', '尚未填写派警时间', 'The time of sending is missing', { filled: 'dispatched_at' })],
  },
  {
    key: 'bring_to_safety',
    label: words('脱险或送医', 'Brought to safety'),
    from: ['handling'],
    to: 'safe',
    by: anyOfficer,
    asks: ['arrived_at', 'persons', 'rescuers', 'measures', 'cause'],
    guards: safeGuards,
  },
  {
    key: 'give_up_search',
    label: words('未找到', 'Not found'),
    from: ['handling'],
    to: 'not_found',
    by: unitHead,
    asks: ['search_record'],
    guards: [guard('search_recorded', '尚未填写搜寻记录', 'The search record is missing', { filled: 'search_record' })],
  },
  {
    key: 'search_again',
    label: words('恢复搜寻', 'Search again'),
    from: ['not_found'],
    to: 'handling',
    by: anyOfficer,
    guards: [],
    needsReason: true,
  },
  {
    key: 'hand_off_at_scene',
    label: words('移交主管单位', 'Pass to the competent body'),
    from: ['handling'],
    to: 'handed_off_scene',
    by: anyOfficer,
    asks: ['competent_body'],
    guards: [
      guard(
        'body_told',
        '尚未写明主管单位和告知时间',
        'The competent body and when it was told are missing',
        allFilled('competent_body/name', 'competent_body/told_at'),
      ),
    ],
  },
  {
    key: 'hand_over',
    label: words('移交', 'Hand over'),
    from: ['safe'],
    to: 'handed_over',
    by: anyOfficer,
    asks: ['handover', 'finished_at'],
    guards: [
      guard(
        'receiver_signed',
        '须有接收人签收及时间，或自行离开的签字说明',
        'The receiver’s signature and time, or a signed note of leaving alone, is missing',
        { any: [receivedWithSignature, leftWithSignedNote] },
      ),
      ...homelessGuards,
    ],
  },
  {
    key: 'follow_up',
    label: words('回访', 'Follow up'),
    from: ['handed_over'],
    to: 'follow_up',
    by: anyOfficer,
    asks: ['follow_ups'],
    guards: [
      guard('followed_up', '尚无电话或上门回访记录', 'No call or visit is recorded', { atLeast: ['follow_ups', 1] }),
    ],
  },
  {
    key: 'close',
    label: words('办结', 'Close'),
    from: ['follow_up'],
    to: 'closed',
    by: unitHead,
    guards: [
      guard(
        'handed_over',
        '办结须有移交记录或自行离开的签字说明',
        'A hand-over or a signed note of leaving alone is needed',
        { any: [receivedWithSignature, leftWithSignedNote] },
      ),
    ],
  },
  {
    key: 'close_left_alone',
    label: words('自行离开，办结', 'Left alone: close'),
    from: ['safe'],
    to: 'closed',
    by: unitHead,
    asks: ['handover', 'finished_at'],
    guards: [
      guard('left_note', '须有自行离开的签字说明', 'A signed note of leaving alone is needed', leftWithSignedNote),
      ...homelessGuards,
    ],
  },
];

export const rescueDeadlines: readonly Deadline[] = [
  {
    key: 'follow_up',
    label: words('回访', 'Follow-up'),
    from: 'follow_up_on',
    while: { inState: ['handed_over'] },
    source: words('本单位安排', 'Planned by the unit'),
    warnDays: 1,
  },
];
