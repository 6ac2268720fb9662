// Reads a CSV as Chinese offices save it: UTF-8 with or without a mark, UTF-16, or GB18030; comma, semicolon or tab.

import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { SheetTable } from '../../src-shared/imports/cell.ts';
import type { Book } from './book.ts';
import { tooMany, withoutBlankEnd } from './read-workbook.ts';

/** @param name of the file, which a CSV has in place of a sheet's name
 *  Problems: `import_encoding_unknown`, `import_csv_broken`, `import_empty`, `import_too_many_…`. */
export function readCsv(bytes: Uint8Array, name: string): Result<Book, Problem> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const rows = split(text.value.text);
  if (!rows.ok) return rows;
  const filled = withoutBlankEnd(rows.value.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  if (filled.length === 0) return err({ code: 'import_empty' });
  const table: SheetTable = { name, hidden: false, rows: filled, merged: 0, formulas: 0 };
  const problem = tooMany(table);
  if (problem) return err(problem);
  return ok({
    format: 'csv',
    sheets: [table],
    notices: [{ code: 'import_encoding_used', facts: { encoding: text.value.encoding } }],
  });
}

type Decoded = { readonly text: string; readonly encoding: string };

/** A mark at the beginning decides; text that is not UTF-8 throughout is GB18030 or nothing. */
function decode(bytes: Uint8Array): Result<Decoded, Problem> {
  const marks = [
    { mark: [0xff, 0xfe], encoding: 'utf-16le' },
    { mark: [0xfe, 0xff], encoding: 'utf-16be' },
  ];
  const marked = marks.find(({ mark }) => mark.every((byte, place) => bytes[place] === byte));
  const encodings = marked ? [marked.encoding] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeAs(encoding, bytes);
    if (text !== null) return ok({ text, encoding: encoding.toUpperCase() });
  }
  return err({ code: 'import_encoding_unknown' });
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding; the caller tries the next.
    return null;
  }
}

function split(text: string): Result<readonly (readonly string[])[], Problem> {
  try {
    return ok(
      parse(text, {
        delimiter: delimiterOf(text),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        max_record_size: 1_000_000,
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { readonly lines?: number };
    return err({ code: 'import_csv_broken', facts: { line: lines ?? 1 } });
  }
}

/** The sign that stands most often in the first lines. */
function delimiterOf(text: string): string {
  const start = text.split(/\r?\n/, 20).join('\n');
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: start.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
