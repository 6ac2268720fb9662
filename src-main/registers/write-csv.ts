// A register as a CSV file: UTF-8 with a byte order mark, or GB18030; nothing in it is taken for a formula.

import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { show } from '../../src-shared/records/show.ts';
import type { Shown } from '../../src-shared/records/shown.ts';
import type { RegisterSheet } from './register-sheet.ts';
import { countText } from './register-words.ts';

export type CsvEncoding = 'utf-8' | 'gb18030';
export type WrittenCsv = {
  readonly rows: number;
  readonly checksum: string;
  /** Texts that began like a formula and were given an apostrophe. */
  readonly escaped: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

const linesAtATime = 500;
/** What spreadsheets take for the beginning of a formula, and the full-width forms some of them fold. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** Problem `not_in_gb18030`: the characters and the line, since another character in their place would be a lie. */
export function writeCsv(
  sheet: RegisterSheet,
  encoding: CsvEncoding,
  tell: (rows: number) => void,
): Result<WrittenCsv, Problem> {
  const pieces: Uint8Array[] = [];
  let lines: (readonly string[])[] = [['序号', ...sheet.columns.map(({ label }) => label.zh)]];
  let facts = { rows: 0, checksum: '', escaped: 0 };
  const flush = (): Result<null, Problem> => {
    const text = stringify(lines, { escape_formulas: true, record_delimiter: 'windows' });
    lines = [];
    const encoded = encode(text, encoding, facts.rows);
    if (encoded.ok) pieces.push(encoded.value);
    return encoded.ok ? ok(null) : encoded;
  };
  for (const line of sheet.lines()) {
    if (line.type === 'record') {
      const texts = line.shown.map(csvText);
      facts = {
        ...facts,
        rows: line.serial,
        escaped: facts.escaped + texts.filter((text) => formula.test(text)).length,
      };
      lines.push([String(line.serial), ...texts]);
    }
    if (line.type === 'total') {
      facts = { ...facts, checksum: line.checksum };
      lines.push(['合计', ...line.sums.map(csvText)], [footOf(sheet, facts)]);
    }
    if (lines.length < linesAtATime) continue;
    const flushed = flush();
    if (!flushed.ok) return flushed;
    tell(facts.rows);
  }
  const flushed = flush();
  return flushed.ok ? ok({ ...facts, bytes: joined(pieces, encoding) }) : flushed;
}

function footOf(
  sheet: RegisterSheet,
  facts: { readonly rows: number; readonly checksum: string; readonly escaped: number },
) {
  const counted = countText(sheet.profile, facts);
  return facts.escaped === 0 ? counted : `${counted}　${facts.escaped} 处以 = + - @ 开头的文字前加了 '，以免被当作公式`;
}

/** Figures without thousands separators and days as 2025-03-28, so that programs read them; empty stays empty. */
function csvText(shown: Shown): string {
  if (shown.type === 'money') return (shown.value / 100).toFixed(2);
  const forProgram = shown.type === 'date' || shown.type === 'dateTime' ? 'screen' : 'register';
  return show(shown, { for: forProgram, language: 'zh' });
}

function encode(text: string, encoding: CsvEncoding, rows: number): Result<Uint8Array, Problem> {
  if (encoding === 'utf-8') return ok(Buffer.from(text, 'utf8'));
  const bytes = iconv.encode(text, 'gb18030');
  const back = iconv.decode(bytes, 'gb18030');
  if (back === text) return ok(bytes);
  const kept = Array.from(back);
  const lost = Array.from(text).filter((character, at) => character !== kept[at]);
  return err({ code: 'not_in_gb18030', facts: { characters: [...new Set(lost)].slice(0, 10).join(' '), line: rows } });
}

function joined(pieces: readonly Uint8Array[], encoding: CsvEncoding): Uint8Array<ArrayBuffer> {
  const mark = encoding === 'utf-8' ? [new Uint8Array([0xef, 0xbb, 0xbf])] : [];
  return new Uint8Array(Buffer.concat([...mark, ...pieces]));
}
