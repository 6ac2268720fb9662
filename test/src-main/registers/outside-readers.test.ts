// Registers as outsiders read them: xlsx from its zip and XML alone, cell by cell, and by LibreOffice; CSV byte for byte
// against the other file of the same register; PDF as the text a reader finds in it.

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { browserPdf } from '../../../src-main/serve/browser-pdf.ts';
import { sheetByLibreOffice } from '../../support/libre-office.ts';
import { okValue } from '../../support/ok-value.ts';
import { type PlainCell, type PlainSheet, readPlainWorkbook } from '../../support/plain/plain-workbook.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { deskWithFinds } from './desk-with-finds.ts';
import { exported } from './made-register.ts';

/** Eighteen digits, nineteen, zeros in front: what spreadsheets spoil when they take it for a number. */
const digits = ['330722199001010017', '6222021208001234567', '000120'] as const;

const find = (day: string, more: object) => ({
  found_at: `${day}T08:00`,
  handed_in_at: `${day}T08:20`,
  found_place: '丁家弄',
  items: [{ id: 'i', category: 'wallet', name: '钱包', quantity: 1, unit: '个', features: '无' }],
  ...more,
});
const awkward = [
  find('2026-11-10', { remark: digits[0], custody_place: digits[1], found_place: digits[2] }),
  find('2026-11-11', { remark: '第一行\n第二行, "引号" <&>', found_place: '@拾得处' }),
];

/** A=0. */
const letters = (column: number) => String.fromCharCode(65 + column);
const first = 4;

function sheetOf(bytes: Uint8Array): PlainSheet {
  const [sheet] = readPlainWorkbook(bytes).sheets;
  if (sheet === undefined) throw new Error('there is a sheet');
  return sheet;
}

/** Rows of cells of the lines, 序号 left out. */
function linesOf(sheet: PlainSheet, columns: number, count: number): readonly (readonly PlainCell[])[] {
  return Array.from({ length: count }, (_, line) =>
    Array.from({ length: columns }, (_each, column) => {
      const cell = sheet.cells.get(`${letters(column + 1)}${first + line}`);
      if (cell === undefined) throw new Error(`line ${line + 1} has no column ${column + 1}`);
      return cell;
    }),
  );
}

/** The moment of a serial number: days since 30 December 1899. */
function moment(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 1_440) * 60_000).toISOString();
}

/** A cell as the register writes it on screen and in its checksum. */
function asRegister({ value, format }: PlainCell): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  if (format.startsWith('yyyy')) {
    const [day = '', time = ''] = moment(value).split('T');
    return day.replaceAll('-', '.') + (format.includes('hh') ? ` ${time.slice(0, 5)}` : '');
  }
  return format === '#,##0.00' ? value.toLocaleString('en-US', { minimumFractionDigits: 2 }) : String(value);
}

