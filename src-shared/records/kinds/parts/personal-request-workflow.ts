// States and steps of a request on personal data. `approve` is the second person's act by which bodies are erased; the
// desk carries it out in the same transaction.

import { words } from '../../words.ts';
import type { Deadline, Guard, State, Transition } from '../../workflow.ts';
import { allFilled, anyOfficer, guard, ifThen, notTheSame, unitHead, voidState, voidStep } from './guards.ts';
import { isAsked, isErasure } from './personal-request-fields.ts';

export const requestStates: Readonly<Record<string, State>> = {
  received: { label: words('已受理', 'Received'), stage: 'open' },
  verified: { label: words('已核验', 'Verified'), stage: 'open' },
  proposed: { label: words('待核准清除', 'Erasure proposed'), stage: 'open' },
  cleared: { label: words('已清除', 'Erased'), stage: 'open' },
  replied: { label: words('已答复', 'Answered'), stage: 'done' },
  refused: { label: words('不予办理', 'Refused'), stage: 'done' },
  void: voidState,
};

const identityChecked = guard(
  'identity_checked',
  '尚未核验申请人身份',
  'The identity of the applicant has not been checked',
  ifThen(isAsked, { all: [allFilled('identity_check', 'applicant/name')] }),
);
const recordsNamed = guard('records_named', '尚未列出要清除的记录和范围', 'The records to erase are not named', {
  all: [{ atLeast: ['concerns', 1] }, { every: ['concerns', allFilled('record', 'extent')] }],
});
const outcomeWritten = guard(
  'outcome_written',
  '尚未填写办理结果、答复时间和方式',
  'Outcome, time and way of the answer are missing',
  allFilled('result', 'replied_at', 'reply_way'),
);
const correctionsSettled = guard(
  'corrections_settled',
  '每条记录须写明更正结果',
  'Every record needs the outcome of its correction',
  ifThen(
    { equals: ['request_kind', 'correction'] },
    { all: [{ atLeast: ['concerns', 1] }, { every: ['concerns', allFilled('record', 'outcome')] }] },
  ),
);

export const requestTransitions: readonly Transition[] = [
  {
    key: 'verify',
    label: words('核验身份', 'Verify'),
    from: ['received'],
    to: 'verified',
    by: anyOfficer,
    asks: ['identity_check'],
    guards: [identityChecked],
  },
  {
    key: 'propose',
    label: words('提出清除', 'Propose erasure'),
    from: ['verified'],
    to: 'proposed',
    by: anyOfficer,
    asks: ['concerns', 'proposed_by'],
    guards: [
      guard('is_erasure', '只有清除申请可以提出清除', 'Only a request to erase leads to erasure', isErasure),
      recordsNamed,
      guard('proposer_is_me', '提出人须为本人', 'The proposer must be you', { actorIs: ['proposed_by'] }),
    ],
  },
  {
    key: 'approve',
    label: words('核准并清除', 'Approve and erase'),
    from: ['proposed'],
    to: 'cleared',
    by: unitHead,
    asks: ['approved_by'],
    erases: {
      list: 'concerns',
      person: 'applicant',
      ground: 'ground',
      outdated: { request_kind: 'erasure', ground: 'retention' },
    },
    guards: [
      guard('approver_is_another', '核准人不得是提出人', 'The approver must be somebody else', {
        all: [{ filled: 'proposed_by' }, { actorIsNot: ['proposed_by'] }, { actorIs: ['approved_by'] }],
      }),
      recordsNamed,
    ],
  },
  {
    key: 'withdraw_proposal',
    label: words('退回', 'Send back'),
    from: ['proposed'],
    to: 'verified',
    by: anyOfficer,
    guards: [],
    needsReason: true,
  },
  {
    key: 'reply',
    label: words('答复', 'Answer'),
    from: ['verified', 'cleared'],
    to: 'replied',
    by: anyOfficer,
    asks: ['result', 'replied_at', 'reply_way'],
    guards: [
      outcomeWritten,
      correctionsSettled,
      guard(
        'erased_first',
        '清除申请须先核准清除，或不予办理',
        'A request to erase is answered after the erasure, or refused',
        ifThen(isErasure, { inState: ['cleared'] }),
      ),
    ],
  },
  {
    key: 'refuse',
    label: words('不予办理', 'Refuse'),
    from: ['received', 'verified', 'proposed'],
    to: 'refused',
    by: unitHead,
    asks: ['refusal_reason', 'replied_at', 'reply_way'],
    guards: [
      guard(
        'reasons_given',
        '拒绝申请须说明理由（第五十条）',
        'A refusal needs its reasons (art. 50)',
        allFilled('refusal_reason', 'replied_at'),
      ),
    ],
  },
  voidStep(['received', 'verified']),
];

export const requestInvariants: readonly Guard[] = [
  guard(
    'two_people',
    '核准人不得是提出人',
    'The approver must be somebody else',
    notTheSame('approved_by', 'proposed_by'),
  ),
];

export const requestDeadlines: readonly Deadline[] = [
  {
    key: 'answer',
    label: words('答复期限', 'Answer due'),
    from: 'due_on',
    while: { inState: ['received', 'verified', 'proposed', 'cleared'] },
    source: words(
      '个人信息保护法第五十条：及时受理和处理；天数由单位规定',
      'PIPL art. 50: in time; the unit sets the days',
    ),
  },
];
