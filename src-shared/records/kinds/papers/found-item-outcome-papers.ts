// Papers of a found item that leaves the desk otherwise: transfer, sale in advance, dealing with it after the year.

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import {
  column,
  field,
  figuresAndCapitals,
  finderNames,
  pair,
  rightColumn,
  say,
  sentence,
  unitAndDate,
  widePair,
} from './blocks.ts';
import { features, heldTables } from './found-item-lists.ts';

const origin = [
  pair('拾得人', finderNames),
  pair('拾得时间', 'found_at'),
  pair('拾得地点', 'found_place'),
  pair('送交时间', 'handed_in_at'),
] as const;

const transferList: PrintedDocument = {
  key: 'transfer_list',
  label: words('移交清单', 'Transfer list'),
  title: '拾得物品移交清单',
  copies: ['第一联 存根', '第二联 交接收单位'],
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('移交单位', { record: 'unit' }),
        pair('接收单位', 'transfer/to_unit'),
        pair('移交原因', 'transfer/reason'),
        pair('移交时间', 'transfer/at'),
        ...origin,
      ],
      perRow: 2,
    },
    ...heldTables,
    { paragraph: say('以上物品已当面点清，移交、接收双方确认无误。') },
    {
      signatures: [
        { label: '移交人', date: true },
        { label: '监交人', date: true },
        { label: '接收人', date: true },
      ],
    },
    { note: '接收单位盖章：' },
    unitAndDate,
  ],
};

const advanceSaleApproval: PrintedDocument = {
  key: 'advance_sale_approval',
  label: words('先行变卖审批表', 'Approval of a sale in advance'),
  title: '拾得物品先行变卖（拍卖）审批表',
  offered: { oneOf: ['special_kind', ['perishable', 'animal']] },
  audience: 'file',
  blocks: [
    {
      pairs: [
        ...origin,
        pair('特殊物品', 'special_kind'),
        pair('拟处理方式', 'advance_sale/way'),
        widePair('变卖原因', 'advance_sale/reason', 3),
      ],
      perRow: 2,
    },
    ...heldTables,
    { photos: 'sale_photo', heading: '变卖前照片' },
    { opinion: { label: '经办意见', lines: 3 } },
    { opinion: { label: '负责人意见', lines: 3 } },
    {
      pairs: [
        pair('买受人', 'advance_sale/buyer'),
        pair('变卖时间', 'advance_sale/sold_at'),
        widePair('价款', figuresAndCapitals(field('advance_sale/proceeds_fen'))),
      ],
      perRow: 2,
    },
    { note: '参照公安机关办理行政案件程序规定第一百九十一条，价款由本单位保存，招领期限及于价款。' },
    {
      signatures: [
        { label: '经办人', date: true },
        { label: '第二经办人', date: true },
      ],
    },
  ],
};

const disposalApproval: PrintedDocument = {
  key: 'disposal_approval',
  label: words('逾期处理审批表', 'Approval of dealing with an unclaimed thing'),
  title: '逾期无人认领物品处理审批表',
  offered: { inState: ['expired', 'disposed'] },
  audience: 'file',
  blocks: [
    {
      pairs: [
        ...origin,
        pair('公告日期', 'notice/published_at'),
        pair('公告方式', 'notice/channel'),
        pair('公告期满日', { due: 'notice_year' }),
        pair('顺延后期满日', { due: 'notice_year_shifted' }),
        pair('保管位置', 'custody_place'),
        pair('拟处理方式', 'disposal/way'),
      ],
      perRow: 2,
    },
    ...heldTables,
    {
      pairs: [
        widePair(
          '处理依据',
          say('《中华人民共和国民法典》第三百一十八条：遗失物自发布招领公告之日起一年内无人认领的，归国家所有。'),
        ),
        widePair('评估价', 'disposal/valuation_fen'),
        widePair('处理意见', 'disposal/note', 3),
      ],
      perRow: 1,
    },
    { opinion: { label: '经办意见', lines: 3 } },
    { opinion: { label: '审核意见', lines: 3 } },
    { opinion: { label: '负责人审批意见', lines: 3 } },
  ],
};

const disposalList: PrintedDocument = {
  key: 'disposal_list',
  label: words('销毁（上缴）清单', 'List of things destroyed or paid in'),
  title: '无人认领物品销毁（上缴）清单',
  offered: { filled: 'disposal/way' },
  audience: 'file',
  blocks: [
    {
      pairs: [
        pair('处理方式', 'disposal/way'),
        pair('审批文书号', 'disposal/document_no'),
        pair('审批日期', 'disposal/decided_on'),
        pair('处理日期', 'disposal/executed_on'),
        pair('财政票据号', 'disposal/fiscal_receipt_no'),
        pair('金额', figuresAndCapitals(field('disposal/amount_fen'))),
      ],
      perRow: 2,
    },
    {
      table: {
        list: 'items',
        columns: [
          column('名称', 'name', 24),
          rightColumn('数量', { join: [field('quantity'), field('unit')] }, 12),
          column('特征', features),
          rightColumn('估价', 'value_fen', 16),
        ],
      },
    },
    ...heldTables.slice(1),
    { photos: 'destruction_photo', heading: '销毁照片' },
    {
      paragraph: sentence(
        '以上物品由',
        { join: [field('disposal/executor_1'), field('disposal/executor_2')], with: '、' },
        '共同执行处理。',
      ),
    },
    {
      signatures: [
        { label: '执行人', date: true },
        { label: '第二执行人', date: true },
        { label: '监督人', date: true },
      ],
    },
    unitAndDate,
  ],
};

export const outcomePapers: readonly PrintedDocument[] = [
  transferList,
  advanceSaleApproval,
  disposalApproval,
  disposalList,
];
