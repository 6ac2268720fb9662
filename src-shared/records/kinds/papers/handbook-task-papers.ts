// Papers of the work handbook: the page of an item, and the reminder sent when it is due.

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { column, field, pair, say, sentence, unitAndDate, widePair } from './blocks.ts';

const handbookPage: PrintedDocument = {
  key: 'handbook_page',
  label: words('工作手册页', 'Handbook page'),
  title: '工作手册',
  audience: 'file',
  blocks: [
    {
      pairs: [
        widePair('工作事项', 'title'),
        pair('责任人', 'owner'),
        pair('协办人', { each: 'helpers', show: { first: [field('officer'), field('name')] }, with: '、' }),
        pair('登记时间', 'listed_at'),
        pair('最终办结时限', 'due_at'),
        pair('紧急程度', 'priority'),
        pair('事项来源', {
          join: [field('origin'), { first: [field('origin_record'), field('origin_document')] }],
          with: ' ',
        }),
        widePair('涉及部门', {
          each: 'orgs',
          show: { join: [field('name'), field('contact'), field('phone')], with: ' ' },
          with: '；',
        }),
        widePair('注意要点', 'points', 3),
      ],
      perRow: 2,
    },
    {
      table: {
        heading: '工作进度',
        list: 'progress',
        blankRows: 5,
        columns: [
          column('时间', 'at', 24),
          column('进展', 'text'),
          column('完成(%)', 'percent', 11),
          column('填写人', 'by', 13),
        ],
      },
    },
    {
      table: {
        heading: '延期',
        list: 'postponements',
        columns: [
          column('原时限', 'old_due_at', 22),
          column('新时限', 'new_due_at', 22),
          column('原因', 'reason'),
          column('批准人', 'approver', 13),
        ],
      },
    },
    {
      table: {
        heading: '交接',
        list: 'handover_notes',
        columns: [
          column('时间', 'at', 24),
          column('交出人', 'from', 13),
          column('接手人', 'to', 13),
          column('交接说明', 'note'),
        ],
      },
    },
    {
      pairs: [
        pair('办结时间', 'done_at'),
        pair('逾期原因', 'late_reason'),
        widePair('办理结果', 'result', 4),
        pair('核验人', 'verified_by'),
        pair('核验时间', 'verified_at'),
        widePair('核验意见', 'verification', 2),
      ],
      perRow: 2,
    },
    {
      signatures: [
        { label: '责任人', date: true },
        { label: '核验人', date: true },
      ],
    },
  ],
};

const reminder: PrintedDocument = {
  key: 'reminder',
  label: words('催办单', 'Reminder'),
  title: '催办单',
  offered: { inState: ['todo', 'doing', 'waiting', 'postponed'] },
  copies: ['第一联 存根', '第二联 交责任人'],
  audience: 'file',
  blocks: [
    { paragraph: sentence(field('owner'), '：'), indent: false },
    {
      paragraph: sentence(
        '你负责的工作事项“',
        field('title'),
        '”，办结时限为',
        field('due_at'),
        '，现状态为“',
        { record: 'status' },
        '”。请抓紧办理，并在收到本单后反馈进度；不能按时办结的，应在时限前说明原因，申请延期。',
      ),
    },
    {
      pairs: [
        widePair('涉及部门', { each: 'orgs', show: field('name'), with: '、' }),
        widePair('注意要点', 'points', 2),
        widePair('责任人回复', say(''), 5),
      ],
      perRow: 1,
    },
    {
      signatures: [
        { label: '签收人', date: true },
        { label: '催办人', date: true },
      ],
    },
    unitAndDate,
  ],
};

export const handbookTaskPapers: readonly PrintedDocument[] = [handbookPage, reminder];
