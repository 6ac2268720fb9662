// Registers (台账) on the screen: lines as they are asked for, masked as for superiors.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { RegisterView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { maySee } from '../records/access.ts';
import { offeredKind } from '../records/add-record.ts';
import type { Desk } from '../records/desk.ts';
import { type ListRequest, type PageRequest, rowsPage } from '../records/list-records.ts';
import type { Person } from '../records/people.ts';
import { readerStyle } from '../records/reader-style.ts';
import { type RecordRow, recordByKey } from '../stores/record-store.ts';
import { lineReader, lineTexts } from './line-reader.ts';
import { columnsOf } from './register-columns.ts';

/** The lines as lists are ordered. Problems: those of `listPage`. */
export function registerRows(
  desk: Desk,
  person: Person,
  request: ListRequest & PageRequest,
): Result<RegisterView, Problem> {
  const kind = offeredKind(desk, request.kind);
  if (!kind.ok) return kind;
  const page = rowsPage(desk, person, request);
  return page.ok ? ok({ ...view(desk, person, kind.value, page.value.rows), next: page.value.next }) : page;
}

/** Lines by the keys of their records, in that order. Problem `kind_unknown`. */
export function registerLines(
  desk: Desk,
  person: Person,
  kindKey: string,
  keys: readonly number[],
): Result<RegisterView, Problem> {
  const kind = offeredKind(desk, kindKey);
  if (!kind.ok) return kind;
  const rows = keys
    .map((key) => recordByKey(desk.database.reading, key))
    .filter((row) => row !== undefined && maySee(person, row));
  return ok({
    ...view(
      desk,
      person,
      kind.value,
      rows.filter((row) => row !== undefined),
    ),
    next: null,
  });
}

function view(desk: Desk, person: Person, kind: Kind, rows: readonly RecordRow[]): Omit<RegisterView, 'next'> {
  const columns = columnsOf(kind);
  const style = readerStyle(desk.database.reading, person, 'register');
  const read = lineReader(desk, kind, 'superior', desk.tools.now());
  return {
    columns: columns.map(({ label, align }) => ({ label, right: align === 'right' })),
    rows: rows.map((row) => ({ id: row.id, cells: lineTexts(read(row, columns), style) })),
  };
}
