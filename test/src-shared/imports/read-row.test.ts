// One line of a ledger: what has no field is kept in the remark, and what is kept is true.

import { expect, test } from 'vitest';
import type { Cell } from '../../../src-shared/imports/cell.ts';
import { readRow } from '../../../src-shared/imports/read-row.ts';
import { planRows } from '../../../src-shared/imports/row-plan.ts';
import { codeLists } from '../../../src-shared/records/code-lists.ts';
import { isoDate } from '../../../src-shared/records/dates/iso-date.ts';
import { foundItem } from '../../../src-shared/records/kinds/found-item.ts';

const headers = ['编号', '拾得地点', '物品名称', '物品类别', '数量', '银行卡号', '备注'];
const columns = {
  0: ['@number'],
  1: ['found_place'],
  2: ['items/name'],
  3: ['items/category'],
  4: ['items/quantity'],
  5: ['@remark'],
  6: ['remark'],
};
const world = { today: isoDate('2026-11-20'), year: null, codeLists, officers: [] };

function read(cells: readonly Cell[], changed: Readonly<Record<string, readonly string[]>> = {}) {
  return readRow(planRows(foundItem, headers, { columns: { ...columns, ...changed }, fixed: {} }), cells, world);
}

test('what has no field stands in the remark behind its header, and nothing is lost', () => {
  const { content, problems } = read([
    '拾12',
    '荆山陈夜市',
    '钱包、手机',
    '钱包、手机',
    '1、2',
    '6222020200112233445',
    '待核',
  ]);
  expect(problems).toEqual([]);
  expect(content).toEqual({
    found_place: '荆山陈夜市',
    items: [
      { name: '钱包', category: 'wallet', quantity: 1 },
      { name: '手机', category: 'phone', quantity: 2 },
    ],
    remark: '待核；原编号：拾12；银行卡号：6222020200112233445',
  });
});

test('a long number that the spreadsheet has broken is not kept as if it were true, in the remark neither', () => {
  const broken = (cell: Cell) => read(['拾12', '夜市', '钱包', '钱包', 1, cell, null]).problems;
  const refused = (text: string) => [{ code: 'import_number_broken', path: 'remark', facts: { text } }];
  expect(broken(6_222_020_200_112_233_000)).toEqual(refused('6.22E+18'));
  expect(broken('6.22E+18')).toEqual(refused('6.22E+18'));
  expect(broken(622_202_020_011)).toEqual([]);
  expect(read([6.3e17, '夜市', '钱包', '钱包', 1, null, null]).problems).toEqual(refused('6.30E+17'));
  expect(read([null, '夜市', '钱包', '钱包', 1, 6.3e17, null], { 5: ['@skip'] }).problems).toEqual([]);
});

test('as many values as there are names, or the line is refused', () => {
  expect(read([null, '夜市', '钱包、手机', '钱包', '1、2、3', null, null]).problems).toEqual([
    { code: 'import_parts_differ', path: 'items/quantity', facts: { count: 3, entries: 2 } },
  ]);
});
