// One line of a list, a search or the Today board: facts and shown cells, masked like the record itself.

import type { RowView } from '../../src-shared/contract/views.ts';
import { createRecordContext, withContent } from '../../src-shared/records/create-record-context.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { maskContent } from '../../src-shared/records/mask-content.ts';
import { find } from '../../src-shared/records/place.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import { nextDue } from '../../src-shared/records/record-deadlines.ts';
import { type ShowStyle, show } from '../../src-shared/records/show.ts';
import { shownValue } from '../../src-shared/records/show-value.ts';
import { joinShown } from '../../src-shared/records/shown.ts';
import type { Reading } from '../database/database.ts';
import type { RecordRow } from '../stores/record-store.ts';
import type { Desk } from './desk.ts';
import { surroundingsOf } from './surroundings.ts';
import { textToValues } from './values-text.ts';

/** Rows of kinds this version does not know are left out of lists; their changes are kept all the same. */
export function toRowViews(
  desk: Desk,
  reading: Reading,
  rows: readonly RecordRow[],
  style: ShowStyle,
): readonly RowView[] {
  return rows.flatMap((row) => {
    const kind = desk.kinds.get(row.kind);
    return kind.ok ? [toRowView(rowContext(desk, reading, kind.value, row), row, style)] : [];
  });
}

function toRowView(context: RecordContext, row: RecordRow, style: ShowStyle): RowView {
  const { kind } = context;
  const due = row.stage === 'open' || row.stage === 'waiting' ? nextDue(context) : null;
  const masked = withContent(context, maskContent(kind, context.stored, { sees: 'internal' }).content);
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    title: row.title,
    status: row.status,
    occurredAt: row.occurredAt === '' ? null : row.occurredAt,
    updatedAt: row.updatedAt,
    due: due?.due ?? null,
    dueState: due ? dueState(due) : 'none',
    conflict: row.conflict === 1,
    cells: kind.list.columns.map((path) =>
      show(
        joinShown(
          find(masked.place, path).map(({ field, value }) => shownValue(field, value, masked)),
          '、',
        ),
        style,
      ),
    ),
  };
}

/** A record in its surroundings by its row alone, without reading its changes. */
export function rowContext(desk: Desk, reading: Reading, kind: Kind, row: RecordRow): RecordContext {
  const created = { by: row.createdBy, at: row.createdAt };
  return createRecordContext(
    kind,
    textToValues(row.content),
    surroundingsOf(desk, reading, { now: desk.tools.now(), created }),
  );
}

export function dueState({
  overdue,
  warn,
}: {
  readonly overdue: boolean;
  readonly warn: boolean;
}): 'running' | 'soon' | 'overdue' {
  if (overdue) return 'overdue';
  return warn ? 'soon' : 'running';
}
