// Papers of a home visit: the record the resident may sign, and the answer that is given afterwards.

import type { Expression } from '../../expression.ts';
import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { column, field, nameOf, pair, say, sentence, unitAndDate, widePair } from './blocks.ts';

const visitors: Expression = { each: 'visitors', show: { first: [field('officer'), field('name')] }, with: '、' };
const met: Expression = { each: 'persons_met', show: { join: [nameOf(''), field('relation')], with: ' ' }, with: '、' };

const visitRecord: PrintedDocument = {
  key: 'visit_record',
  label: words('走访记录表', 'Visit record'),
  title: '入户走访记录表',
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('走访时间', { first: [field('visited_at'), field('planned_on')] }),
        pair('结束时间', 'ended_at'),
        pair('走访人', visitors),
        pair('走访目的', 'purpose'),
        pair('走访户', 'household'),
        pair('受访人', met),
        widePair('地址', 'address'),
        widePair('基本情况', 'summary', 6),
      ],
      perRow: 2,
    },
    {
      table: {
        heading: '反映的问题与诉求',
        list: 'demands',
        blankRows: 2,
        columns: [
          column('诉求内容', 'text'),
          column('类别', 'category', 12),
          column('办理措施', { first: [field('measures'), field('explanation')] }, 22),
          column('责任人', 'responsible', 11),
          column('办结时限', 'due_at', 16),
          column('办结时间', 'done_at', 16),
        ],
      },
    },
    {
      pairs: [
        widePair('现场办结', 'on_spot', 2),
        widePair('发放资料物品', {
          each: 'materials',
          show: { join: [field('name'), field('quantity')], with: ' ×' },
          with: '、',
        }),
        widePair('反馈情况', { join: [field('feedback/at'), field('feedback/text')], with: ' ' }, 2),
        pair('满意度', 'satisfaction'),
        pair('下次走访', 'next_visit_on'),
      ],
      perRow: 2,
    },
    { photos: 'photo', heading: '走访照片' },
    {
      signatures: [
        { label: '受访人', date: true },
        { label: '走访人', date: true },
        { label: '走访人', date: true },
      ],
    },
  ],
};

const diaryPage: PrintedDocument = {
  key: 'diary_page',
  label: words('民情日记', 'Diary of people’s concerns'),
  title: '民情日记',
  offered: { filled: 'visited_at' },
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('日期', { day: 'visited_at' }),
        pair('走访人', visitors),
        pair('走访户', { first: [met, field('household')] }),
        pair('满意度', 'satisfaction'),
      ],
      perRow: 2,
    },
    { paragraph: field('summary') },
    {
      when: { atLeast: ['demands', 1] },
      blocks: [{ paragraph: sentence('群众反映：', { each: 'demands', show: field('text'), with: '；' }, '。') }],
    },
    { when: { filled: 'on_spot' }, blocks: [{ paragraph: sentence('现场办结：', field('on_spot')) }] },
    { when: { filled: 'feedback/text' }, blocks: [{ paragraph: sentence('反馈：', field('feedback/text')) }] },
  ],
};

const answerSheet: PrintedDocument = {
  key: 'answer_sheet',
  label: words('回访单', 'Answer to the resident'),
  title: '走访诉求回访单',
  offered: { atLeast: ['demands', 1] },
  copies: ['第一联 存根', '第二联 交居民'],
  audience: 'party',
  blocks: [
    { paragraph: sentence(met, '：'), indent: false },
    { paragraph: sentence('您在', { day: 'visited_at' }, '走访时反映的问题，办理情况回访如下：') },
    {
      table: {
        list: 'demands',
        columns: [
          column('反映的问题', 'text'),
          column('承办单位', 'referred_to', 18),
          column('办理情况', { first: [field('measures'), field('explanation')] }, 30),
          column('办结时间', 'done_at', 18),
        ],
      },
    },
    {
      pairs: [
        pair('回访时间', 'feedback/at'),
        pair('回访方式', 'feedback/way'),
        pair('回访对象', 'feedback/to'),
        pair('回访人', 'feedback/by'),
        widePair('回访情况', 'feedback/text', 3),
        widePair('满意度', { first: [field('satisfaction'), say('□ 满意　□ 基本满意　□ 不满意')] }),
      ],
      perRow: 2,
    },
    {
      signatures: [
        { label: '居民', date: true },
        { label: '回访人', date: true },
      ],
    },
    unitAndDate,
  ],
};

export const visitPapers: readonly PrintedDocument[] = [visitRecord, diaryPage, answerSheet];
