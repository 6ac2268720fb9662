// The tables of things, cash and documents that the papers of a found item share.

import type { Expression } from '../../expression.ts';
import type { PrintedBlock } from '../../printed-document.ts';
import { column, field, figuresAndCapitals, rightColumn, say, sentence } from './blocks.ts';

const cashTotal: Expression = { sum: 'cash_lines/amount', where: { equals: ['currency', 'cny'] } };
export const hasCash = { atLeast: ['cash_lines', 1] } as const;
const hasRenminbi = { some: ['cash_lines', { equals: ['currency', 'cny'] }] } as const;

/** Colour, brand, model and marks; never the secret feature. */
export const features: Expression = {
  join: [field('colour'), field('brand'), field('model'), field('features')],
  with: '，',
};

export const thingsTable: PrintedBlock = {
  table: {
    heading: '物品',
    list: 'items',
    columns: [
      column('类别', 'category', 12),
      column('名称', 'name', 20),
      rightColumn('数量', { join: [field('quantity'), field('unit')] }, 10),
      column('特征', features),
      column('品相', 'condition', 12),
    ],
  },
};

export const cashTable: PrintedBlock = {
  table: {
    heading: '现金（经两人逐张清点）',
    list: 'cash_lines',
    columns: [
      column('币种', 'currency', 14),
      rightColumn('面额', 'denomination', 18),
      rightColumn('张(枚)数', 'count', 14),
      rightColumn('金额', 'amount', 20),
      column('清点人', { join: [field('counted_by_1'), field('counted_by_2')], with: '、' }),
    ],
    foot: {
      when: hasRenminbi,
      then: sentence('人民币合计：', figuresAndCapitals(cashTotal)),
      else: say('外币按面额登记，不折算'),
    },
  },
};

/** Numbers by their tail only; a face value stands apart from cash. */
export const documentsTable: PrintedBlock = {
  table: {
    heading: '证件及票证（票面金额不计入现金）',
    list: 'doc_lines',
    columns: [
      column('种类', { join: [field('kind'), field('note')], with: '，' }),
      column('号码', { masked: field('number'), as: 'tail' }, 14),
      column('签发机构', 'issuer', 18),
      column('持有人', { masked: field('holder'), as: 'name' }, 14),
      rightColumn('票面金额', 'face_value_fen', 18),
    ],
  },
};

/** What was handed in: things, then cash, then documents; empty tables are left out. */
export const heldTables: readonly PrintedBlock[] = [thingsTable, cashTable, documentsTable];

/** A line that was given back, as a person names it. */
export const releasedName: Expression = {
  entry: 'line',
  show: {
    first: [
      { when: { filled: 'category' }, then: { join: [field('name'), features], with: '，' } },
      { when: { filled: 'denomination' }, then: sentence('现金 ', field('currency'), ' 面额', field('denomination')) },
      {
        join: [
          field('kind'),
          field('issuer'),
          field('note'),
          { when: { filled: 'number' }, then: { masked: field('number'), as: 'tail' } },
          { when: { filled: 'face_value_fen' }, then: sentence('票面金额', field('face_value_fen')) },
        ],
        with: ' ',
      },
    ],
  },
};
