// The lines that were not imported as a file of their own: every cell as it was, the line it stood in, and why.

import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { cellText } from '../../src-shared/imports/cell.ts';
import { importTargets } from '../../src-shared/imports/targets.ts';
import type { Language } from '../../src-shared/records/words.ts';
import { tableOf } from './open-import.ts';
import type { OpenImport } from './open-imports.ts';
import type { JudgedLine } from './thread-tasks.ts';

export type RejectedFormat = 'xlsx' | 'csv';
export type MadeFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };

const media = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const;
const titles = {
  zh: { line: '原行号', why: '未导入的原因', sheet: '未导入的行' },
  en: { line: 'Line', why: 'Why it was not imported', sheet: 'Not imported' },
} as const;

/** Put right, the file can be imported again: its header is the ledger's own. Problem `import_not_checked`. */
export async function rejectedFile(
  open: OpenImport,
  format: RejectedFormat,
  language: Language,
): Promise<Result<MadeFile, Problem>> {
  const { checked, header } = open;
  if (checked === null || header === null) return err({ code: 'import_not_checked' });
  const { rows } = tableOf(open);
  const words = titles[language];
  const labels = new Map(importTargets(open.kind).map(({ path, label }) => [path, label[language]]));
  const lines = checked.lines.filter(({ problems, sameAs }) => problems.length > 0 || sameAs !== null);
  const cells = lines.map((judged) => [
    ...header.texts.map((_, column) => cellText(rows[judged.line - 1]?.[column])),
    String(judged.line),
    whyOf(judged, labels, language),
  ]);
  const table = [[...header.texts, words.line, words.why], ...cells];
  const bytes = format === 'csv' ? toCsv(table) : await toXlsx(words.sheet, table);
  const name = `${open.file.replace(/\.[^.]*$/, '')}-${words.sheet}.${format}`;
  return ok({ name, mediaType: media[format], bytes });
}

/** Every reason with the name of its field: `证件号码：校验码不对`. */
export function whyOf(
  { problems, sameAs }: JudgedLine,
  labels: ReadonlyMap<string, string>,
  language: Language,
): string {
  const colon = language === 'zh' ? '：' : ': ';
  const said = [...problems, ...(sameAs === null ? [] : [sameAs])].map((problem) => {
    const label = problem.path === undefined ? undefined : (labels.get(problem.path) ?? problem.path);
    return `${label === undefined ? '' : `${label}${colon}`}${problemWords(problem, language)}`;
  });
  return said.join(language === 'zh' ? '；' : '; ');
}

function toCsv(table: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  // Text that a spreadsheet would work out as a formula is kept from it.
  return new TextEncoder().encode(
    stringify([...table], { bom: true, escape_formulas: true, record_delimiter: 'windows' }),
  );
}

/** All cells are text, so that no program breaks a long number. */
async function toXlsx(name: string, table: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const rows = table.map((cells) => [...cells]);
  const columns = (table[0] ?? []).map(() => ({ width: 16, numFmt: '@' }));
  return new Uint8Array(await writeXlsx({ sheets: [{ name, rows, columns, freezePane: { rows: 1 } }] }));
}
