// How the owner is looked for: whom the desk knows, whom it called, what it announced.

import { person } from '../../common-fields.ts';
import type { Fields } from '../../field.ts';
import {
  choice,
  choices,
  date,
  dateTime,
  group,
  list,
  longText,
  money,
  officer,
  text,
  yesNo,
} from '../../field-builders.ts';
import { words } from '../../words.ts';

const ownerUnknown = { equals: ['owner_known', false] } as const;

export const ownerFields: Fields = {
  owner_known: yesNo('是否知悉权利人', 'Is the owner known', {
    required: true,
    hint: words('知悉的及时通知，不知悉的发布招领公告', 'Known: notify in time. Unknown: publish a notice'),
  }),
  owner: person('权利人', 'Owner', {
    traced_through: text('查找途径', 'How the owner was traced', { maxLength: 200, sensitivity: 'internal' }),
    aware_of_loss: yesNo('联系前已知丢失', 'Knew of the loss before being called'),
    loss_told: text('丢失经过', 'What the owner says of the loss', { maxLength: 500, sensitivity: 'internal' }),
  }),
  contacts: list(
    '联系记录',
    'Contact attempts',
    ['联系', 'Contact'],
    {
      at: dateTime('联系时间', 'At', { required: true, notFuture: true, prefill: 'now' }),
      way: choice('方式', 'Way', 'contact_way', { required: true }),
      number: text('号码', 'Number', {
        maxLength: 40,
        check: 'phone',
        mask: 'phone',
        search: 'tail',
        sensitivity: 'sensitive',
      }),
      by: officer('联系人员', 'Called by', { prefill: 'me' }),
      result: choice('结果', 'Result', 'contact_result', { required: true }),
      note: text('说明', 'Note', { maxLength: 500, sensitivity: 'internal' }),
    },
    { max: 200 },
  ),
  notice: group(
    '招领公告',
    'Found-property notice',
    {
      published_at: dateTime('公告时间', 'Published at', { notFuture: true }),
      channel: choices('公告方式', 'Where published', 'notice_channel'),
      place: text('张贴或发布处', 'Posted at', { maxLength: 200 }),
      public_place: text('公告所写地点', 'Place as the notice names it', {
        maxLength: 100,
        hint: words('写到道路或街区，不写具体位置', 'Down to the street, not the exact spot'),
      }),
      ends_on: date('期满日', 'Ends on', { derived: { due: 'notice_year' } }),
      disposable_from: date('顺延后期满日', 'Ends on, moved from a holiday', {
        derived: { due: 'notice_year_shifted' },
      }),
    },
    { shown: ownerUnknown },
  ),
};

export const claimFields: Fields = {
  claims: list(
    '认领申请',
    'Claims',
    ['认领', 'Claim'],
    {
      claimed_at: dateTime('申请时间', 'Claimed at', { required: true, notFuture: true, prefill: 'now' }),
      claimant: person('认领人', 'Claimant'),
      asserted_features: longText('所述特征', 'Features the claimant names', {
        maxLength: 2000,
        sensitivity: 'sensitive',
      }),
      documents_shown: text('出示证件及凭证', 'Documents shown', { maxLength: 300, sensitivity: 'internal' }),
      identity_checks: choices('身份核对', 'Check of the person', 'identity_check'),
      item_checks: choices('物品核对', 'Check of the thing', 'item_check'),
      outcome: choice('核对结果', 'Result of the comparison', 'claim_outcome'),
      outcome_note: text('结果说明', 'Note on the result', {
        maxLength: 500,
        required: { equals: ['outcome', 'rejected'] },
        sensitivity: 'internal',
      }),
      checked_by: officer('核对人', 'Compared by', { prefill: 'me' }),
    },
    { max: 100 },
  ),
  dispute_note: longText('争议处理说明', 'How the dispute was settled', {
    maxLength: 2000,
    sensitivity: 'internal',
    hint: words('两人以上认领时，发还前必须写明', 'Needed before a release when two or more people claim it'),
  }),
};

export const costFields: Fields = {
  costs: list(
    '必要费用',
    'Necessary costs',
    ['费用', 'Cost'],
    {
      kind: choice('费用种类', 'Kind of cost', 'cost_kind', { required: true }),
      amount_fen: money('金额', 'Amount', { required: true, min: 1, sensitivity: 'internal' }),
      receipt_no: text('票据号', 'Receipt number', { maxLength: 50, search: 'tail' }),
      paid_by_owner: yesNo('权利人已支付', 'Paid by the owner'),
    },
    { max: 100 },
  ),
  reward_promise: group('悬赏', 'Promise of a reward', {
    promised_on: date('承诺日期', 'Promised on', { notFuture: true }),
    wording: text('承诺内容', 'Wording', {
      maxLength: 300,
      hint: words('仅限权利人自己的承诺', "Only the owner's own promise"),
    }),
    amount_fen: money('金额', 'Amount', { sensitivity: 'internal' }),
    paid: yesNo('已履行', 'Kept'),
  }),
};
