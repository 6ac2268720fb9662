// What a desk is given by hand: a scanned label, a patch of a record, the columns of a ledger, arguments and input of a command.

import { Readable } from 'node:stream';
import { parseWhere } from '../../src-main/command-line/parse-where.ts';
import { readValues } from '../../src-main/command-line/read-input.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { importMapping } from '../../src-shared/contract/inputs.ts';
import { readRow } from '../../src-shared/imports/read-row.ts';
import { planRows } from '../../src-shared/imports/row-plan.ts';
import { codeLists } from '../../src-shared/records/code-lists.ts';
import { contentToValues } from '../../src-shared/records/content-values.ts';
import { isTypedNumber, labelCode, readLabel } from '../../src-shared/records/custody/label-code.ts';
import { isoDate } from '../../src-shared/records/dates/iso-date.ts';
import { foundItem } from '../../src-shared/records/kinds/found-item.ts';
import { patchToOps } from '../../src-shared/records/patch.ts';
import { applyOps } from '../../src-shared/records/record-values.ts';
import { countingIds } from '../support/record-surroundings.ts';
import { type FuzzTarget, jsonTarget, typedTarget } from './target.ts';

const record = '01jqephz40ba6fk652qzpf7bw1';
const world = { today: isoDate('2026-11-20'), year: 2026, codeLists, officers: [{ id: 'a', name: '李建国' }] };
const headers = ['序号', '拾得时间', '物品名称', '拾得人', '备注'];
const line = [1, '2026年3月28日 14时05分', '钱包、手机', '张三13800000000', '待核'];
const content = { found_place: '夜市', items: [{ id: 'a1', category: 'wallet', name: '钱包', quantity: 1 }] };
const current = contentToValues(foundItem, content, countingIds());

export const givenTargets: readonly FuzzTarget[] = [
  typedTarget('label', [record.toUpperCase(), `${record}-WALLET`, 'ＦＹ〔2025〕0012号', '2025-12'], (text) => {
    const label = readLabel(text);
    isTypedNumber(text, '方岩所拾〔2025〕0012号');
    if (label !== null)
      assert(labelCode(readLabel(labelCode(label)) ?? label) === labelCode(label), 'a label is itself');
  }),
  jsonTarget(
    'patch of a record',
    [
      { found_place: '桥头', items: { a1: { quantity: 2 }, b2: null } },
      { items: [{ name: '手机' }, { id: 'a1', removed: true }], 'finders/f1/name': '舒某', owner_known: true },
    ],
    (value) => {
      const ops = patchToOps(foundItem, current, value, countingIds());
      if (!ops.ok) return;
      const after = applyOps(current, ops.value);
      const again = patchToOps(foundItem, after, Object.fromEntries([]), countingIds());
      assert(again.ok && again.value.length === 0, 'an empty patch changes nothing');
    },
  ),
  jsonTarget(
    'mapping of a ledger',
    [
      {
        columns: { 1: ['found_at'], 2: ['items/name'], 3: ['finders/name', 'finders/phone'], 4: ['@remark'] },
        fixed: { found_place: '夜市' },
      },
    ],
    (value) => {
      const mapping = importMapping.safeParse(value);
      if (mapping.success) readRow(planRows(foundItem, headers, mapping.data), line, world);
    },
  ),
  typedTarget('condition of a command', ['status=open', 'owner_known=true', 'found_place=夜市'], (text) =>
    parseWhere(text.split('\n')),
  ),
  typedTarget(
    'input of a command',
    ['{"a":1}\n{"b":2}\n', '\ufeff{\n"a": [1,\n2]\n}', '[1]\r\nx\r\n'],
    async (text) => {
      for await (const { line: at } of readValues(Readable.from([text]))) assert(at > 0, 'a value stands on a line');
    },
  ),
];
