// The header is found below titles, and columns are recognised by what offices call them.

import { expect, test } from 'vitest';
import type { Cell, SheetTable } from '../../../src-shared/imports/cell.ts';
import { findHeader, headerAt, yearOfLedger } from '../../../src-shared/imports/find-header.ts';
import { neededTargets, suggestColumns } from '../../../src-shared/imports/suggest-mapping.ts';
import { importTargets } from '../../../src-shared/imports/targets.ts';
import { allKinds } from '../../../src-shared/records/kinds/all-kinds.ts';
import { foundItem } from '../../../src-shared/records/kinds/found-item.ts';
import { household } from '../../../src-shared/records/kinds/household.ts';
import { lostReport } from '../../../src-shared/records/kinds/lost-report.ts';

function sheet(rows: readonly (readonly Cell[])[], name = 'Sheet1'): SheetTable {
  return { name, hidden: false, rows, merged: 0, formulas: 0 };
}

function suggested(kind: typeof foundItem, headers: readonly string[], columns: readonly (readonly Cell[])[] = []) {
  return suggestColumns(kind, headers, columns).map(({ targets }) => targets.join('+'));
}

test('the header is found below titles, a unit line and an empty line', () => {
  const title = ['方岩派出所失物招领台账', '方岩派出所失物招领台账', '方岩派出所失物招领台账'];
  const found = findHeader(
    sheet([title, ['单位：', null, '日期：'], [], ['序号', '拾得时间', '拾得地点'], [1, 'x', 'y']]),
    foundItem,
  );
  expect(found).toEqual({ row: 3, lines: 1, texts: ['序号', '拾得时间', '拾得地点'] });
});

test('group titles over several names join them', () => {
  const rows = [
    ['台账', '台账', '台账', '台账'],
    ['序号', '拾得人', '拾得人', '拾得时间'],
    ['序号', '姓名', '联系电话', '拾得时间'],
    [1, '张三', '13800000000', '2025-01-01'],
  ];
  const found = findHeader(sheet(rows), foundItem);
  expect(found).toEqual({ row: 1, lines: 2, texts: ['序号', '拾得人姓名', '拾得人联系电话', '拾得时间'] });
  expect(suggested(foundItem, found?.texts ?? [])).toEqual(['@skip', 'finders/name', 'finders/phone', 'found_at']);
});

test('a table of other things has no header, and a person may say where it is', () => {
  const rows = [
    ['商品', '单价'],
    ['苹果', 3],
  ];
  expect(findHeader(sheet(rows), foundItem)).toBeNull();
  expect(headerAt(sheet(rows), 0).texts).toEqual(['商品', '单价']);
});

test('synonyms, units, stars and line breaks in headers change nothing', () => {
  expect(
    suggested(foundItem, [
      '序号',
      '捡到时间',
      '拾得地点*',
      '物品\n名称',
      '数 量（件）',
      '拾得人',
      '电话',
      '身份证号',
      '编号',
      '领导批示',
      '备注',
    ]),
  ).toEqual([
    '@skip',
    'found_at',
    'found_place',
    'items/name',
    'items/quantity',
    'finders/name',
    'finders/phone',
    'finders/id_no',
    '@number',
    '@remark',
    'remark',
  ]);
  expect(suggested(lostReport, ['失主', '联系方式', '丢失地点', '物品名称'])).toEqual([
    'owner/name',
    'owner/phone',
    'place',
    'items/name',
  ]);
  expect(suggested(household, ['户主姓名', '身份证号码', '家庭住址'])).toEqual(['head/name', 'head/id_no', 'address']);
});

test('English headers are known, too', () => {
  expect(suggested(foundItem, ['Found at', 'Place found', 'Finders Name', 'Remark'])).toEqual([
    'found_at',
    'found_place',
    'finders/name',
    'remark',
  ]);
});

test('a column of names with numbers behind them is taken for two fields', () => {
  const cells = ['张三13800000000', '李四 13900000000', '王五（13700000000）'];
  expect(suggested(foundItem, ['拾得人'], [cells])).toEqual(['finders/name+finders/phone']);
  const cards = ['张三 330722199001011234', '李四330722199001011235'];
  expect(suggested(foundItem, ['拾得人'], [cards])).toEqual(['finders/name+finders/id_no']);
});

test('what only belongs to a later step stays in the remark unless all of it is there', () => {
  expect(suggested(foundItem, ['领取时间', '发还经办人', '处理结果'])).toEqual(['@remark', '@remark', '@remark']);
});

test('every column of every official register has a use, and the export of a desk finds its own header', () => {
  for (const kind of allKinds.filter(({ sheet }) => sheet === undefined)) {
    const headers = ['序号', ...kind.register.map(({ label }) => label.zh)];
    expect(findHeader(sheet([headers]), kind)?.texts, kind.key).toEqual(headers);
    expect(suggested(kind, headers).every((targets) => targets !== '')).toBe(true);
  }
});

test('what must be filled in and has no column is asked for', () => {
  const mapping = { columns: { 0: ['found_at'], 1: ['finders/name'] }, fixed: {} };
  const needed = neededTargets(foundItem, mapping).map(({ path }) => path);
  expect(needed).toContain('found_place');
  expect(needed).toContain('finders/role');
  expect(needed).not.toContain('found_at');
  expect(needed).not.toContain('handler');
});

test('no target is computed, and each has a name in both languages', () => {
  for (const kind of allKinds) {
    for (const { field, label, names } of importTargets(kind)) {
      expect(field.derived).toBeUndefined();
      expect(label.zh !== '' && label.en !== '' && names.length > 0).toBe(true);
    }
  }
});

test('the year of a ledger is the one its titles, its sheet or its file names', () => {
  const header = { row: 1, lines: 1, texts: [] } as const;
  expect(yearOfLedger(sheet([['2024年度台账']]), header, 'x.xlsx')).toBe(2024);
  expect(yearOfLedger(sheet([['台账']], '2023年'), header, 'x.xlsx')).toBe(2023);
  expect(yearOfLedger(sheet([['台账']]), header, '台账2022.xlsx')).toBe(2022);
  expect(yearOfLedger(sheet([['2024年、2025年台账']]), header, 'x.xlsx')).toBeNull();
});
