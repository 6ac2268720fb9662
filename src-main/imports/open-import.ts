// A file becomes an open import: read in a thread, its table and header found, its columns suggested or remembered.

import { createHash } from 'node:crypto';
import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { importMapping } from '../../src-shared/contract/inputs.ts';
import type { SheetTable } from '../../src-shared/imports/cell.ts';
import { findHeader, type Header, headerAt } from '../../src-shared/imports/find-header.ts';
import { foldHeader } from '../../src-shared/imports/header-text.ts';
import type { ImportMapping } from '../../src-shared/imports/mapping.ts';
import { neededTargets, suggestColumns } from '../../src-shared/imports/suggest-mapping.ts';
import { importTargets } from '../../src-shared/imports/targets.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { mayWrite } from '../records/access.ts';
import { offeredKind, writtenOnForms } from '../records/add-record.ts';
import type { Desk } from '../records/desk.ts';
import { newRecordId } from '../records/new-ids.ts';
import type { Person } from '../records/people.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import type { Book } from './book.ts';
import { type Run, runInThread } from './import-thread.ts';
import type { OpenImport } from './open-imports.ts';

/** Lines looked at to tell what a column holds. */
export const sampled = 50;

/** Problems: `not_allowed`, `kind_unknown`, those of `readFile`. */
export async function openImport(
  desk: Desk,
  person: Person,
  asked: { readonly kind: string; readonly name: string; readonly bytes: Uint8Array },
  run: Run,
): Promise<Result<OpenImport, Problem>> {
  const allowed = mayWrite(person);
  if (!allowed.ok) return allowed;
  const kind = offeredKind(desk, asked.kind);
  if (!kind.ok) return kind;
  const onForm = writtenOnForms(kind.value);
  if (!onForm.ok) return onForm;
  const book = await runInThread({ task: 'read', bytes: asked.bytes, name: asked.name }, run);
  if (!book.ok) return book;
  const sheet = likeliestSheet(book.value, kind.value);
  const header = findHeader(required(book.value.sheets[sheet], 'a book has a sheet'), kind.value);
  const id = newRecordId(desk.tools.now(), desk.tools.crypto);
  const file = asked.name.slice(0, 200);
  const open = { id, account: person.id, kind: kind.value, file, book: book.value, sheet, header, checked: null };
  return ok({ ...open, ...mappingFor(desk, open) });
}

/** Another sheet of the file, or its header at another line (from 1). Problem `import_sheet_missing`. */
export function chooseTable(
  desk: Desk,
  open: OpenImport,
  { sheet, line }: { readonly sheet: number; readonly line?: number | undefined },
): Result<OpenImport, Problem> {
  const table = open.book.sheets[sheet];
  if (!table || (line !== undefined && line > table.rows.length)) return err({ code: 'import_sheet_missing' });
  const header = line === undefined ? findHeader(table, open.kind) : headerAt(table, line - 1);
  const chosen = { ...open, sheet, header, checked: null };
  return ok({ ...chosen, ...mappingFor(desk, chosen) });
}

export function tableOf({ book, sheet }: Pick<OpenImport, 'book' | 'sheet'>): SheetTable {
  return required(book.sheets[sheet], 'the chosen sheet is there');
}

/** Index of the first line below the header. */
export function firstLine(header: Header): number {
  return header.row + header.lines;
}

/** The first visible sheet with a header of the kind, else the first visible one with anything in it. */
function likeliestSheet({ sheets }: Book, kind: Kind): number {
  const visible = sheets.flatMap((sheet, index) => (sheet.hidden || sheet.rows.length === 0 ? [] : [{ sheet, index }]));
  const fitting = visible.find(({ sheet }) => findHeader(sheet, kind) !== null) ?? visible[0];
  return (
    fitting?.index ??
    Math.max(
      0,
      sheets.findIndex(({ rows }) => rows.length > 0),
    )
  );
}

type Mapped = { readonly mapping: ImportMapping; readonly remembered: boolean };

function mappingFor(
  desk: Desk,
  { kind, header, book, sheet }: Pick<OpenImport, 'kind' | 'header' | 'book' | 'sheet'>,
): Mapped {
  if (header === null) return { mapping: { columns: {}, fixed: {} }, remembered: false };
  const stored = importMapping.safeParse(readSetting(desk.database.reading, settingName(kind.key, header)));
  if (stored.success) return { mapping: stored.data, remembered: true };
  const rows = tableOf({ book, sheet }).rows.slice(firstLine(header), firstLine(header) + sampled);
  const cells = header.texts.map((_, column) => rows.map((row) => row[column] ?? null));
  const suggested = suggestColumns(kind, header.texts, cells);
  const columns = Object.fromEntries(suggested.map(({ targets }, column) => [String(column), targets]));
  return { mapping: { columns, fixed: {} }, remembered: false };
}

function settingName(kind: string, header: Header): string {
  const signature = createHash('sha256')
    .update(JSON.stringify(header.texts.map(foldHeader)))
    .digest('hex')
    .slice(0, 32);
  return `import_mapping/${kind}/${signature}`;
}

/** For the next ledger with the very same header. */
export function rememberMapping(desk: Desk, { kind, header, mapping }: OpenImport): Result<null, Problem> {
  if (header === null) return ok(null);
  return desk.database.write((writing) => {
    writeSetting(writing, settingName(kind.key, header), mapping);
    return ok(null);
  });
}

/** Problems: `import_mapping_wrong` for what neither the kind nor the table has, `import_columns_asked`. */
export function checkMapping({ kind, header }: OpenImport, mapping: ImportMapping): Result<null, Problem> {
  const paths = new Set(importTargets(kind).map(({ path }) => path));
  const named = [
    ...Object.values(mapping.columns)
      .flat()
      .filter((path) => !path.startsWith('@')),
    ...Object.keys(mapping.fixed),
  ];
  const wrongPath = named.find((path) => !paths.has(path));
  const wrongColumn = Object.keys(mapping.columns).find((index) => header?.texts[Number(index)] === undefined);
  const wrong = wrongPath ?? wrongColumn;
  if (wrong !== undefined) return err({ code: 'import_mapping_wrong', facts: { text: wrong.slice(0, 80) } });
  const missing = neededTargets(kind, mapping).filter(({ path }) => (mapping.fixed[path] ?? '').trim() === '');
  if (missing.length === 0) return ok(null);
  const facts = {
    fields: missing.map(({ label }) => label.zh).join('、'),
    fields_en: missing.map(({ label }) => label.en).join(', '),
  };
  return err({ code: 'import_columns_asked', facts });
}
