// States and steps of a home visit (入户走访): archived only when every demand is closed or explained.

import type { Condition } from '../../condition.ts';
import { words } from '../../words.ts';
import type { Deadline, Guard, State, Transition } from '../../workflow.ts';
import { allFilled, anyOfficer, clockOrOfficer, guard, unitHead } from './guards.ts';

export const visitStates: Readonly<Record<string, State>> = {
  planned: { label: words('计划', 'Planned'), stage: 'open' },
  done: { label: words('已走访', 'Visited'), stage: 'open' },
  not_met: { label: words('未遇', 'Nobody met'), stage: 'open' },
  demands_open: { label: words('有诉求待办', 'Demands to be answered'), stage: 'waiting' },
  fed_back: { label: words('已反馈', 'Answered'), stage: 'open' },
  archived: { label: words('归档', 'Archived'), stage: 'done' },
};

const explained: Condition = { filled: 'explanation' };
const demandsAnswered: Condition = { every: ['demands', { any: [{ filled: 'task' }, explained] }] };
const demandsClosed: Condition = { every: ['demands', { any: [{ linkedDone: 'task' }, explained] }] };
const hasDemands: Condition = { atLeast: ['demands', 1] };

const visitedGuards: readonly Guard[] = [
  guard('visited', '尚未填写走访时间', 'The time of the visit is missing', { filled: 'visited_at' }),
  guard(
    'somebody_met',
    '尚未登记受访人；无人在家的用“未遇”',
    'Nobody is recorded as met; when nobody was home use “Nobody met”',
    { atLeast: ['persons_met', 1] },
  ),
  guard('visitors_named', '尚未登记走访人', 'No visitor is recorded', { atLeast: ['visitors', 1] }),
  guard('summary_written', '尚未填写基本情况', 'How things stand is not written down', { filled: 'summary' }),
];
const closedGuard = guard(
  'demands_closed',
  '有诉求既没有关联已办结的事项，也没有解释说明',
  'A demand is neither linked to something done nor explained',
  demandsClosed,
);

export const visitTransitions: readonly Transition[] = [
  {
    key: 'record_visit',
    label: words('登记走访', 'Record the visit'),
    from: ['planned'],
    to: 'done',
    by: anyOfficer,
    asks: ['visited_at', 'ended_at', 'persons_met', 'summary', 'demands', 'on_spot', 'satisfaction'],
    guards: visitedGuards,
  },
  {
    key: 'record_not_met',
    label: words('未遇', 'Nobody met'),
    from: ['planned'],
    to: 'not_met',
    by: anyOfficer,
    asks: ['not_met_reason'],
    guards: [guard('reason_given', '尚未填写未遇原因', 'The reason is missing', { filled: 'not_met_reason' })],
  },
  {
    key: 'plan_again',
    label: words('重新计划', 'Plan again'),
    from: ['not_met'],
    to: 'planned',
    by: anyOfficer,
    asks: ['planned_on'],
    guards: [guard('planned', '尚未填写计划日期', 'The planned date is missing', { filled: 'planned_on' })],
  },
  {
    key: 'open_demands',
    label: words('办理诉求', 'Deal with the demands'),
    from: ['done'],
    to: 'demands_open',
    by: clockOrOfficer,
    guards: [guard('has_demands', '没有登记诉求', 'No demand is recorded', hasDemands)],
  },
  {
    key: 'feed_back',
    label: words('反馈居民', 'Answer the resident'),
    from: ['demands_open'],
    to: 'fed_back',
    by: anyOfficer,
    asks: ['demands', 'feedback', 'satisfaction'],
    guards: [
      guard(
        'demands_answered',
        '每项诉求须关联事项或作出解释说明',
        'Each demand must be linked to a record or explained',
        demandsAnswered,
      ),
      guard(
        'feedback_written',
        '尚未填写反馈时间和反馈情况',
        'When and what was answered is missing',
        allFilled('feedback/at', 'feedback/text'),
      ),
    ],
  },
  {
    key: 'archive',
    label: words('归档', 'Archive'),
    from: ['done', 'fed_back'],
    to: 'archived',
    by: unitHead,
    guards: [closedGuard],
  },
];

export const visitDeadlines: readonly Deadline[] = [
  {
    key: 'planned',
    label: words('计划走访', 'Planned visit'),
    from: 'planned_on',
    while: { inState: ['planned'] },
    source: words('本单位走访计划', 'Visiting plan of the unit'),
  },
  {
    key: 'next_visit',
    label: words('下次走访', 'Next visit'),
    from: 'next_visit_on',
    while: { inState: ['done', 'demands_open', 'fed_back'] },
    source: words('本单位走访周期', 'Visiting cycle of the unit'),
    warnDays: 7,
  },
];