/** The same as the CSV file writes it, quoted where it must be and kept from being a formula. */
function asCsv(cell: PlainCell): string {
  const { value, format } = cell;
  if (value === null) return '';
  if (typeof value === 'number') {
    if (format.startsWith('yyyy'))
      return moment(value)
        .slice(0, format.includes('hh') ? 16 : 10)
        .replace('T', ' ');
    return format === '#,##0.00' ? value.toFixed(2) : String(value);
  }
  const safe = /^[=+@-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

it('every cell of an xlsx file, read from its XML alone, is what the screen shows, and gives the same checksum', async () => {
  const desk = await deskWithFinds(awkward);
  const { bytes, job } = await exported(desk, { kind: 'found_item', format: 'xlsx' });
  const shown = await desk.client.registers.rows({ kind: 'found_item', sort: { by: 'occurredAt', direction: 'asc' } });
  const sheet = sheetOf(bytes);
  const lines = linesOf(sheet, shown.columns.length, shown.rows.length);
  const texts = lines.map((cells) => cells.map(asRegister));
  expect(texts).toEqual(shown.rows.map(({ cells }) => cells));
  const summed = texts.map((cells) => `${cells.map((text) => text.replaceAll(/\s+/g, ' ')).join('\t')}\n`).join('');
  const checksum = createHash('sha256').update(summed).digest('hex').slice(0, 16);
  const survey = await desk.client.registers.survey({ kind: 'found_item' });
  expect([job.facts.checksum, survey.checksum, survey.count]).toEqual([checksum, checksum, 5]);
  expect(sheet.cells.get(`A${first + 6}`)?.value).toContain(`共 5 条　校验码 ${checksum}`);
  expect(sheet.cells.get(`G${first + 5}`)).toEqual({ value: 400, formula: 'SUBTOTAL(9,G4:G8)', format: '#,##0.00' });
});

it('long numbers are words in the file, days are real days, and it prints on A4 across with its header on every page', async () => {
  const desk = await deskWithFinds(awkward);
  const { bytes } = await exported(desk, {
    kind: 'found_item',
    format: 'xlsx',
    profile: 'internal',
    reason: '移交档案室',
  });
  const sheet = sheetOf(bytes);
  const all = [...sheet.cells.values()];
  for (const number of digits) expect(all.find(({ value }) => value === number)?.format, number).toBe('@');
  expect(sheet.cells.get('C4')).toEqual({ value: 46327 + 8 / 24, formula: null, format: 'yyyy\\-mm\\-dd\\ hh:mm' });
  expect(all.filter(({ value }) => typeof value === 'number' && value > 1e9)).toEqual([]);
  expect(sheet.pageSetup).toMatchObject({ paperSize: '9', orientation: 'landscape' });
  expect(readPlainWorkbook(bytes).names.get('_xlnm.Print_Titles')).toBe("'失物招领台账'!$A:$A,'失物招领台账'!$3:$3");
  const header = Array.from({ length: 22 }, (_, column) => sheet.cells.get(`${letters(column)}3`)?.value);
  expect([header[0], header.at(-1)]).toEqual(['序号', '备注']);
});

it('LibreOffice opens the xlsx file and shows the same, long numbers whole', async () => {
  const desk = await deskWithFinds(awkward);
  const { bytes, job } = await exported(desk, { kind: 'found_item', format: 'xlsx' });
  const csv = sheetByLibreOffice(bytes);
  if (csv === null) {
    // What it would have opened is at least a sound package.
    expect(sheetOf(bytes).name).toBe('失物招领台账');
    return;
  }
  for (const text of [...digits, '失物招领台账', '=溪心桥𠮷', '2026-11-01 08:00', '400.00', String(job.facts.checksum)])
    expect(csv).toContain(text);
});

it('a CSV file is byte for byte what the xlsx file of the same register comes to, in UTF-8 with its mark and in GB18030', async () => {
  const desk = await deskWithFinds(awkward);
  const { bytes: xlsx } = await exported(desk, { kind: 'found_item', format: 'xlsx' });
  const { bytes: utf8, job } = await exported(desk, { kind: 'found_item', format: 'csv' });
  const { bytes: gb } = await exported(desk, { kind: 'found_item', format: 'csv', encoding: 'gb18030' });
  const sheet = sheetOf(xlsx);
  const header = Array.from({ length: 22 }, (_, column) => String(sheet.cells.get(`${letters(column)}3`)?.value));
  const lines = linesOf(sheet, 21, 5).map((cells, line) => [String(line + 1), ...cells.map(asCsv)].join(','));
  const sums = ['合计', '', '', '', '', '', '400.00', ...Array.from({ length: 15 }, () => '')];
  const foot = `共 5 条　校验码 ${job.facts.checksum}（上报，已脱敏）　2 处以 = + - @ 开头的文字前加了 '，以免被当作公式`;
  const text = `${[header.join(','), ...lines, sums.join(','), foot].join('\r\n')}\r\n`;
  expect(Buffer.from(utf8).equals(Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from(text)]))).toBe(true);
  expect(new TextDecoder('gb18030', { fatal: true }).decode(gb)).toBe(text);
  // 桥𠮷: two bytes and four, by the standard's table.
  expect(Buffer.from(gb).includes(Buffer.from('c7c59534b235', 'hex'))).toBe(true);
  if (spawnSync('iconv', ['--version']).error !== undefined)
    process.stderr.write('iconv is not installed here: GB18030 was held against the reader of Node alone\n');
  else
    expect(execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text }).equals(Buffer.from(gb))).toBe(true);
});

it('a PDF holds every cell of every line as text, its count and checksum, and the header on each page', async () => {
  const many = Array.from({ length: 30 }, (_, at) => find(`2026-10-${String(at + 1).padStart(2, '0')}`, {}));
  const desk = await deskWithFinds(many);
  const { bytes: page, job } = await exported(desk, { kind: 'found_item', format: 'pdf' });
  const pages = await readPdf(okValue(await browserPdf(new TextDecoder().decode(page), [])));
  const whole = pages.join('');
  const shown = await desk.client.registers.rows({
    kind: 'found_item',
    sort: { by: 'occurredAt', direction: 'asc' },
    limit: 100,
  });
  expect(shown.rows).toHaveLength(33);
  for (const { cells } of shown.rows) for (const cell of cells) expect(whole).toContain(cell.replaceAll(/\s/g, ''));
  expect(whole).toContain(`共33条校验码${job.facts.checksum}`);
  expect(pages.length).toBeGreaterThan(1);
  for (const [at, text] of pages.slice(0, -1).entries()) expect(text, `page ${at + 1}`).toContain('序号编号拾得时间');
});
