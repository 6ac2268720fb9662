// Whatever can be wrong with a file is named in words, and none of it harms the desk.

import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { runInThread } from '../../../src-main/imports/import-thread.ts';
import { readFile } from '../../../src-main/imports/read-file.ts';
import { problemWords } from '../../../src-shared/base/problem-words.ts';
import { inSheet, oleBox, rebuilt, unchanged, workbook } from '../../support/spoilt-files.ts';

const rows = [
  ['姓名', '联系电话'],
  ['张三', '13800000000'],
];
const run = { signal: new AbortController().signal, progress: () => undefined };

async function problemWith(bytes: Uint8Array, name = '台账.xlsx'): Promise<string> {
  const read = await readFile(bytes, name);
  if (read.ok) return 'read';
  for (const language of ['zh', 'en'] as const) expect(problemWords(read.problem, language)).not.toMatch(/\{\w+\}/);
  return read.problem.code;
}

async function noticesOf(bytes: Uint8Array, name = '台账.xlsx') {
  const read = await readFile(bytes, name);
  return read.ok ? read.value.notices.map(({ code }) => code) : read.problem;
}

test('a file without a byte, one that is cut off, and one of noise', async () => {
  const book = await workbook(rows);
  expect(await problemWith(new Uint8Array())).toBe('import_empty');
  expect(await problemWith(book.subarray(0, book.length / 2))).toBe('import_damaged');
  expect(await problemWith(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('import_damaged');
  expect(await problemWith(new Uint8Array([1, 0, 2, 0, 3]))).toBe('import_not_a_table');
});

test('a workbook with a password, and workbooks of older kinds', async () => {
  expect(await problemWith(oleBox('EncryptedPackage'))).toBe('import_password');
  expect(await problemWith(oleBox('Workbook'), '台账.xls')).toBe('import_old_format');
  const encrypted = await writeXlsx({
    sheets: [{ name: 'a', rows: rows.map((row) => [...row]) }],
    encryption: { password: 'x', spinCount: 10 },
  });
  expect(await problemWith(encrypted)).toBe('import_password');
  const binary = await rebuilt(await workbook([]), unchanged, [['xl/workbook.bin', Buffer.from('x')]]);
  expect(await problemWith(binary)).toBe('import_empty');
});

test('what only has the name of a spreadsheet', async () => {
  expect(await problemWith(Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), '台账.xls')).toBe(
    'import_is_web_page',
  );
  expect(await problemWith(Buffer.from('%PDF-1.7 …'))).toBe('import_not_a_table');
  expect(await problemWith(await rebuilt(await workbook(rows), unchanged))).toBe('read');
});

test('a wrong ending is read as what it is, and said', async () => {
  expect(await noticesOf(await workbook(rows), '台账.csv')).toEqual(['import_wrong_extension']);
  expect(await noticesOf(Buffer.from('姓名,电话\n张三,138'), '台账.xlsx')).toEqual([
    'import_wrong_extension',
    'import_encoding_used',
  ]);
});

test('a bomb is not unpacked, and a file of too many parts is not opened', async () => {
  const bomb = await rebuilt(await workbook(rows), unchanged, [['xl/media/x.bin', Buffer.alloc(60_000_000)]]);
  expect(await problemWith(bomb)).toBe('import_zip_bomb');
  const many = Array.from({ length: 2_100 }, (_, index) => [`xl/x${index}`, Buffer.from('x')] as const);
  expect(await problemWith(await rebuilt(await workbook(rows), unchanged, many))).toBe('import_too_many_entries');
});

test('macros are never run and references to other files never followed; both are said', async () => {
  const book = await rebuilt(await workbook(rows), unchanged, [
    ['xl/vbaProject.bin', Buffer.from('x')],
    ['xl/externalLinks/externalLink1.xml', Buffer.from('<x/>')],
  ]);
  expect(await noticesOf(book, '台账.xlsm')).toEqual(['import_has_macros', 'import_external_links']);
});

test('hidden sheets are said and not taken for the ledger', async () => {
  const book = await writeXlsx({
    sheets: [
      { name: '底稿', rows: [['姓名', '电话']], hidden: true },
      { name: '台账', rows: rows.map((row) => [...row]) },
    ],
  });
  const read = await readFile(book, '台账.xlsx');
  expect(read).toMatchObject({ value: { notices: [{ code: 'import_hidden_sheets', facts: { names: '底稿' } }] } });
});

test('a million empty lines below the table are no lines', async () => {
  const empty = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 3}"/>`).join('');
  const book = await rebuilt(
    await workbook(rows),
    inSheet((xml) => xml.replace('</sheetData>', `${empty}</sheetData>`)),
  );
  const read = await runInThread({ task: 'read', bytes: book, name: '台账.xlsx' }, run);
  expect(read).toMatchObject({ ok: true, value: { sheets: [{ rows: { length: 2 } }] } });
});

test('more lines or columns than the desk reads are refused', async () => {
  const lines = Buffer.from(`姓名\n${'张三\n'.repeat(200_001)}`);
  expect(await problemWith(lines, '台账.csv')).toBe('import_too_many_rows');
  expect(await problemWith(Buffer.from(`${'列,'.repeat(201)}x`), '台账.csv')).toBe('import_too_many_columns');
});

