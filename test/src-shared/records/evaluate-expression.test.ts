import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src-shared/records/content.ts';
import { createRecordContext, withContent } from '../../../src-shared/records/create-record-context.ts';
import { evaluate } from '../../../src-shared/records/evaluate-expression.ts';
import type { Expression } from '../../../src-shared/records/expression.ts';
import { entriesAt } from '../../../src-shared/records/place.ts';
import type { Values } from '../../../src-shared/records/record-values.ts';
import { registerRow, registerTexts } from '../../../src-shared/records/register-row.ts';
import { type ShowStyle, show } from '../../../src-shared/records/show.ts';
import { showValue } from '../../../src-shared/records/show-value.ts';
import { words } from '../../../src-shared/records/words.ts';
import { parcel } from '../../support/parcel-kind.ts';
import { surroundings } from '../../support/record-surroundings.ts';

const values: Values = new Map([
  ['status', 'received'],
  ['number', '方岩所包字〔2025〕0012号'],
]);
const content: Content = {
  received_at: '2025-03-28T14:05',
  place: '夜市',
  receiver: 'officer-1',
  is_fragile: false,
  purpose: ['phone', 'letter'],
  keep_until: '2025-04-01',
  case: 'record-1',
  result: 'satisfied',
  owner: { name: '黎女士', gender: 'female', phone: '13800138000' },
  things: [
    { id: 'bag', name: '布袋', quantity: 2, price: 1050 },
    { id: 'box', name: '木盒', quantity: 1, price: 20_000 },
    { id: 'card', name: '卡片', quantity: 1 },
  ],
  handouts: [{ id: 'h1', at: '2025-03-28T15:00', lines: [{ id: 'l1', line: 'box', amount: 1 }] }],
};
const context = withContent(createRecordContext(parcel, values, surroundings()), content);
const screen: ShowStyle = { for: 'screen', language: 'zh' };
const shown = (expression: Expression, style: ShowStyle = screen) =>
  show(evaluate(expression, context.place, context), style);

