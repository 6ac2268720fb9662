// Papers of a rescue: the record, the hand-over sheet, the follow-up, the account of people who helped.

import type { Expression } from '../../expression.ts';
import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { blank, column, field, nameOf, pair, rightColumn, say, sentence, unitAndDate, widePair } from './blocks.ts';

const personNames: Expression = { each: 'persons', show: nameOf(''), with: '、' };
const rescuerName: Expression = { first: [field('officer'), field('name'), say('（未留姓名）')] };

const rescueRecord: PrintedDocument = {
  key: 'rescue_record',
  label: words('救助记录表', 'Rescue record'),
  title: '救助记录表',
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('警情编号', 'call_no'),
        pair('救助类型', 'rescue_kind'),
        pair('接警时间', 'alarm_at'),
        pair('派警时间', 'dispatched_at'),
        pair('到场时间', 'arrived_at'),
        pair('到场用时', { when: { filled: 'response_minutes' }, then: sentence(field('response_minutes'), '分钟') }),
        pair('结束时间', 'finished_at'),
        pair('全程用时', { when: { filled: 'duration_minutes' }, then: sentence(field('duration_minutes'), '分钟') }),
        pair('报警人', {
          when: { equals: ['alarm_person/anonymous', true] },
          then: say('匿名'),
          else: nameOf('alarm_person/'),
        }),
        pair('联系电话', 'alarm_person/phone'),
        widePair('地点', 'place'),
        widePair('现场情况', 'situation', 3),
      ],
      perRow: 2,
    },
    {
      table: {
        heading: '被救助人',
        list: 'persons',
        columns: [
          column('姓名', nameOf(''), 16),
          column('性别', 'gender', 9),
          column('来自', 'origin', 16),
          column('伤情', 'condition', 14),
          column('饮酒', 'alcohol', 9),
          column('监护人', 'guardian'),
          column('说明', 'note'),
        ],
      },
    },
    {
      table: {
        heading: '施救人员',
        list: 'rescuers',
        columns: [
          column('身份', 'role', 13),
          column('姓名', rescuerName, 18),
          column('所属单位', 'organisation', 20),
          rightColumn('人数', 'count', 9),
          column('施救经过', 'contribution'),
        ],
      },
    },
    {
      pairs: [
        widePair('处置措施', 'measures'),
        widePair('处置经过', 'measures_note', 4),
        pair('原因', 'cause'),
        pair('原因说明', 'cause_note'),
        pair('移交去向', { first: [field('handover/to'), field('handover/way')] }),
        pair('移交时间', 'handover/at'),
      ],
      perRow: 2,
    },
    { photos: 'scene_photo', heading: '现场照片' },
    {
      signatures: [
        { label: '经办人', date: true },
        { label: '协办人', date: true },
        { label: '负责人', date: true },
      ],
    },
  ],
};

const handoverSheet: PrintedDocument = {
  key: 'handover_sheet',
  label: words('移交单', 'Hand-over sheet'),
  title: '被救助人员移交单',
  copies: ['第一联 存根', '第二联 交接收方'],
  audience: 'party',
  blocks: [
    {
      paragraph: sentence(
        { record: 'unit' },
        '于',
        field('alarm_at'),
        '接警，在',
        field('place'),
        '救助下列人员，现移交接收。',
      ),
    },
    {
      table: {
        list: 'persons',
        columns: [
          column('姓名', nameOf(''), 18),
          column('性别', 'gender', 10),
          column('来自', 'origin', 20),
          column('伤情', 'condition', 16),
          column('说明', 'note'),
        ],
      },
    },
    {
      pairs: [
        pair('移交对象', 'handover/to'),
        pair('接收单位或人员', 'handover/to_name'),
        pair('联系电话', 'handover/to_phone'),
        pair('移交时间', 'handover/at'),
        widePair('随身物品', blank, 2),
        widePair('注意事项', 'handover/note', 2),
      ],
      perRow: 2,
    },
    {
      when: { equals: ['handover/way', 'left_alone'] },
      blocks: [
        { paragraph: say('本人经救助已无危险，已获告知可以得到的救助，自愿自行离开。') },
        { signatures: [{ label: '被救助人', fingerprint: true, date: true }] },
      ],
    },
    {
      signatures: [
        { label: '接收人', fingerprint: true, date: true },
        { label: '移交人', date: true },
        { label: '第二移交人', date: true },
      ],
    },
    unitAndDate,
  ],
};

const followUpRecord: PrintedDocument = {
  key: 'follow_up_record',
  label: words('回访记录', 'Follow-up record'),
  title: '救助回访记录',
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('被救助人', personNames),
        pair('救助类型', 'rescue_kind'),
        pair('救助时间', 'alarm_at'),
        pair('移交对象', 'handover/to_name'),
        pair('计划回访', 'follow_up_on'),
        pair('经办人', 'handler'),
      ],
      perRow: 2,
    },
    {
      table: {
        heading: '回访情况',
        list: 'follow_ups',
        blankRows: 3,
        columns: [
          column('回访时间', 'at', 22),
          column('方式', 'way', 10),
          column('受访人', 'person_reached', 14),
          column('回访情况', 'content'),
          column('回访人', 'by', 13),
        ],
      },
    },
    {
      signatures: [
        { label: '回访人', date: true },
        { label: '负责人', date: true },
      ],
    },
  ],
};

const publicRescuers: PrintedDocument = {
  key: 'public_rescuers_account',
  label: words('群众救人情况说明', 'Account of people who helped'),
  title: '群众救人情况说明',
  offered: { some: ['rescuers', { oneOf: ['role', ['public', 'rescue_team']] }] },
  audience: 'file',
  blocks: [
    {
      paragraph: sentence(
        field('alarm_at'),
        '，在',
        field('place'),
        '发生',
        field('rescue_kind'),
        '险情，被救助人',
        personNames,
        '。下列群众（救援队）参与施救：',
      ),
    },
    {
      table: {
        list: 'rescuers',
        where: { oneOf: ['role', ['public', 'rescue_team']] },
        columns: [
          column('姓名', rescuerName, 18),
          column('所属单位', 'organisation', 20),
          column('联系电话', 'phone', 18),
          column('施救经过', 'contribution'),
          column('受伤情况', 'injury', 14),
        ],
      },
    },
    { pairs: [widePair('现场情况', 'situation', 4), widePair('处置经过', 'measures_note', 4)], perRow: 1 },
    { paragraph: say('以上情况属实，特此说明，供见义勇为行为核实、申报参考。') },
    {
      signatures: [
        { label: '证明人', date: true },
        { label: '经办人', date: true },
      ],
    },
    unitAndDate,
  ],
};

export const rescuePapers: readonly PrintedDocument[] = [rescueRecord, handoverSheet, followUpRecord, publicRescuers];
