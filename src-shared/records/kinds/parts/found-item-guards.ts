// What must be on the record before a found thing changes hands, each with the words that say what is missing.

import type { Condition, Taking } from '../../condition.ts';
import type { Guard } from '../../workflow.ts';
import { allFilled, guard, ifThen } from './guards.ts';

/**
 * Worth in fen from which the head of the unit releases. The law names no sum; 5,000 yuan is a proposal, and the face
 * value of a certificate does not count: it is no cash and can be reported lost at the bank.
 */
export const headReleasesFrom = 500_000;

export const piecesTaken: Taking = {
  taken: 'releases/lines',
  line: 'line',
  amount: 'quantity',
  held: [{ list: 'items', amount: 'quantity' }, { list: 'doc_lines' }],
};
export const cashTaken: Taking = {
  taken: 'releases/lines',
  line: 'line',
  amount: 'amount_fen',
  held: [{ list: 'cash_lines', amount: 'amount' }],
};

const hasIdentityCard: Condition = { some: ['doc_lines', { equals: ['kind', 'resident_id'] }] };
export const isIdentityCard: Condition = { equals: ['special_kind', 'resident_id'] };
const byDelegate: Condition = { equals: ['is_delegate', true] };

/** Dangerous, prohibited, secret, weapons: never advertised, passed on at once (Guangzhou 2021 and other local rules). */
export const passedOnAtOnce: Condition = {
  oneOf: ['special_kind', ['dangerous', 'prohibited', 'secret', 'weapon', 'controlled_blade']],
};
export const soldWhenPerishable: Condition = { oneOf: ['special_kind', ['perishable', 'animal']] };
export const ownerUnknown: Condition = { equals: ['owner_known', false] };

export const intakeGuards: readonly Guard[] = [
  guard(
    'finder_signed',
    '拾得人尚未在物品清单上签字（匿名或邮寄送交的除外）',
    'The finder has not signed the list of things (unless anonymous)',
    {
      any: [
        { filled: 'finder_signature/signed_at' },
        { attached: 'signed_item_list' },
        { every: ['finders', { equals: ['anonymous', true] }] },
      ],
    },
  ),
  guard('photo_taken', '缺少物品照片', 'There is no photo of the things', { attached: 'photo' }),
  guard('receipt_printed', '尚未打印受理回执', 'The acceptance receipt has not been printed', {
    printed: 'acceptance_receipt',
  }),
  guard(
    'cash_counted_by_two',
    '现金须由两名不同人员逐张清点并记名',
    'Cash must be counted by two different people, both named',
    {
      every: ['cash_lines', { different: ['counted_by_1', 'counted_by_2'] }],
    },
  ),
  guard(
    'taken_in_by_receiver',
    '须由接收人或第二接收人办理入库',
    'One of the two receivers must take it into custody',
    { actorIs: ['receiver', 'co_receiver'] },
  ),
];

export const ownerGuards: readonly Guard[] = [
  guard('owner_named', '尚未写明权利人', 'The owner is not named', {
    any: [{ filled: 'owner/name' }, { filled: 'owner/name_partial' }],
  }),
  guard('contact_logged', '尚无联系记录', 'No contact attempt is logged', { atLeast: ['contacts', 1] }),
];

export const noticeGuards: readonly Guard[] = [
  guard(
    'owner_unknown',
    '已知悉权利人的应当通知，不发布公告',
    'A known owner is notified; no notice is published',
    ownerUnknown,
  ),
  guard(
    'may_be_advertised',
    '危险品、违禁品、涉密物品、枪弹和管制器具不得公告，应立即移交',
    'Dangerous, prohibited or secret things and weapons are never advertised; pass them on at once',
    { not: passedOnAtOnce },
  ),
  guard(
    'notice_written',
    '公告时间、方式、张贴处和公告所写地点尚未填齐',
    'When, how and where the notice was published, and the place it names, are not all filled in',
    allFilled('notice/published_at', 'notice/channel', 'notice/place', 'notice/public_place'),
  ),
  guard('notice_printed', '尚未打印招领公告', 'The notice has not been printed', { printed: 'found_notice' }),
];

const checkedTwice: Condition = {
  all: [
    { any: [{ filled: 'claimant/name' }, { filled: 'claimant/name_partial' }] },
    { has: ['identity_checks', 'name'] },
    { has: ['identity_checks', 'number'] },
    { has: ['identity_checks', 'photo'] },
    { filled: 'item_checks' },
  ],
};

export const claimGuards: readonly Guard[] = [
  guard(
    'person_and_thing_checked',
    '尚未完成双核对：身份（姓名、号码、照片）和物品（暗记、内装物品、凭证或解锁）',
    'Person (name, number, photo) and thing (secret feature, contents, proof or unlocking) have not both been checked',
    { some: ['claims', checkedTwice] },
  ),
  guard('claimant_not_officer', '认领人不得是本单位工作人员', 'A claimant may not be an officer of this desk', {
    every: ['claims', { notAnOfficer: 'claimant' }],
  }),
];