test('formulas give the value they were saved with; without one, and errors, are named in the cell', async () => {
  const cells = new Map([
    ['1,0', { value: null, formula: 'B1&B2', formulaResult: '张三' }],
    ['1,1', { value: null, formula: 'NOW()' }],
    ['1,2', { value: '#N/A' }],
  ]);
  const book = await writeXlsx({
    sheets: [
      {
        name: '台账',
        rows: [
          ['姓名', '时间', '地点'],
          [null, null, null],
        ],
        cells,
      },
    ],
  });
  const read = await readFile(book, '台账.xlsx');
  expect(read.ok && read.value.sheets[0]).toMatchObject({
    formulas: 2,
    rows: [
      ['姓名', '时间', '地点'],
      ['张三', { fault: 'formula', text: '=NOW()' }, { fault: 'error', text: '#N/A' }],
    ],
  });
});

test('a day typed as eight digits into a column of dates is no day of the year 57344', async () => {
  const edit = (xml: string) => xml.replace(/<v>45658<\/v>/, '<v>20250328</v>');
  const book = await rebuilt(await workbook([...rows, ['李四', new Date('2025-01-01T00:00:00Z')]]), inSheet(edit));
  const read = await readFile(book, '台账.xlsx');
  expect(read.ok && read.value.sheets[0]?.rows[2]).toEqual(['李四', 20_250_328]);
});

test('a merged block says what it says on each of its lines', async () => {
  const merged = { startRow: 1, startCol: 0, endRow: 3, endCol: 0 };
  const book = await writeXlsx({
    sheets: [
      {
        name: '台账',
        rows: [
          ['日期', '姓名'],
          ['2025-01-01', '张三'],
          [null, '李四'],
          [null, '王五'],
        ],
        merges: [merged],
      },
    ],
  });
  const read = await readFile(book, '台账.xlsx');
  expect(read.ok && read.value.sheets[0]).toMatchObject({
    merged: 2,
    rows: [
      ['日期', '姓名'],
      ['2025-01-01', '张三'],
      ['2025-01-01', '李四'],
      ['2025-01-01', '王五'],
    ],
  });
});

test('blocks merged over the whole sheet a thousand times end soon', async () => {
  const merges = Array.from({ length: 1_000 }, () => '<mergeCell ref="A1:GR200000"/>').join('');
  const edit = (xml: string) =>
    xml.replace('</sheetData>', `</sheetData><mergeCells count="1000">${merges}</mergeCells>`);
  const read = await readFile(await rebuilt(await workbook(rows), inSheet(edit)), '台账.xlsx');
  expect(read.ok || read.problem.code).toBe(true);
});

/** 姓名,地点 / 张三,永康 in GB18030. */
const gb18030 = Buffer.from('d0d5c3fb2cb5d8b5e30ad5c5c8fd2cd3c0bfb5', 'hex');

test.each([
  ['UTF-8', Buffer.from('姓名,地点\n张三,永康'), 'UTF-8'],
  ['UTF-8 with a mark', Buffer.from('\ufeff姓名,地点\n张三,永康'), 'UTF-8'],
  ['GB18030', gb18030, 'GB18030'],
  ['UTF-16', Buffer.from('\ufeff姓名\t地点\r\n张三\t永康', 'utf16le'), 'UTF-16LE'],
  ['semicolons', Buffer.from('姓名;地点\n张三;永康'), 'UTF-8'],
])('a CSV in %s', async (_, bytes, encoding) => {
  const read = await readFile(bytes, '台账.csv');
  expect(read).toMatchObject({
    value: {
      sheets: [
        {
          rows: [
            ['姓名', '地点'],
            ['张三', '永康'],
          ],
        },
      ],
      notices: [{ facts: { encoding } }],
    },
  });
});

test('rare characters of four bytes come through GB18030', async () => {
  const bytes = Buffer.concat([gb18030.subarray(0, 10), Buffer.from('9534b235', 'hex'), Buffer.from(',x')]);
  const read = await readFile(bytes, '台账.csv');
  expect(read.ok && read.value.sheets[0]?.rows[1]).toEqual(['𠮷', 'x']);
});

test('text of no known encoding, and quotes without a partner', async () => {
  expect(await problemWith(Buffer.from([0xd0, 0xd5, 0x2c, 0xff, 0xff, 0x80]), '台账.csv')).toBe(
    'import_encoding_unknown',
  );
  expect(await problemWith(Buffer.from('姓名,地点\n"张三,永康\n'), '台账.csv')).toBe('import_csv_broken');
});

test('reading that is cancelled ends at once', async () => {
  const stopping = new AbortController();
  const reading = runInThread(
    { task: 'read', bytes: await workbook(rows), name: 'x.xlsx' },
    { ...run, signal: stopping.signal },
  );
  stopping.abort();
  expect(await reading).toEqual({ ok: false, problem: { code: 'job_cancelled' } });
});

test('no bytes make it fail, whatever they are called', async () => {
  const book = await workbook(rows);
  const names = fc.constantFrom('a.xlsx', 'a.csv', 'a', 'a.xls');
  const flipped = fc.tuple(fc.nat(book.length - 1), fc.nat(255)).map(([place, byte]) => book.with(place, byte));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    flipped,
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  );
  const property = fc.asyncProperty(bytes, names, async (content, name) => {
    const read = await readFile(content, name);
    expect(read.ok || read.problem.code.startsWith('import_')).toBe(true);
  });
  await fc.assert(property, { seed: 20_261_121, numRuns: 300 });
});
