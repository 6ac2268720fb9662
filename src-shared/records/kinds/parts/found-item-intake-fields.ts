// What is written down when a thing is handed in: who found what, where and when, and where it is kept.

import { signatureFields } from '../../common-fields.ts';
import type { Fields } from '../../field.ts';
import {
  choice,
  dateTime,
  group,
  integer,
  list,
  longText,
  money,
  officer,
  record,
  text,
  yesNo,
} from '../../field-builders.ts';
import { words } from '../../words.ts';
import { itemLine } from './item-line.ts';
import { personEntry } from './persons.ts';

const finderLine: Fields = {
  role: choice('身份', 'Role', 'finder_role', { required: true }),
  anonymous: yesNo('匿名', 'Anonymous'),
  anonymous_reason: text('匿名原因', 'Reason for anonymity', {
    maxLength: 200,
    required: { equals: ['anonymous', true] },
    shown: { equals: ['anonymous', true] },
  }),
  ...personEntry({}, { equals: ['anonymous', true] }),
  declines_reward: yesNo('放弃酬谢', 'Declines any reward'),
  reward_share: text('酬谢分配', 'Share of a reward', {
    maxLength: 100,
    shown: { not: { equals: ['declines_reward', true] } },
  }),
};

/** Counted exactly by two people; a denomination is in hundredths of the currency's unit, never "about". */
const cashLine: Fields = {
  currency: choice('币种', 'Currency', 'currency', { required: true }),
  denomination: money('面额', 'Denomination', { required: true, min: 1, sensitivity: 'internal' }),
  count: integer('张(枚)数', 'Count', { required: true, min: 1, max: 1_000_000, sensitivity: 'internal' }),
  amount: money('金额', 'Amount', { derived: { product: ['denomination', 'count'] }, sensitivity: 'internal' }),
  counted_by_1: officer('清点人一', 'First counter', { prefill: 'me' }),
  counted_by_2: officer('清点人二', 'Second counter'),
  counted_at: dateTime('清点时间', 'Counted at', { notFuture: true, prefill: 'now' }),
};

/** For what does not lie with the rest: the card in the safe, the bag in the cupboard. */
const keptApart: Fields = {
  kept_at: text('另存位置', 'Kept apart at', {
    maxLength: 100,
    search: 'text',
    sensitivity: 'internal',
    hint: words(
      '与其他物品分开存放时填写：柜、架、袋号',
      'Only when it lies apart from the rest: cupboard, shelf, bag',
    ),
  }),
  seal_no: text('封签号', 'Seal number', { maxLength: 50, search: 'tail', sensitivity: 'internal' }),
};

const isCertificate = { oneOf: ['kind', ['deposit_certificate', 'passbook', 'bill', 'other']] } as const;

/** Documents and certificates: a face value is written on them and is no cash. */
const documentLine: Fields = {
  kind: choice('证件票证种类', 'Kind of document', 'document_kind', { required: true }),
  number: text('号码', 'Number', {
    maxLength: 50,
    search: 'tail',
    mask: 'tail',
    sensitivity: 'sensitive',
    hint: words(
      '不拨打卡面号码，通知发卡机构或失主',
      'Never phone a number printed on a card; tell the issuing bank or the owner',
    ),
  }),
  issuer: text('签发机构', 'Issued by', { maxLength: 100, search: 'text', sensitivity: 'internal' }),
  holder: text('持有人', 'Holder', { maxLength: 50, search: 'name', mask: 'name', sensitivity: 'internal' }),
  face_value_fen: money('票面金额', 'Face value', {
    shown: isCertificate,
    sensitivity: 'sensitive',
    hint: words('票面金额不计入现金', 'A face value is not counted as cash'),
  }),
  note: text('说明', 'Note', { maxLength: 200, sensitivity: 'internal' }),
  ...keptApart,
};

const identityCard = {
  any: [{ equals: ['special_kind', 'resident_id'] }, { some: ['doc_lines', { equals: ['kind', 'resident_id'] }] }],
} as const;

