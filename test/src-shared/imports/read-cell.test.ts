// One cell becomes the value of one field, or a reason that a person understands.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../../src-shared/imports/cell.ts';
import { type CellWorld, readCell } from '../../../src-shared/imports/read-cell.ts';
import { codeLists } from '../../../src-shared/records/code-lists.ts';
import { isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import type { ChoicesField, LeafField } from '../../../src-shared/records/field.ts';
import {
  choice,
  choices,
  dateTime,
  integer,
  money,
  officer,
  text,
  yesNo,
} from '../../../src-shared/records/field-builders.ts';
import { holdsFor } from '../../support/properties.ts';

const world: CellWorld = {
  today: isoDate('2025-12-31'),
  year: 2025,
  codeLists,
  officers: [
    { id: 'a1', name: '黎女士' },
    { id: 'a2', name: '李建国' },
    { id: 'a3', name: '李建国' },
  ],
};
const value = (field: LeafField | ChoicesField, cell: Cell, inTenThousands = false) => {
  const read = readCell(field, cell, world, inTenThousands);
  return read.ok ? read.value.value : read.problem.code;
};
const any = text('号码', 'Number', {});
const amount = money('金额', 'Amount', {});

test.each([
  [1234.5, 123_450],
  ['１，２３４．５０', 123_450],
  ['¥20', 2_000],
  ['3.6万元', 3_600_000],
  ['20元', 2_000],
  ['3万5', 'yuan_not_a_number'],
  ['0.001', 'yuan_fraction_of_fen'],
  [-5, 'yuan_negative'],
])('an amount %s', (cell, expected) => {
  expect(value(amount, cell)).toBe(expected);
});

test('every whole fen reads the same as number, text, full-width text and in 万元', () => {
  holdsFor(200, fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
    const yuan = (fen / 100).toFixed(2);
    const wide = yuan.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    for (const cell of [Number(yuan), yuan, wide, `${yuan}元`, `￥${yuan}`]) expect(value(amount, cell)).toBe(fen);
    expect(value(amount, (fen / 1_000_000).toFixed(6), true)).toBe(fen);
  });
});

test('a long number that the spreadsheet has broken is refused, whole digits as text are kept', () => {
  expect(value(any, 6.3e17)).toBe('import_number_broken');
  expect(value(any, '6.30E+17')).toBe('import_number_broken');
  expect(value(any, '６．３０Ｅ＋１７')).toBe('import_number_broken');
  expect(value(any, 13_800_000_000)).toBe('13800000000');
  expect(value(any, '330722199001011234')).toBe('330722199001011234');
  expect(value(any, '="00123"')).toBe('00123');
  expect(value(any, "'00123")).toBe('00123');
});

test('formulas without a value and errors are named', () => {
  expect(value(any, { fault: 'formula', text: '=A1&B1' })).toBe('import_formula_without_value');
  expect(value(any, { fault: 'error', text: '#N/A' })).toBe('import_cell_error');
});

test.each([
  ['２', 2],
  [3, 3],
  ['3个', 3],
  ['两', 'import_number_unclear'],
  ['三件', 3],
  ['若干', 'import_number_unclear'],
  [1.5, 'import_number_unclear'],
])('a count %s', (cell, expected) => {
  expect(value(integer('数量', 'Quantity'), cell)).toBe(expected);
});

test('choices are read by their words in both languages or their code, and yes and no by their signs', () => {
  const gender = choice('性别', 'Sex', 'gender');
  expect([value(gender, '男'), value(gender, 'Female'), value(gender, 'unknown'), value(gender, '汉')]).toEqual([
    'male',
    'female',
    'unknown',
    'import_code_unknown',
  ]);
  expect(value(choices('困难类型', 'Difficulties', 'gender'), '男、女')).toEqual(['male', 'female']);
  const known = yesNo('是否', 'Whether');
  expect([value(known, '√'), value(known, '否'), value(known, true), value(known, '大概')]).toEqual([
    true,
    false,
    true,
    'import_value_unclear',
  ]);
});

test('officers are read by name when only one is called so', () => {
  const receiver = officer('接收人', 'Receiver');
  expect([value(receiver, '黎女士'), value(receiver, '李建国'), value(receiver, '查无此人')]).toEqual([
    'a1',
    'import_officer_ambiguous',
    'import_officer_unknown',
  ]);
});

test('a day without a time is said to have none', () => {
  expect(readCell(dateTime('时间', 'At'), '2025-03-28', world)).toEqual({
    ok: true,
    value: { value: '2025-03-28T00:00', withoutTime: true },
  });
});

test('no cell of any field makes it fail', () => {
  const fields = [
    any,
    amount,
    integer('n', 'n'),
    choice('c', 'c', 'gender'),
    choices('c', 'c', 'gender'),
    officer('o', 'o'),
    yesNo('y', 'y'),
    dateTime('d', 'd'),
  ];
  const cell = fc.oneof<fc.Arbitrary<Cell>[]>(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  holdsFor(500, fc.tuple(fc.constantFrom(...fields), cell, fc.boolean()), ([field, given, isTen]) => {
    const read = readCell(field, given, world, isTen);
    expect(read.ok || read.problem.code.length > 0).toBe(true);
  });
});
