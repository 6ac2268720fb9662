// Registers (台账): the rows on the screen and the whole sheet on paper.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { RegisterView } from '../../src-shared/contract/views.ts';
import { withContent } from '../../src-shared/records/create-record-context.ts';
import { formatDate } from '../../src-shared/records/dates/format-date.ts';
import { isIsoDate } from '../../src-shared/records/dates/iso-date.ts';
import { datePart, epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { maskContent } from '../../src-shared/records/mask-content.ts';
import { printRegister } from '../../src-shared/records/print/print-register.ts';
import { registerTexts } from '../../src-shared/records/register-row.ts';
import type { ShowStyle } from '../../src-shared/records/show.ts';
import { appendAudit } from '../stores/audit-store.ts';
import type { RecordRow } from '../stores/record-store.ts';
import { offeredKind } from './add-record.ts';
import type { Desk } from './desk.ts';
import { countRows, type ListRequest, type PageRequest, rowsPage } from './list-records.ts';
import type { Person } from './people.ts';
import { readerStyle } from './reader-style.ts';
import { rowContext } from './record-rows.ts';

/** Lines of one printed register; a longer one is printed month by month. */
export const mostPrinted = 5_000;
const pageRows = 500;

/** Problems: those of `listPage`. */
export function registerRows(
  desk: Desk,
  person: Person,
  request: ListRequest & PageRequest,
): Result<RegisterView, Problem> {
  const kind = offeredKind(desk, request.kind);
  if (!kind.ok) return kind;
  const page = rowsPage(desk, person, request);
  if (!page.ok) return page;
  const columns = kind.value.register.map(({ label, align }) => ({ label, right: align === 'right' }));
  const style = readerStyle(desk.database.reading, person, 'register');
  const rows = page.value.rows.map((row) => ({ id: row.id, cells: cellsOf(desk, kind.value, row, style) }));
  return ok({ columns, rows, next: page.value.next });
}

/** The whole register as one printed sheet, in the log. Problems: those of `listPage`, `register_too_long`. */
export function registerPage(
  desk: Desk,
  person: Person,
  request: ListRequest,
): Result<{ readonly html: string; readonly rows: number }, Problem> {
  const kind = offeredKind(desk, request.kind);
  if (!kind.ok) return kind;
  const count = countRows(desk, person, request);
  if (!count.ok) return count;
  if (count.value.count > mostPrinted)
    return err({ code: 'register_too_long', facts: { count: count.value.count, limit: mostPrinted } });
  const rows = allRows(desk, person, request);
  if (!rows.ok) return rows;
  const { html } = printRegister({
    title: `${kind.value.label.zh}台账`,
    unitName: desk.settings.current.unit.name,
    period: period(request),
    today: formatDate(datePart(epochMsToLocal(desk.tools.now())), 'document', 'zh'),
    columns: kind.value.register.map(({ label, align }) => ({ label: label.zh, right: align === 'right' })),
    rows: rows.value.map((row) => cellsOf(desk, kind.value, row, { for: 'register', language: 'zh' })),
  });
  const logged = logPrinting(desk, person, request.kind, rows.value.length);
  return logged.ok ? ok({ html, rows: rows.value.length }) : logged;
}

function allRows(desk: Desk, person: Person, request: ListRequest): Result<readonly RecordRow[], Problem> {
  const rows: RecordRow[] = [];
  let after: string | null = null;
  do {
    const page: ReturnType<typeof rowsPage> = rowsPage(desk, person, {
      ...request,
      limit: pageRows,
      ...(after === null ? {} : { after }),
    });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    after = page.value.next;
  } while (after !== null);
  return ok(rows);
}

/** Sensitive fields are masked in registers too; a register leaves the desk more easily than a screen. */
function cellsOf(desk: Desk, kind: Kind, row: RecordRow, style: ShowStyle): readonly string[] {
  const context = rowContext(desk, desk.database.reading, kind, row);
  const masked = withContent(context, maskContent(kind, context.stored, { sees: 'internal' }).content);
  return registerTexts(masked, style);
}

function period({ from, to }: ListRequest): string {
  const [start, end] = [from, to].map((day) =>
    day !== undefined && isIsoDate(day) ? formatDate(day, 'document', 'zh') : '',
  );
  return start || end ? `${start}至${end}` : '';
}

function logPrinting(desk: Desk, person: Person, kind: string, rows: number): Result<null, Problem> {
  return desk.database.write((writing) => {
    appendAudit(writing, {
      at: desk.tools.now(),
      account: person.id,
      action: 'register_printed',
      record: '',
      detail: { kind, rows },
    });
    return ok(null);
  });
}
