// Papers of giving a found item back: comparison sheet, receipt, authorisation.

import type { Expression } from '../../expression.ts';
import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import {
  blank,
  column,
  field,
  figuresAndCapitals,
  nameOf,
  pair,
  rightColumn,
  say,
  sentence,
  unitAndDate,
  widePair,
} from './blocks.ts';
import { releasedName, thingsTable } from './found-item-lists.ts';

const byDelegate = { equals: ['is_delegate', true] } as const;
const collector: Expression = { when: byDelegate, then: nameOf('delegate/'), else: nameOf('recipient/') };
const officers: Expression = { join: [field('officer_1'), field('officer_2')], with: '、' };

const claimSheet: PrintedDocument = {
  key: 'claim_sheet',
  label: words('认领申请（核对）表', 'Claim and comparison sheet'),
  title: '认领申请（核对）表',
  per: 'claims',
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('认领人', nameOf('claimant/')),
        pair('联系电话', 'claimant/phone'),
        pair('证件类型', 'claimant/id_type'),
        pair('证件号码', 'claimant/id_no'),
        widePair('住址', 'claimant/address'),
        pair('申请时间', 'claimed_at'),
        pair('出示证件及凭证', 'documents_shown'),
      ],
      perRow: 2,
    },
    { pairs: [widePair('认领人所述物品特征及丢失经过', 'asserted_features', 6)], perRow: 1 },
    thingsTable,
    {
      table: {
        heading: '暗记（仅供核对，不得示人）',
        list: 'items',
        where: { filled: 'secret_feature' },
        columns: [column('物品', 'name', 30), column('暗记', 'secret_feature')],
      },
    },
    {
      pairs: [
        pair('身份核对', 'identity_checks'),
        pair('物品核对', 'item_checks'),
        pair('核对结果', 'outcome'),
        pair('核对人', 'checked_by'),
        widePair('结果说明', 'outcome_note', 2),
      ],
      perRow: 2,
    },
    {
      when: { filled: '/dispute_note' },
      blocks: [{ pairs: [widePair('争议处理说明', '/dispute_note', 2)], perRow: 1 }],
    },
    {
      signatures: [
        { label: '认领人', fingerprint: true, date: true },
        { label: '核对人', date: true },
        { label: '第二核对人', date: true },
      ],
    },
  ],
};

const collectionReceipt: PrintedDocument = {
  key: 'collection_receipt',
  label: words('领取凭证', 'Collection receipt'),
  title: '领取凭证',
  per: 'releases',
  copies: ['第一联 附卷', '第二联 交领取人'],
  audience: 'party',
  blocks: [
    { paragraph: sentence('今收到', { record: 'unit' }, '发还的下列物品：') },
    {
      table: {
        list: 'lines',
        columns: [
          column('物品名称及特征', releasedName),
          rightColumn('数量', 'quantity', 12),
          rightColumn('现金', 'amount_fen', 20),
        ],
      },
    },
    {
      when: { filled: 'cash_fen' },
      blocks: [{ paragraph: sentence('发还现金合计：', figuresAndCapitals(field('cash_fen')), '。') }],
    },
    {
      when: { filled: 'proceeds_fen' },
      blocks: [{ paragraph: sentence('发还变卖价款：', figuresAndCapitals(field('proceeds_fen')), '。') }],
    },
    { paragraph: say('经核对物品无误。') },
    {
      pairs: [
        pair('权利人', nameOf('recipient/')),
        pair('证件号码', { masked: field('recipient/id_no'), as: 'residentId' }),
        pair('领取人', collector),
        pair('与权利人关系', 'relation'),
        pair('受托人证件号码', { when: byDelegate, then: { masked: field('delegate/id_no'), as: 'residentId' } }),
        pair('联系电话', { when: byDelegate, then: field('delegate/phone'), else: field('recipient/phone') }),
        pair('通知领取时间', 'called_at'),
        pair('领取时间', 'released_at'),
        pair('拾得物编号', { record: 'number' }),
        pair('发还经办人', officers),
      ],
      perRow: 2,
    },
    {
      signatures: [
        { label: '领取人（签名并捺指印）', fingerprint: true, date: true },
        { label: '发还经办人', date: true },
        { label: '第二经办人', date: true },
      ],
    },
    { note: '办案人员及其他公安机关工作人员不得代为领取。' },
    unitAndDate,
  ],
};

const authorisation: PrintedDocument = {
  key: 'authorisation',
  label: words('授权委托书', 'Authorisation of a delegate'),
  title: '授权委托书',
  offered: { not: { equals: ['special_kind', 'resident_id'] } },
  audience: 'party',
  blocks: [
    {
      pairs: [
        pair('委托人', nameOf('owner/')),
        pair('联系电话', 'owner/phone'),
        pair('证件类型', 'owner/id_type'),
        pair('证件号码', blank),
        widePair('住址', blank),
        pair('受托人', blank),
        pair('联系电话', blank),
        pair('证件类型', blank),
        pair('证件号码', blank),
        widePair('与委托人关系', blank),
      ],
      perRow: 2,
    },
    {
      paragraph: sentence(
        '委托人因故不能亲自到',
        { record: 'unit' },
        '领取编号为“',
        { record: 'number' },
        '”的拾得物品，现委托上列受托人代为办理认领、核对、签收手续。受托人在办理过程中签署的有关文书，委托人均予认可。',
      ),
    },
    {
      pairs: [
        widePair(
          '委托领取的物品',
          { each: 'items', show: { join: [field('name'), field('quantity'), field('unit')] }, with: '；' },
          2,
        ),
        widePair('委托期限', say('自　　年　　月　　日至　　年　　月　　日')),
      ],
      perRow: 1,
    },
    { note: '附：委托人、受托人身份证件复印件各一份。居民身份证由本人领取，不接受委托。' },
    {
      signatures: [
        { label: '委托人', fingerprint: true, date: true },
        { label: '受托人', fingerprint: true, date: true },
      ],
    },
  ],
};

export const claimPapers: readonly PrintedDocument[] = [claimSheet, collectionReceipt, authorisation];
