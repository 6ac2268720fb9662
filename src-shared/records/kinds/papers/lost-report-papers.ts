// Papers of a lost report: the sheet the owner signs.

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { column, field, nameOf, pair, rightColumn, say, sentence, unitAndDate, widePair } from './blocks.ts';
import { features } from './found-item-lists.ts';

export const lostReportPapers: readonly PrintedDocument[] = [
  {
    key: 'lost_report_sheet',
    label: words('报失登记表', 'Lost report'),
    title: '报失登记表',
    copies: ['第一联 存根', '第二联 交失主'],
    audience: 'party',
    blocks: [
      {
        pairs: [
          pair('失主', nameOf('owner/')),
          pair('联系电话', 'owner/phone'),
          pair('证件类型', 'owner/id_type'),
          pair('证件号码', { masked: field('owner/id_no'), as: 'residentId' }),
          pair('报失时间', 'reported_at'),
          pair('丢失地点', 'place'),
          pair('丢失时间起', 'lost_from'),
          pair('丢失时间止', 'lost_to'),
          widePair('丢失经过', 'circumstances', 3),
          widePair('悬赏承诺', 'reward_text'),
        ],
        perRow: 2,
      },
      {
        table: {
          heading: '丢失物品',
          list: 'items',
          columns: [
            column('类别', 'category', 14),
            column('名称', 'name', 24),
            rightColumn('数量', { join: [field('quantity'), field('unit')] }, 12),
            column('特征', features),
          ],
        },
      },
      {
        paragraph: sentence('如有查找结果，我单位将按上列电话通知。物品自行找回的，请及时告知。咨询电话：', {
          record: 'unitPhone',
        }),
      },
      { paragraph: say('以上情况由本人陈述，真实无误。') },
      {
        signatures: [
          { label: '失主', date: true },
          { label: '经办人', date: true },
        ],
      },
      unitAndDate,
    ],
  },
];