describe('an expression', () => {
  it.each<[string, Expression, string]>([
    ['a text', { field: 'place' }, '夜市'],
    ['a moment', { field: 'received_at' }, '2025-03-28 14:05'],
    ['the day of a moment', { day: 'received_at' }, '2025-03-28'],
    ['an officer', { field: 'receiver' }, '陈一'],
    ['a code', { field: 'result' }, '满意'],
    ['codes', { field: 'purpose' }, '电话、书面'],
    ['no', { field: 'is_fragile' }, '否'],
    ['a linked record', { field: 'case' }, '方岩所案字〔2025〕0001号 旧案'],
    ['a reference to an entry', { field: 'handouts/lines/line' }, '木盒'],
    ['values of all entries', { field: 'things/name' }, '布袋、木盒、卡片'],
    ['nothing', { field: 'secret' }, ''],
    ['fixed words', { text: words('约', 'about') }, '约'],
    [
      'parts, without the empty ones',
      { join: [{ field: 'place' }, { field: 'secret' }, { field: 'result' }], with: '，' },
      '夜市，满意',
    ],
    [
      'each entry',
      { each: 'things', show: { join: [{ field: 'name' }, { field: 'quantity' }], with: '×' }, with: '；' },
      '布袋×2；木盒×1；卡片×1',
    ],
    ['each entry that fits', { each: 'things', show: { field: 'name' }, where: { filled: 'price' } }, '布袋、木盒'],
    ['the first that is there', { first: [{ field: 'secret' }, { field: 'place' }] }, '夜市'],
    [
      'one or the other',
      { when: { filled: 'secret' }, then: { text: words('有', 'yes') }, else: { text: words('无', 'no') } },
      '无',
    ],
    ['one or nothing', { when: { filled: 'secret' }, then: { text: words('有', 'yes') } }, ''],
    ['a sum of money', { sum: 'things/price' }, '210.50 元'],
    ['a sum over computed amounts', { sum: 'things/worth' }, '221.00 元'],
    ['sums of several paths', { sum: ['things/worth', 'total'] }, '442.00 元'],
    ['a sum of what fits', { sum: 'things/quantity', where: { filled: 'price' } }, '3'],
    ['a sum of nothing', { sum: 'things/serial' }, ''],
    ['a count', { count: 'things' }, '3'],
    ['a count of nothing', { count: 'handouts', where: { filled: 'nowhere' } }, '0'],
    ['a count of codes', { count: 'purpose' }, '2'],
    ['minutes', { minutes: ['received_at', 'handouts/at'] }, '55'],
    ['minutes of what is missing', { minutes: ['received_at', 'secret'] }, ''],
    ['capitals', { inWords: { field: 'total' } }, '人民币贰佰贰拾壹元整'],
    ['a masked name', { masked: { field: 'owner/name' }, as: 'pressName' }, '黎女士'],
    ['a masked phone', { masked: { field: 'owner/phone' }, as: 'phone' }, '138****8000'],
    ['a masked nothing', { masked: { field: 'secret' }, as: 'name' }, ''],
    ['the entry a field points to', { entry: 'handouts/lines/line', show: { field: 'quantity' } }, '1'],
    ['a deadline', { due: 'keeping' }, '2025-04-27'],
    ['a deadline without start', { due: 'nothing' }, ''],
    ['the number', { record: 'number' }, '方岩所包字〔2025〕0012号'],
    ['the state', { record: 'status' }, '已收'],
    ['the state by its path', { field: 'status' }, '已收'],
    ['who recorded it', { record: 'createdBy' }, '陈一'],
    ['when it was recorded', { record: 'createdAt' }, '2025-03-28 23:30'],
    ['the unit', { join: [{ record: 'unit' }, { record: 'unitPhone' }], with: ' ' }, '方岩派出所 0579-87000000'],
    ['today', { record: 'today' }, '2025-03-28'],
  ])('%s', (_, expression, expected) => {
    expect(shown(expression)).toBe(expected);
  });

  it('is written for a document, a register and in English', () => {
    const all: Expression = {
      join: [{ field: 'received_at' }, { field: 'total' }, { field: 'purpose' }, { field: 'is_fragile' }],
      with: ' | ',
    };
    expect(shown(all, { for: 'document', language: 'zh' })).toBe('2025年3月28日14时05分 | 221.00元 | 电话、书面 | 否');
    expect(shown(all, { for: 'register', language: 'zh' })).toBe('2025.03.28 14:05 | 221.00 | 电话、书面 | 否');
    expect(shown(all, { for: 'screen', language: 'en' })).toBe(
      '2025-03-28 14:05 | ¥221.00 | Telephone, In writing | No',
    );
  });

  it('reads from an entry outward', () => {
    const [line] = entriesAt(context.place, 'handouts/lines');
    const seen: Expression = {
      join: [{ field: 'amount' }, { field: 'at' }, { field: 'place' }, { field: '/place' }],
      with: ' ',
    };
    expect(line && show(evaluate(seen, line, context), screen)).toBe('1 2025-03-28 15:00 夜市 夜市');
  });

  it('computes derived fields inner ones first', () => {
    expect(context.content.total).toBe(22_100);
    expect(context.content.things).toMatchObject([{ worth: 2100 }, { worth: 20_000 }, { id: 'card' }]);
    expect(context.stored).toBe(content);
  });

  it('gives a register typed cells, and a dash for what is empty', () => {
    expect(registerRow(context)).toEqual([
      { type: 'text', value: '方岩所包字〔2025〕0012号' },
      { type: 'date', value: '2025-03-28' },
      {
        type: 'joined',
        with: '、',
        parts: [
          ['布袋', 2],
          ['木盒', 1],
          ['卡片', 1],
        ].map(([name, count]) => ({
          type: 'joined',
          with: '×',
          parts: [
            { type: 'text', value: name },
            { type: 'integer', value: count },
          ],
        })),
      },
      { type: 'money', value: 22_100 },
      { type: 'text', value: '黎女士' },
    ]);
    const empty = withContent(context, {});
    expect(registerTexts(empty, { for: 'register', language: 'zh' })).toEqual([
      '方岩所包字〔2025〕0012号',
      '—',
      '—',
      '—',
      '—',
    ]);
  });

  it('shows a value that does not fit its field as it is, never hides it', () => {
    const odd = (name: string, value: string | number) => {
      const field = parcel.fields[name];
      return field && showValue(field, value, screen, context);
    };
    expect([
      odd('result', 'splendid'),
      odd('keep_until', 'soon'),
      odd('total', 'many'),
      odd('receiver', 'gone'),
      odd('case', 'far'),
    ]).toEqual(['splendid', 'soon', 'many', 'gone', 'far']);
  });
});
