// Papers of a stock-take: what differs, and everything that was counted.

import type { Expression } from '../../expression.ts';
import type { PrintedBlock, PrintedDocument } from '../../printed-document.ts';
import { words } from '../../words.ts';
import { column, field, pair, say, sentence, unitAndDate, widePair } from './blocks.ts';

const finished = { inState: ['finished'] } as const;
const differs = { not: { equals: ['result', 'found'] } } as const;
const somethingDiffers = { some: ['lines', differs] } as const;
const place: Expression = { when: { equals: ['everything', true] }, then: say('全部位置'), else: field('place') };

const head: PrintedBlock = {
  pairs: [
    { label: '盘点位置', value: place, wide: true },
    pair('开始时间', 'started_at'),
    pair('结束时间', 'finished_at'),
    pair('盘点人', 'counted_by'),
    pair('监盘人', 'witness'),
    pair('账面件数', 'expected'),
    pair('相符', 'found'),
    pair('未见', 'missing'),
    pair('错放', 'misplaced'),
    pair('账外', 'unexpected'),
    pair('查无记录', 'unknown'),
  ],
  perRow: 2,
};

const columns = [
  column('结果', 'result', 11),
  column('编号', { first: [field('number'), field('code')] }, 24),
  column('名称', 'name'),
  column('账面位置', 'place', 16),
  column('封签号', 'seal', 12),
];

const signatures: PrintedBlock = {
  signatures: [
    { label: '盘点人', date: true },
    { label: '监盘人', date: true },
    { label: '负责人', date: true },
  ],
};

const discrepancySheet: PrintedDocument = {
  key: 'discrepancy_sheet',
  label: words('盘点差异表', 'Discrepancy sheet'),
  title: '保管物品盘点差异表',
  audience: 'file',
  offered: finished,
  blocks: [
    head,
    {
      when: somethingDiffers,
      blocks: [
        { table: { heading: '差异明细', list: 'lines', where: differs, columns } },
        {
          note: '未见：账面在此处而未扫描到；错放：账面在别处；账外：账面已发还、移交或处理；查无记录：标签不属于本案台任何记录。',
        },
      ],
    },
    { when: { not: somethingDiffers }, blocks: [{ paragraph: say('经逐件核对，账实相符，没有差异。') }] },
    {
      when: { atLeast: ['hidden', 1] },
      blocks: [{ paragraph: sentence('另有 ', field('hidden'), ' 条敏感记录不在盘点人可见范围，未列入本表。') }],
    },
    { pairs: [widePair('差异说明', 'explanation', 3), widePair('处理意见', say(''), 3)], perRow: 1 },
    signatures,
    unitAndDate,
  ],
};

const stockList: PrintedDocument = {
  key: 'stock_list',
  label: words('盘点清单', 'Stock list'),
  title: '保管物品盘点清单',
  audience: 'file',
  offered: finished,
  blocks: [head, { table: { heading: '盘点明细', list: 'lines', columns } }, signatures, unitAndDate],
};

export const stockTakePapers: readonly PrintedDocument[] = [discrepancySheet, stockList];
