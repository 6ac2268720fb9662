// States and steps of a found item (失物招领), and the clocks that run beside them.

import { words } from '../../words.ts';
import type { Deadline, Guard, State, Transition } from '../../workflow.ts';
import {
  claimGuards,
  intakeGuards,
  noticeGuards,
  officerPartReleaseGuards,
  officerReleaseGuards,
  ownerGuards,
  ownerUnknown,
  partReleaseGuards,
  passedOnAtOnce,
  wholeReleaseGuards,
  withinHeld,
} from './found-item-guards.ts';
import {
  advanceSaleGuards,
  disposalGuards,
  identityCardDestructionGuards,
  transferGuards,
} from './found-item-outcome-guards.ts';
import { anyOfficer, clockOrOfficer, guard, notTheSame, unitHead, voidState, voidStep } from './guards.ts';

export const foundItemStates: Readonly<Record<string, State>> = {
  registered: { label: words('登记', 'Registered'), stage: 'open', custody: true },
  in_custody: { label: words('保管中', 'In custody'), stage: 'open', custody: true },
  owner_notified: { label: words('已通知权利人', 'Owner notified'), stage: 'waiting', custody: true },
  notice_running: { label: words('公告招领', 'Notice running'), stage: 'waiting', custody: true },
  sold_in_advance: { label: words('先行变卖', 'Sold in advance'), stage: 'waiting' },
  claim_review: { label: words('认领审核', 'Claim under review'), stage: 'open', custody: true },
  returned: { label: words('已发还', 'Returned'), stage: 'done' },
  transferred: { label: words('已移交', 'Transferred'), stage: 'done' },
  expired: { label: words('逾期待处理', 'Expired, to be dealt with'), stage: 'open', custody: true },
  disposed: { label: words('已处理', 'Dealt with'), stage: 'done' },
  void: voidState,
};

const keeping: readonly Transition[] = [
  {
    key: 'take_into_custody',
    label: words('入库保管', 'Take into custody'),
    from: ['registered'],
    to: 'in_custody',
    by: anyOfficer,
    asks: ['finder_signature', 'custody_place', 'seal_no'],
    guards: intakeGuards,
  },
  {
    key: 'notify_owner',
    label: words('通知权利人', 'Notify the owner'),
    from: ['in_custody'],
    to: 'owner_notified',
    by: anyOfficer,
    asks: ['owner', 'contacts'],
    guards: ownerGuards,
  },
  {
    key: 'publish_notice',
    label: words('发布招领公告', 'Publish the notice'),
    from: ['in_custody', 'owner_notified', 'sold_in_advance'],
    to: 'notice_running',
    by: unitHead,
    asks: ['owner_known', 'notice'],
    guards: noticeGuards,
  },
  {
    key: 'sell_in_advance',
    label: words('先行变卖', 'Sell in advance'),
    from: ['in_custody', 'owner_notified', 'notice_running'],
    to: 'sold_in_advance',
    by: unitHead,
    asks: ['advance_sale'],
    guards: advanceSaleGuards,
  },
];

const claimableFrom = ['in_custody', 'owner_notified', 'notice_running', 'sold_in_advance', 'expired'] as const;
const rejected: Guard = guard(
  'claims_answered',
  '尚未写明认领申请的核对结果',
  'The result of the comparison is not written down',
  { some: ['claims', { oneOf: ['outcome', ['rejected', 'withdrawn']] }] },
);

const claiming: readonly Transition[] = [
  {
    key: 'review_claim',
    label: words('认领审核', 'Review a claim'),
    from: claimableFrom,
    to: 'claim_review',
    by: anyOfficer,
    asks: ['claims'],
    guards: claimGuards,
  },
  {
    key: 'reject_claim',
    label: words('不予认领，继续保管', 'Reject the claim, keep the thing'),
    from: ['claim_review'],
    to: 'in_custody',
    by: anyOfficer,
    asks: ['claims'],
    guards: [rejected],
    needsReason: true,
  },
  {
    key: 'reject_claim_keep_notice',
    label: words('不予认领，继续公告', 'Reject the claim, notice goes on'),
    from: ['claim_review'],
    to: 'notice_running',
    by: anyOfficer,
    asks: ['claims'],
    guards: [
      rejected,
      guard('notice_published', '尚未发布公告', 'No notice has been published', { filled: 'notice/published_at' }),
    ],
    needsReason: true,
  },
];

const releaseAsks = ['claims', 'dispute_note', 'releases'] as const;
const release = { from: ['claim_review'], asks: releaseAsks } as const;

const releasing: readonly Transition[] = [
  {
    ...release,
    key: 'release',
    label: words('发还', 'Release'),
    to: 'returned',
    by: anyOfficer,
    guards: officerReleaseGuards,
  },
  {
    ...release,
    key: 'release_valuable',
    label: words('发还（负责人批准）', 'Release with the head’s approval'),
    to: 'returned',
    by: unitHead,
    guards: wholeReleaseGuards,
  },
  {
    ...release,
    key: 'release_part',
    label: words('部分发还', 'Release a part'),
    to: 'in_custody',
    by: anyOfficer,
    guards: officerPartReleaseGuards,
  },
  {
    ...release,
    key: 'release_part_valuable',
    label: words('部分发还（负责人批准）', 'Release a part with the head’s approval'),
    to: 'in_custody',
    by: unitHead,
    guards: partReleaseGuards,
  },
];

