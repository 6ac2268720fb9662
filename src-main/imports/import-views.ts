// An open import and the past ones, as the window is told of them.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type {
  ImportCheckView,
  ImportColumnView,
  ImportedView,
  ImportFileView,
  ImportLineView,
  LineState,
  PastImportView,
} from '../../src-shared/contract/import-views.ts';
import { cellText } from '../../src-shared/imports/cell.ts';
import { yearOfLedger } from '../../src-shared/imports/find-header.ts';
import { isBlankLine } from '../../src-shared/imports/skipped-line.ts';
import { suggestColumns } from '../../src-shared/imports/suggest-mapping.ts';
import { systemActor } from '../../src-shared/records/take-step.ts';
import { mayRead, maySee } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { type ImportRow, importedRecords, importOf, lastImports, wasChangedByPeople } from '../stores/import-store.ts';
import { recordByKey } from '../stores/record-store.ts';
import { firstLine, sampled, tableOf } from './open-import.ts';
import type { OpenImport } from './open-imports.ts';
import type { JudgedLine } from './thread-tasks.ts';
import { mayUndo } from './undo-import.ts';

const samplesShown = 3;
const pastShown = 50;
const leftShown = 500;
const leftRead = 5_000;

export function viewImport(open: OpenImport): ImportFileView {
  const { id, kind, file, book, sheet, header, mapping, remembered } = open;
  const table = tableOf(open);
  const below = header === null ? [] : table.rows.slice(firstLine(header));
  const noticesOfTable: readonly Problem[] = [
    ...(table.merged > 0 ? [{ code: 'import_merged_cells', facts: { count: table.merged } } as const] : []),
    ...(table.formulas > 0 ? [{ code: 'import_formulas', facts: { count: table.formulas } } as const] : []),
  ];
  return {
    id,
    kind: kind.key,
    file,
    sheets: book.sheets.map(({ name, hidden, rows }) => ({ name, hidden, lines: rows.length })),
    sheet,
    header: header === null ? null : { line: header.row + 1, lines: header.lines },
    lines: below.filter((cells) => !isBlankLine(cells)).length,
    year: header === null ? null : yearOfLedger(table, header, file),
    notices: [...book.notices, ...noticesOfTable],
    columns: columnsOf(open),
    mapping,
    remembered,
  };
}

function columnsOf(open: OpenImport): readonly ImportColumnView[] {
  const { header, kind } = open;
  if (header === null) return [];
  const rows = tableOf(open).rows.slice(firstLine(header), firstLine(header) + sampled);
  const cells = header.texts.map((_, column) => rows.map((row) => row[column] ?? null));
  const suggested = suggestColumns(kind, header.texts, cells);
  return header.texts.map((text, index) => ({
    index,
    header: text,
    samples: [...new Set((cells[index] ?? []).map(cellText).filter((one) => one !== ''))].slice(0, samplesShown),
    looksLikeTwo: suggested[index]?.looksLikeTwo ?? false,
  }));
}

export function stateOf({ problems, sameAs }: JudgedLine): LineState {
  if (problems.length > 0) return 'refused';
  return sameAs === null ? 'ready' : 'duplicate';
}

/** Problem `import_not_checked`. */
export function viewCheck({ checked }: OpenImport): Result<ImportCheckView, Problem> {
  if (checked === null) return err({ code: 'import_not_checked' });
  const counts = { ready: 0, duplicate: 0, refused: 0 };
  for (const line of checked.lines) counts[stateOf(line)] += 1;
  return ok({ counts, skipped: checked.skipped.slice(0, leftShown), blank: checked.blank });
}

export type LinesAsked = { readonly state?: LineState | undefined; readonly offset: number; readonly limit: number };

/** Problem `import_not_checked`. */
export function viewLines(
  open: OpenImport,
  { state, offset, limit }: LinesAsked,
): Result<readonly ImportLineView[], Problem> {
  const { checked, header } = open;
  if (checked === null || header === null) return err({ code: 'import_not_checked' });
  const asked = state === undefined ? checked.lines : checked.lines.filter((line) => stateOf(line) === state);
  const { rows } = tableOf(open);
  return ok(
    asked.slice(offset, offset + limit).map((judged) => ({
      line: judged.line,
      state: stateOf(judged),
      title: judged.title,
      problems: [...judged.problems, ...(judged.sameAs === null ? [] : [judged.sameAs])],
      notes: judged.notes,
      cells: header.texts.map((_, column) => cellText(rows[judged.line - 1]?.[column]).slice(0, 200)),
    })),
  );
}

/** Newest first. Problem `not_allowed`. */
export function pastImports(desk: Desk, person: Person): Result<readonly PastImportView[], Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  return ok(lastImports(desk.database.reading, pastShown).map((row) => toPast(desk, person, row)));
}

function toPast(desk: Desk, person: Person, row: ImportRow): PastImportView {
  const { id, kind, file, at, account, state, lines, imported, refused, voided, kept } = row;
  const byName = desk.people.current.byId.get(account)?.name ?? account;
  const isOpen = state === 'done' || state === 'running';
  return {
    id,
    kind,
    file,
    at,
    byName,
    state,
    lines,
    imported,
    refused,
    voided,
    kept,
    mayUndo: isOpen && mayUndo(person, row),
  };
}

/** The records of an import that are not void and that the person may see, in the order of its lines. Problem `import_unknown`. */
export function recordsLeft(desk: Desk, person: Person, id: string): Result<readonly ImportedView[], Problem> {
  const allowed = mayRead(person);
  if (!allowed.ok) return allowed;
  const { reading } = desk.database;
  const row = importOf(reading, id);
  if (row === null) return err({ code: 'import_unknown' });
  const left = importedRecords(reading, row.key, 0, leftRead).flatMap(({ line, recordKey }) => {
    const record = recordByKey(reading, recordKey);
    if (!record || record.stage === 'void' || !maySee(person, record)) return [];
    const changedSince = wasChangedByPeople(reading, recordKey, systemActor.id);
    return [{ id: record.id, number: record.number, title: record.title, line, changedSince }];
  });
  return ok(left.sort((one, other) => Number(other.changedSince) - Number(one.changedSince)).slice(0, leftShown));
}
