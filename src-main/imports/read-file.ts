// Reads a file for import as what it is, whatever it is called.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Book } from './book.ts';
import { importLimits } from './import-limits.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { whatFile } from './what-file.ts';

/** Problems: `import_…`, one for each thing that can be wrong with a file. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Result<Book, Problem>> {
  if (bytes.length > importLimits.fileBytes)
    return err({ code: 'import_too_large', facts: { megabytes: importLimits.fileBytes / 1024 / 1024 } });
  const what = whatFile(bytes);
  switch (what) {
    case 'empty':
      return err({ code: 'import_empty' });
    case 'password':
      return err({ code: 'import_password' });
    case 'xls':
      return err({ code: 'import_old_format', facts: { format: '.xls' } });
    case 'page':
      return err({ code: 'import_is_web_page' });
    case 'other':
      return err({ code: 'import_not_a_table' });
    case 'text':
      return named(readCsv(bytes, name.replace(/\.[^.]*$/, '')), name);
    case 'zip':
      return named(await readWorkbook(bytes), name);
  }
}

const endings = { xlsx: /\.xls[xm]$/i, csv: /\.(csv|txt|tsv)$/i } as const;

function named(book: Result<Book, Problem>, name: string): Result<Book, Problem> {
  if (!book.ok || endings[book.value.format].test(name)) return book;
  const facts = { name: name.slice(0, 80), format: book.value.format === 'xlsx' ? 'xlsx' : 'CSV' };
  return ok({ ...book.value, notices: [{ code: 'import_wrong_extension', facts }, ...book.value.notices] });
}
