// The sheet of a hand-over of custody (保管交接单).

import type { PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { column, field, figuresAndCapitals, pair, rightColumn, sentence, unitAndDate, widePair } from './blocks.ts';

export const handoverPapers: readonly PrintedDocument[] = [
  {
    key: 'handover_sheet',
    label: words('保管交接单', 'Hand-over sheet'),
    title: '保管物品交接单',
    audience: 'file',
    offered: { inState: ['confirmed'] },
    copies: ['第一联 移交人留存', '第二联 接收保管人留存'],
    blocks: [
      {
        pairs: [
          pair('移交人', 'from'),
          pair('接收保管人', 'to'),
          pair('交接时间', 'at'),
          pair('确认时间', 'confirmed_at'),
          widePair('交接事由', 'reason'),
        ],
        perRow: 2,
      },
      {
        table: {
          heading: '交接物品',
          list: 'lines',
          columns: [
            column('编号', 'number', 24),
            column('物品', 'name'),
            rightColumn('件数', 'pieces', 8),
            rightColumn('现金', 'cash_fen', 14),
            column('位置', 'place', 14),
            column('封签号', 'seal', 12),
          ],
          foot: sentence('共 ', field('pieces_total'), ' 件；人民币现金 ', figuresAndCapitals(field('cash_total_fen'))),
        },
      },
      { note: '接收保管人已在案台以本人密码或 PIN 码确认。双方当面点清，封签完好，自确认时起由接收保管人负责保管。' },
      {
        signatures: [
          { label: '移交人', date: true },
          { label: '接收保管人', date: true },
        ],
      },
      unitAndDate,
    ],
  },
];
