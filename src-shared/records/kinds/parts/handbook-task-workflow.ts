// States and steps of a handbook to-do (工作手册). Overdue is a flag of its clock, never a state.

import type { Condition } from '../../condition.ts';
import { words } from '../../words.ts';
import type { Deadline, Guard, State, Transition } from '../../workflow.ts';
import { allFilled, anyOfficer, checker, guard, ifThen, notTheSame, unitHead } from './guards.ts';

export const taskStates: Readonly<Record<string, State>> = {
  todo: { label: words('待办', 'To do'), stage: 'open' },
  doing: { label: words('进行中', 'Under way'), stage: 'open' },
  waiting: { label: words('待他人', 'Waiting for others'), stage: 'waiting' },
  postponed: { label: words('延期', 'Postponed'), stage: 'open' },
  done: { label: words('已完成', 'Done'), stage: 'done' },
  verified: { label: words('已核验', 'Verified'), stage: 'done' },
  cancelled: { label: words('取消', 'Cancelled'), stage: 'done' },
};

const byOwner: Guard = guard('by_owner', '须由责任人本人办理', 'The owner must do this', { actorIs: ['owner'] });

/** The latest deadline is the one a postponement gave, and the one before is kept beside it. */
const oldDueKept: Condition = {
  some: [
    'postponements',
    {
      all: [
        allFilled('old_due_at', 'new_due_at', 'approver', 'reason'),
        { filled: '/due_at' },
        { not: { different: ['new_due_at', '/due_at'] } },
        { different: ['old_due_at', 'new_due_at'] },
      ],
    },
  ],
};
const resultGuards: readonly Guard[] = [
  byOwner,
  guard(
    'result_written',
    '尚未填写办结时间和办理结果',
    'When it was done and the result are missing',
    allFilled('done_at', 'result'),
  ),
  guard(
    'late_explained',
    '办结晚于时限，须填写逾期原因',
    'It was done after the deadline: say why',
    ifThen({ not: { notAfter: ['done_at', 'due_at'] } }, { filled: 'late_reason' }),
  ),
];

const open = ['todo', 'doing', 'waiting', 'postponed'] as const;

export const taskTransitions: readonly Transition[] = [
  {
    key: 'start',
    label: words('开始办理', 'Start'),
    from: ['todo', 'postponed'],
    to: 'doing',
    by: anyOfficer,
    guards: [byOwner],
  },
  {
    key: 'wait',
    label: words('待他人', 'Wait for others'),
    from: ['doing'],
    to: 'waiting',
    by: anyOfficer,
    asks: ['waiting_for'],
    guards: [
      byOwner,
      guard('waits_for_whom', '尚未写明等待谁', 'Whom it waits for is missing', { filled: 'waiting_for/whom' }),
    ],
  },
  {
    key: 'resume',
    label: words('继续办理', 'Go on'),
    from: ['waiting'],
    to: 'doing',
    by: anyOfficer,
    asks: ['progress'],
    guards: [byOwner],
  },
  {
    key: 'finish',
    label: words('完成', 'Finish'),
    from: ['doing', 'waiting'],
    to: 'done',
    by: anyOfficer,
    asks: ['done_at', 'result', 'late_reason'],
    guards: resultGuards,
  },
  {
    key: 'verify',
    label: words('核验', 'Verify'),
    from: ['done'],
    to: 'verified',
    by: checker,
    asks: ['verified_by', 'verified_at', 'verification'],
    guards: [
      guard('verifier_is_not_owner', '核验人不得是责任人', 'The verifier may not be the owner', {
        all: [{ different: ['verified_by', 'owner'] }, { actorIsNot: ['owner'] }],
      }),
    ],
  },
  {
    key: 'return_to_owner',
    label: words('退回', 'Send back'),
    from: ['done'],
    to: 'doing',
    by: checker,
    guards: [
      guard('returner_is_not_owner', '须由责任人以外的人退回', 'Somebody else than the owner must send it back', {
        actorIsNot: ['owner'],
      }),
    ],
    needsReason: true,
  },
  {
    key: 'hand_over',
    label: words('移交责任人', 'Hand over to another owner'),
    from: open,
    to: 'todo',
    by: anyOfficer,
    asks: ['owner', 'delegated_from', 'handover_notes'],
    guards: [
      guard('note_written', '更换责任人须写交接说明', 'A change of owner needs a hand-over note', {
        all: [{ filled: 'delegated_from' }, { some: ['handover_notes', allFilled('from', 'to', 'note')] }],
      }),
      guard('new_owner', '新旧责任人须是不同的人', 'The new owner must be somebody else', {
        different: ['owner', 'delegated_from'],
      }),
    ],
  },
  {
    key: 'postpone',
    label: words('延期', 'Postpone'),
    from: open,
    to: 'postponed',
    by: unitHead,
    asks: ['due_at', 'postponements'],
    guards: [
      guard(
        'old_due_kept',
        '延期须写明原时限、新时限、批准人和原因，新时限与办结时限一致',
        'A postponement needs old and new deadline, approver and reason; the new one is the deadline now',
        oldDueKept,
      ),
    ],
    needsReason: true,
  },
  {
    key: 'cancel',
    label: words('取消', 'Cancel'),
    from: open,
    to: 'cancelled',
    by: unitHead,
    guards: [],
    needsReason: true,
  },
];

export const taskInvariants: readonly Guard[] = [
  guard(
    'verifier_is_not_owner',
    '核验人不得是责任人',
    'The verifier may not be the owner',
    notTheSame('verified_by', 'owner'),
  ),
  guard(
    'handover_noted',
    '更换责任人须写交接说明',
    'A change of owner needs a hand-over note',
    ifThen({ filled: 'delegated_from' }, { atLeast: ['handover_notes', 1] }),
  ),
];

export const taskDeadlines: readonly Deadline[] = [
  {
    key: 'due',
    label: words('最终办结时限', 'Final deadline'),
    from: 'due_at',
    while: { inState: open },
    source: words('工作手册确定的时限', 'Set in the work handbook'),
  },
];