const leaving: readonly Transition[] = [
  {
    key: 'transfer',
    label: words('移交', 'Pass on'),
    from: ['in_custody', 'owner_notified', 'notice_running'],
    to: 'transferred',
    by: unitHead,
    asks: ['transfer'],
    guards: transferGuards,
  },
  {
    key: 'transfer_at_once',
    label: words('立即移交', 'Pass on at once'),
    from: ['registered', 'in_custody'],
    to: 'transferred',
    by: anyOfficer,
    asks: ['transfer'],
    guards: [
      guard(
        'must_not_be_kept',
        '只适用于危险品、违禁品、涉密物品、枪弹和管制器具',
        'Only for dangerous, prohibited or secret things and weapons',
        passedOnAtOnce,
      ),
      ...transferGuards,
    ],
  },
  {
    key: 'expire',
    label: words('公告期满', 'Notice has run out'),
    from: ['notice_running', 'sold_in_advance'],
    to: 'expired',
    by: clockOrOfficer,
    guards: [
      guard('notice_over', '公告满一年后才逾期', 'The year from the notice is not over', { passed: 'notice_year' }),
    ],
  },
  {
    key: 'dispose',
    label: words('逾期处理', 'Deal with it'),
    from: ['expired'],
    to: 'disposed',
    by: unitHead,
    asks: ['disposal'],
    guards: disposalGuards,
  },
  {
    key: 'destroy_identity_card',
    label: words('销毁身份证', 'Destroy the identity card'),
    from: ['in_custody', 'owner_notified', 'notice_running'],
    to: 'disposed',
    by: unitHead,
    asks: ['id_card', 'disposal'],
    guards: identityCardDestructionGuards,
  },
  voidStep(['registered', 'in_custody', 'owner_notified', 'notice_running', 'claim_review']),
];

export const foundItemTransitions: readonly Transition[] = [...keeping, ...claiming, ...releasing, ...leaving];

export const foundItemInvariants: readonly Guard[] = [
  guard(
    'two_receivers',
    '接收人和第二接收人须是不同的人',
    'The two receivers must be different people',
    notTheSame('receiver', 'co_receiver'),
  ),
  guard('two_counters', '两名清点人须是不同的人', 'The two counters must be different people', {
    every: ['cash_lines', notTheSame('counted_by_1', 'counted_by_2')],
  }),
  guard(
    'two_release_officers',
    '两名发还经办人须是不同的人',
    'The two officers who hand over must be different people',
    { every: ['releases', notTheSame('officer_1', 'officer_2')] },
  ),
  guard('no_officer_claims', '认领人、领取人不得是本单位工作人员', 'No officer of this desk may claim or collect', {
    all: [
      { every: ['claims', { notAnOfficer: 'claimant' }] },
      { every: ['releases', { all: [{ notAnOfficer: 'recipient' }, { notAnOfficer: 'delegate' }] }] },
    ],
  }),
  withinHeld,
  guard('disposal_after_release', '已全部发还的物品不得再作逾期处理', 'What was given back cannot be disposed of', {
    not: { all: [{ inState: ['returned'] }, { filled: 'disposal/executed_on' }] },
  }),
];

const lostProperty = words(
  '民法典第三百一十八条：自招领公告之日起一年内无人认领的，归国家所有',
  'Civil Code art. 318: unclaimed for one year from the notice, it belongs to the State',
);
const waitingForOwner = {
  all: [ownerUnknown, { inState: ['notice_running', 'sold_in_advance', 'claim_review', 'expired'] }],
} as const;

export const foundItemDeadlines: readonly Deadline[] = [
  {
    key: 'notice_year',
    label: words('公告期满', 'Year of the notice ends'),
    from: 'notice/published_at',
    rule: { years: 1 },
    while: waitingForOwner,
    source: lostProperty,
    warnDays: 30,
  },
  {
    key: 'notice_year_shifted',
    label: words('可作逾期处理', 'May be dealt with after'),
    from: 'notice/published_at',
    rule: { years: 1, shiftFromHoliday: true },
    while: waitingForOwner,
    source: words(
      '民法典第二百零三条顺延是否适用于公告期尚有不同理解，从严：顺延后才可处理',
      'Whether Civil Code art. 203 moves the end of a notice is open; the later day is kept to be safe',
    ),
    warnDays: 30,
  },
  {
    key: 'pass_on_at_once',
    label: words('立即移交', 'Pass on at once'),
    from: 'handed_in_at',
    while: { all: [passedOnAtOnce, { inState: ['registered', 'in_custody'] }] },
    source: words(
      '地方规定：危险、违禁、涉密物品和枪弹不公告，立即移交主管单位',
      'Local rules: dangerous, prohibited or secret things and weapons are passed on at once',
    ),
  },
  {
    key: 'pass_on_by_local_rule',
    label: words('按本地规定移交', 'Pass on by local rule'),
    from: 'transfer/due_on',
    while: { inState: ['registered', 'in_custody', 'owner_notified', 'notice_running'] },
    source: words('本地规定，由单位填写', 'Local rule, filled in by the unit'),
  },
];
