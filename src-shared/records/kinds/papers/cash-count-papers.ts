// The sheet of a cash count (现金盘点表).

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import {
  column,
  field,
  figuresAndCapitals,
  pair,
  rightColumn,
  say,
  sentence,
  unitAndDate,
  widePair,
} from './blocks.ts';

export const cashCountPapers: readonly PrintedDocument[] = [
  {
    key: 'cash_count_sheet',
    label: words('现金盘点表', 'Cash count sheet'),
    title: '保管现金盘点表',
    audience: 'file',
    offered: { inState: ['confirmed'] },
    blocks: [
      {
        pairs: [
          widePair('存放位置', { when: { equals: ['everything', true] }, then: say('全部现金'), else: field('place') }),
          pair('清点人', 'counted_by'),
          pair('清点时间', 'counted_at'),
          pair('复点人', 'witness'),
          pair('复点确认时间', 'confirmed_at'),
        ],
        perRow: 2,
      },
      {
        table: {
          heading: '按面额清点（人民币）',
          list: 'lines',
          columns: [
            rightColumn('面额', 'denomination', 22),
            rightColumn('账面张(枚)数', 'expected', 22),
            rightColumn('实点张(枚)数', 'counted', 22),
            rightColumn('实点金额', 'amount', 34),
          ],
          foot: sentence('实点合计：', figuresAndCapitals(field('counted_fen'))),
        },
      },
      {
        pairs: [
          pair('账面金额', 'expected_fen'),
          pair('实点金额', 'counted_fen'),
          pair('差额（实点减账面）', 'difference_fen'),
          pair('账面中面额待核', 'open_fen'),
          widePair('差异说明', 'explanation', 2),
        ],
        perRow: 2,
      },
      {
        table: {
          heading: '账面来源',
          list: 'sources',
          columns: [column('编号', 'number', 40), column('位置', 'place'), rightColumn('现金', 'fen', 24)],
        },
      },
      {
        signatures: [
          { label: '清点人', date: true },
          { label: '复点人', date: true },
          { label: '负责人', date: true },
        ],
      },
      unitAndDate,
    ],
  },
];