export const intakeFields: Fields = {
  found_at: dateTime('拾得时间', 'Found at', {
    required: true,
    notFuture: true,
    alsoCalled: ['捡到时间', '捡拾时间', '拾到时间', '拾获时间', '发现时间', '拾得日期', '捡到日期', '拾物时间'],
  }),
  found_at_precision: choice('时间精度', 'How exact the time is', 'time_precision', { required: true }),
  found_place: text('拾得地点', 'Place found', {
    required: true,
    maxLength: 200,
    search: 'name',
    alsoCalled: ['捡到地点', '捡拾地点', '拾到地点', '拾获地点', '发现地点', '地点', 'Place'],
  }),
  place_kind: choice('地点类型', 'Kind of place', 'place_kind'),
  finders: list('拾得人', 'Finders', ['拾得人', 'Finder'], finderLine, { required: true, min: 1, max: 50 }),
  handed_in_at: dateTime('送交时间', 'Handed in at', {
    alsoCalled: [
      '上交时间',
      '交来时间',
      '送来时间',
      '接收时间',
      '移交时间',
      '登记时间',
      '登记日期',
      '上交日期',
      '送交日期',
    ],
    required: true,
    notFuture: true,
    notBefore: 'found_at',
    prefill: 'now',
  }),
  receiver: officer('接收人', 'Receiver', {
    required: true,
    prefill: 'me',
    alsoCalled: ['接收民警', '接警人', '受理人', '值班民警', '接待人'],
  }),
  co_receiver: officer('第二接收人', 'Second receiver', { required: true, alsoCalled: ['协助接收人', '见证民警'] }),
  finder_signature: group('拾得人签字', 'Signature of the finder', signatureFields),
  call_no: text('警情编号', 'Call number', { maxLength: 50, search: 'tail' }),
};

export const thingFields: Fields = {
  special_kind: choice('特殊物品', 'Special kind', 'special_kind', { required: true }),
  items: list(
    '物品明细',
    'Things',
    ['物品', 'Thing'],
    {
      ...itemLine,
      ...keptApart,
      secret_feature: longText('暗记', 'Secret feature', {
        maxLength: 300,
        sensitivity: 'sensitive',
        hint: words('认领时询问，不上公告', 'Asked of a claimant; never on a notice'),
      }),
    },
    { required: true, min: 1, max: 500 },
  ),
  items_value_fen: money('物品估价合计', 'Estimated value of the things', {
    derived: { sum: 'items/value_fen' },
    sensitivity: 'internal',
  }),
  cash_lines: list('现金', 'Cash', ['现金', 'Cash line'], cashLine, { max: 100 }),
  cash_total_fen: money('人民币现金合计', 'Cash in renminbi', {
    derived: { sum: 'cash_lines/amount', where: { equals: ['currency', 'cny'] } },
    sensitivity: 'internal',
  }),
  doc_lines: list('证件票证', 'Documents and certificates', ['证件票证', 'Document'], documentLine, { max: 500 }),
  face_value_total_fen: money('票面金额合计', 'Total face value', {
    derived: { sum: 'doc_lines/face_value_fen' },
    sensitivity: 'sensitive',
  }),
  /** What a release without the head's consent may be worth: things and cash; a certificate is no cash. */
  worth_fen: money('物品与现金合计', 'Things and cash together', {
    derived: { sum: ['items_value_fen', 'cash_total_fen'] },
    sensitivity: 'internal',
  }),
  id_card: group(
    '居民身份证核查',
    'Identity card check',
    {
      register_signed: yesNo('拾得人已签《丢失居民身份证招领登记表》', 'Finder signed the identity card register'),
      checked_at: dateTime('核查时间', 'Checked at', { notFuture: true }),
      already_replaced: yesNo('已补领新证', 'Already replaced by a new card'),
      national_entry_at: dateTime('录入全国系统时间', 'Entered in the national system at', {
        notFuture: true,
        shown: { not: { equals: ['already_replaced', true] } },
      }),
    },
    { shown: identityCard },
  ),
  custody_place: text('保管位置', 'Where it is kept', {
    alsoCalled: ['存放位置', '存放地点', '保管地点', '保管场所', '存放处', '柜号'],
    required: true,
    maxLength: 100,
    search: 'text',
    sensitivity: 'internal',
  }),
  seal_no: text('封签号', 'Seal number', { maxLength: 50, search: 'tail', sensitivity: 'internal' }),
  cash_place: text('现金存放位置', 'Where the cash is kept', {
    maxLength: 100,
    search: 'text',
    sensitivity: 'internal',
    shown: { atLeast: ['cash_lines', 1] },
    hint: words('现金不与物品同放时填写，如保险柜', 'When it does not lie with the things, as in the safe'),
  }),
  custodian: officer('保管人', 'Custodian', {
    hint: words(
      '未填即为接收人；已填的只能经保管交接更换',
      'The receiver when left empty; once filled in it changes by a hand-over of custody only',
    ),
  }),
  custody_moves: list(
    '保管交接记录',
    'Hand-overs of custody',
    ['交接', 'Hand-over'],
    {
      at: dateTime('交接时间', 'Handed over at', { required: true }),
      from: officer('移交人', 'Handed over by', { required: true }),
      to: officer('接收保管人', 'Taken over by', { required: true }),
      sheet: record('保管交接单', 'Hand-over sheet', ['custody_handover']),
    },
    { max: 500 },
  ),
};