const handedOver = (condition: Condition): Condition => ({ every: ['releases', condition] });

const releaseGuards: readonly Guard[] = [
  guard('release_recorded', '尚未登记发还明细', 'No release is recorded', { atLeast: ['releases', 1] }),
  guard('claim_accepted', '没有核对一致的认领申请', 'No claim has been found to agree', {
    some: ['claims', { equals: ['outcome', 'accepted'] }],
  }),
  guard(
    'dispute_settled',
    '有两人以上认领，须先写明争议处理说明',
    'Two or more people claim it: write down how the dispute was settled',
    ifThen({ atLeast: ['claims', 2] }, { filled: 'dispute_note' }),
  ),
  guard(
    'recipient_named',
    '尚未写明权利人；委托领取的还须写明受托人',
    'The owner, or the delegate who collects, is not named',
    handedOver({
      all: [
        { any: [{ filled: 'recipient/name' }, { filled: 'recipient/name_partial' }] },
        ifThen(byDelegate, { all: [{ filled: 'delegate/name' }, { filled: 'delegate/id_no' }] }),
      ],
    }),
  ),
  guard(
    'recipient_not_officer',
    '办案及其他公安人员不得代为领取',
    'Officers may not collect',
    handedOver({ all: [{ notAnOfficer: 'recipient' }, { notAnOfficer: 'delegate' }] }),
  ),
  guard(
    'delegate_papers',
    '委托领取缺少委托书、权利人证件或受托人证件',
    'For a delegate: authorisation and both identity documents are needed',
    ifThen(
      { some: ['releases', byDelegate] },
      { all: [{ attached: 'authorisation' }, { attached: 'owner_id_copy' }, { attached: 'delegate_id_copy' }] },
    ),
  ),
  guard(
    'identity_card_in_person',
    '居民身份证须本人领取，并留存核查影像',
    'An identity card is handed only to its holder, and an image of the check is kept',
    ifThen(isIdentityCard, handedOver({ all: [{ not: byDelegate }, { equals: ['identity_image_kept', true] }] })),
  ),
  guard(
    'identity_card_delegate_basis',
    '内有居民身份证，委托领取须写明允许的依据',
    'There is an identity card among the things: name the rule that lets a delegate collect it',
    ifThen(hasIdentityCard, handedOver(ifThen(byDelegate, { filled: 'delegate_basis' }))),
  ),
  guard(
    'two_officers',
    '发还须由两名不同的经办人办理',
    'Two different officers must hand it over',
    handedOver({ different: ['officer_1', 'officer_2'] }),
  ),
  guard(
    'receipt_signed',
    '领取凭证尚未打印，或领取人尚未签字捺印',
    'The receipt is not printed, or not signed with a fingerprint',
    handedOver({
      all: [
        { printed: 'collection_receipt' },
        { filled: 'receipt/signed_at' },
        { equals: ['receipt/fingerprint', true] },
      ],
    }),
  ),
  guard('handover_photo', '缺少发还照片', 'There is no photo of the hand-over', { attached: 'handover_photo' }),
  guard(
    'proceeds_returned',
    '物品已先行变卖，须写明发还的变卖价款',
    'The thing was sold in advance: record the proceeds given back',
    ifThen({ filled: 'advance_sale/sold_at' }, { some: ['releases', { filled: 'proceeds_fen' }] }),
  ),
];

export const withinHeld: Guard = guard(
  'within_held',
  '发还的数量或金额超过保管的数量或金额',
  'More is given back than is held',
  { all: [{ within: piecesTaken }, { within: cashTaken }] },
);
const allReturned: Guard = guard(
  'all_returned',
  '尚有物品未发还；部分发还请用“部分发还”',
  'Not everything is given back; for a part use “Release a part”',
  { all: [{ covered: piecesTaken }, { covered: cashTaken }] },
);
const belowHead: Guard = guard(
  'below_head_limit',
  '物品与现金合计达到 5000 元，须由负责人发还',
  'Worth 5,000 yuan or more: the head of the unit must release it',
  { not: { atLeast: ['worth_fen', headReleasesFrom] } },
);

export const partReleaseGuards: readonly Guard[] = [...releaseGuards, withinHeld];
export const wholeReleaseGuards: readonly Guard[] = [...releaseGuards, withinHeld, allReturned];
export const officerReleaseGuards: readonly Guard[] = [...wholeReleaseGuards, belowHead];
export const officerPartReleaseGuards: readonly Guard[] = [...partReleaseGuards, belowHead];
