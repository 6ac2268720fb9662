// Ledgers as they come from offices: workbooks, CSV in any encoding, what stands in their cells, and what people type for
// reports. Whatever is read is also understood line by line, as an import would.

import { buffer } from 'node:stream/consumers';
import { writeXlsx } from 'hucre/xlsx';
import { ZipFile } from 'yazl';
import type { Book } from '../../src-main/imports/book.ts';
import { readFile } from '../../src-main/imports/read-file.ts';
import { assert } from '../../src-shared/base/assert.ts';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import type { SheetTable } from '../../src-shared/imports/cell.ts';
import { findHeader, yearOfLedger } from '../../src-shared/imports/find-header.ts';
import { type CellWorld, readCell } from '../../src-shared/imports/read-cell.ts';
import { readRow } from '../../src-shared/imports/read-row.ts';
import { planRows } from '../../src-shared/imports/row-plan.ts';
import { skipReason } from '../../src-shared/imports/skipped-line.ts';
import { suggestColumns } from '../../src-shared/imports/suggest-mapping.ts';
import { importTargets } from '../../src-shared/imports/targets.ts';
import { codeLists } from '../../src-shared/records/code-lists.ts';
import { isoDate } from '../../src-shared/records/dates/iso-date.ts';
import { foundItem } from '../../src-shared/records/kinds/found-item.ts';
import { allIndicators } from '../../src-shared/reports/all-indicators.ts';
import { figureRefText, parseFigureRef } from '../../src-shared/reports/figure-ref.ts';
import { isManual } from '../../src-shared/reports/indicator.ts';
import { parseEntered } from '../../src-shared/reports/parse-entered.ts';
import { parsePeriod, periodText } from '../../src-shared/reports/period.ts';
import { type FuzzTarget, typedTarget } from './target.ts';

const world: CellWorld = {
  today: isoDate('2026-11-20'),
  year: 2026,
  codeLists,
  officers: [{ id: 'a', name: '李建国' }],
};
const header = ['序号', '拾得时间', '拾得地点', '物品名称', '数量', '拾得人', '联系电话', '身份证号码', '备注'];
const line = [
  1,
  '2026年3月28日 14时05分',
  '荆山陈夜市',
  '钱包、手机',
  '1、1',
  '张三13800000000',
  '',
  '6.30E+17',
  '待核',
];
const rows = [['2026年失物招领台账'], header, line, ['合计', 3]];
const csv = rows.map((cells) => cells.join(',')).join('\r\n');
/** 姓名,地点 / 张三,永康 in GB18030. */
const gb18030 = Buffer.from('d0d5c3fb2cb5d8b5e30ad5c5c8fd2cd3c0bfb5', 'hex');

/** Lines of a fuzzed table that are understood; the rest are like them. */
const understood = 40;

function understand(table: SheetTable): void {
  const found = findHeader(table, foundItem);
  if (found === null) return;
  const below = table.rows.slice(found.row + found.lines, found.row + found.lines + understood);
  const columns = found.texts.map((_, column) => below.map((cells) => cells[column] ?? null));
  const suggested = suggestColumns(foundItem, found.texts, columns);
  const mapping = {
    columns: Object.fromEntries(suggested.map(({ targets }, column) => [String(column), targets])),
    fixed: {},
  };
  const plan = planRows(foundItem, found.texts, mapping);
  const year = yearOfLedger(table, found, '台账');
  for (const cells of below) if (skipReason(cells, found.texts) === null) readRow(plan, cells, { ...world, year });
}

/** Refused by a reason of its own, or whole lines of cells. */
async function readLedger(bytes: Uint8Array, name: string): Promise<void> {
  const read = await readFile(bytes, name);
  if (!read.ok) return assert(read.problem.code.startsWith('import_'), 'a file is refused for a reason with words');
  const { sheets }: Book = read.value;
  assert(sheets.length > 0, 'a book has a sheet');
  for (const sheet of sheets) understand(sheet);
}

const sheetPart = 'xl/worksheets/sheet1.xml';
const workbook = new Uint8Array(await writeXlsx({ sheets: [{ name: '台账', rows: rows.map((cells) => [...cells]) }] }));

function packed(sheet: Uint8Array): Promise<Uint8Array> {
  const zip = new ZipFile();
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  };
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name, { compress: false });
  zip.addBuffer(Buffer.from(sheet), sheetPart, { compress: false });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

const cellsOfSheet = rows.map((cells, row) =>
  cells
    .map((cell, column) => {
      const place = `${String.fromCharCode(65 + column)}${row + 1}`;
      return typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join(''),
);
const sheetXml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cellsOfSheet
  .map((cells, row) => `<row r="${row + 1}">${cells}</row>`)
  .join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:I1"/></mergeCells></worksheet>`;

export const ledgerTargets: readonly FuzzTarget[] = [
  { name: 'workbook', seeds: [workbook], run: (bytes) => readLedger(bytes, '台账.xlsx') },
  {
    name: 'sheet of a workbook',
    seeds: [textToBytes(sheetXml)],
    run: async (bytes) => readLedger(await packed(bytes), '台账.xlsx'),
  },
  {
    name: 'CSV of a ledger',
    seeds: [textToBytes(`\ufeff${csv}`), gb18030, new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'))],
    run: (bytes) => readLedger(bytes, '台账.csv'),
  },
  typedTarget(
    'cell of a ledger',
    ['2026.3.28', '张三13800000000', '６３０', '3.5万元', '二〇二六年三月五日', '√'],
    (text) => {
      for (const { field } of importTargets(foundItem)) {
        readCell(field, text, world);
        readCell(field, Number(text), world, true);
      }
    },
  ),
  typedTarget('period', ['2026-03@26', '2026-W10', '2026-Q1', '2026-03-01..2026-03-20'], (text) => {
    const period = parsePeriod(text);
    assert(!period.ok || periodText(period.value) === text, 'a period is written as it was read');
  }),
  typedTarget('address of a figure', ['i~found_accepted~2026-03', 'l~found_category~2026~wallet'], (text) => {
    const ref = parseFigureRef(text);
    const again = ref === null ? null : parseFigureRef(figureRefText(ref));
    assert(JSON.stringify(again) === JSON.stringify(ref), 'an address leads to the same figure');
  }),
  typedTarget('figure entered by hand', ['20余万', '1,595', '１７．１５亿'], (text) => {
    for (const indicator of allIndicators.filter(isManual)) {
      const read = parseEntered(indicator, text);
      assert(!read.ok || Number.isSafeInteger(read.value.value), 'a figure is exact');
    }
  }),
];
