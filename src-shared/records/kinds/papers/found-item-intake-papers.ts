// Papers of a found item while it is at the desk: receipt for the finder, list of things, notice.

import type { Expression } from '../../expression.ts';
import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { cashPiece } from '../parts/found-item-custody.ts';
import { column, field, finderName, finderNames, pair, say, sentence, unitAndDate, widePair } from './blocks.ts';
import { hasCash, heldTables } from './found-item-lists.ts';

const foundWhen: Expression = {
  join: [
    field('found_at'),
    {
      when: { not: { equals: ['found_at_precision', 'exact'] } },
      then: sentence('（', field('found_at_precision'), '）'),
    },
  ],
};
const receivers: Expression = { join: [field('receiver'), field('co_receiver')], with: '、' };
const oneYear = '自招领公告之日起一年内无人认领的，依照《中华人民共和国民法典》第三百一十八条归国家所有。';

/** Where the thing lies and since when. */
const labelPlace = (place: string): Expression => ({
  join: [{ first: [field(place), field('custody_place')] }, { day: 'handed_in_at' }],
  with: ' · ',
});
const labelSeal: Expression = {
  when: { any: [{ filled: 'seal_no' }, { filled: '/seal_no' }] },
  then: sentence('封签号 ', { first: [field('seal_no'), field('/seal_no')] }),
};

const acceptanceReceipt: PrintedDocument = {
  key: 'acceptance_receipt',
  label: words('受理回执', 'Acceptance receipt'),
  title: '拾得物品受理回执',
  copies: ['第一联 存根', '第二联 交拾得人'],
  audience: 'party',
  blocks: [
    { paragraph: sentence('兹收到', finderNames, '送交的拾得物品，现予受理登记。') },
    {
      pairs: [
        pair('拾得人', finderNames),
        pair('联系电话', { each: 'finders', show: field('phone'), with: '、' }),
        pair('拾得时间', foundWhen),
        pair('拾得地点', 'found_place'),
        pair('送交时间', 'handed_in_at'),
        pair('接收人', receivers),
      ],
      perRow: 2,
    },
    ...heldTables,
    { paragraph: sentence(oneYear, '咨询电话：', { record: 'unitPhone' }) },
    {
      when: { some: ['finders', { equals: ['declines_reward', true] }] },
      blocks: [
        {
          paragraph: sentence(
            { each: 'finders', show: finderName, where: { equals: ['declines_reward', true] }, with: '、' },
            '声明放弃权利人的酬谢。',
          ),
        },
      ],
    },
    { signatures: [{ label: '拾得人', date: true }, { label: '接收人' }, { label: '第二接收人' }] },
    unitAndDate,
  ],
};

const itemList: PrintedDocument = {
  key: 'item_list',
  label: words('拾得物品清单（入库单）', 'List of things (custody sheet)'),
  title: '拾得物品清单（入库单）',
  copies: ['第一联 附卷', '第二联 随物'],
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('拾得人', finderNames),
        pair('拾得时间', foundWhen),
        pair('拾得地点', 'found_place'),
        pair('送交时间', 'handed_in_at'),
        pair('特殊物品', 'special_kind'),
        pair('保管位置', 'custody_place'),
        pair('封签号', 'seal_no'),
        pair('接收人', receivers),
      ],
      perRow: 2,
    },
    ...heldTables,
    { photos: 'photo', heading: '物品照片' },
    { paragraph: say('以上物品经拾得人与接收人当面清点，数量、特征与清单一致。') },
    {
      signatures: [
        { label: '拾得人', fingerprint: true, date: true },
        { label: '接收人', date: true },
        { label: '第二接收人', date: true },
        { label: '保管人', date: true },
      ],
    },
  ],
};

/** Stuck on the bag: enough to find it and to put it back, nothing that a claimant could learn from it. */
const custodyLabels: PrintedDocument = {
  key: 'custody_labels',
  label: words('保管标签（二维码）', 'Custody labels (QR)'),
  title: '保管标签',
  audience: 'file',
  blocks: [
    {
      labels: {
        list: 'items',
        lines: [
          { first: [field('name'), field('category')] },
          { join: [field('quantity'), field('unit')] },
          labelPlace('kept_at'),
          labelSeal,
        ],
      },
    },
    { labels: { list: 'doc_lines', lines: [field('kind'), labelPlace('kept_at'), labelSeal] } },
    { labels: { when: hasCash, piece: cashPiece, lines: [say('现金（封存）'), labelPlace('cash_place'), labelSeal] } },
  ],
};

/** Category, day, rough place: nothing that lets a stranger describe the thing. */
const foundNotice: PrintedDocument = {
  key: 'found_notice',
  label: words('招领公告', 'Found-property notice'),
  title: '招领公告',
  offered: {
    all: [
      { equals: ['owner_known', false] },
      { not: { oneOf: ['special_kind', ['dangerous', 'prohibited', 'secret', 'weapon', 'controlled_blade']] } },
    ],
  },
  audience: 'public',
  blocks: [
    { paragraph: sentence('我单位收到群众拾得送交的下列物品，现予公告招领：') },
    {
      table: {
        list: 'items',
        columns: [column('物品类别', 'category'), column('数量', { join: [field('quantity'), field('unit')] }, 30)],
      },
    },
    { when: hasCash, blocks: [{ paragraph: say('另有现金若干。') }] },
    { when: { atLeast: ['doc_lines', 1] }, blocks: [{ paragraph: say('另有证件、票证若干。') }] },
    {
      pairs: [
        pair('拾得日期', { day: 'found_at' }),
        pair('拾得地点（大致）', 'notice/public_place'),
        pair('公告日期', { day: 'notice/published_at' }),
        pair('公告期满', { due: 'notice_year' }),
      ],
      perRow: 2,
    },
    {
      paragraph: say(
        '请失主持本人有效身份证件，说明物品特征及丢失经过，到我单位认领。委托他人认领的，须提交授权委托书及双方身份证件；居民身份证由本人领取。',
      ),
    },
    { paragraph: say(oneYear) },
    { paragraph: sentence('地址及联系电话：', { record: 'unit' }, '　', { record: 'unitPhone' }) },
    unitAndDate,
  ],
};

const identityCardRegister: PrintedDocument = {
  key: 'identity_card_register',
  label: words('丢失居民身份证招领登记表', 'Register sheet of a found identity card'),
  title: '丢失居民身份证招领登记表',
  offered: {
    any: [{ equals: ['special_kind', 'resident_id'] }, { some: ['doc_lines', { equals: ['kind', 'resident_id'] }] }],
  },
  audience: 'file',
  blocks: [
    {
      table: {
        heading: '居民身份证',
        list: 'doc_lines',
        where: { equals: ['kind', 'resident_id'] },
        columns: [column('持证人', 'holder', 24), column('号码', 'number'), column('签发机关', 'issuer')],
      },
    },
    {
      pairs: [
        pair('拾得人', finderNames),
        pair('联系电话', { each: 'finders', show: field('phone'), with: '、' }),
        pair('拾得时间', foundWhen),
        pair('拾得地点', 'found_place'),
        pair('核查时间', 'id_card/checked_at'),
        pair('是否已补领', 'id_card/already_replaced'),
        pair('录入全国系统', 'id_card/national_entry_at'),
        widePair('处理情况', { record: 'status' }),
      ],
      perRow: 2,
    },
    {
      signatures: [
        { label: '拾得人', date: true },
        { label: '登记人', date: true },
      ],
    },
  ],
};

export const intakePapers: readonly PrintedDocument[] = [
  acceptanceReceipt,
  itemList,
  custodyLabels,
  foundNotice,
  identityCardRegister,
];
