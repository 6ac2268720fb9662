// What this desk keeps, as the records say it: read from their projections, since a shelf holds many records.

import { createRecordContext } from '../../src-shared/records/create-record-context.ts';
import type { RecordContext } from '../../src-shared/records/record-context.ts';
import type { Reading } from '../database/database.ts';
import { maySee, viewerOf } from '../records/access.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { surroundingsOf } from '../records/surroundings.ts';
import { textToValues } from '../records/values-text.ts';
import { recordsInCustody } from '../stores/board-store.ts';
import { type RecordRow, recordById } from '../stores/record-store.ts';

export type HeldRecord = { readonly row: RecordRow; readonly context: RecordContext };
export type Held = {
  readonly records: readonly HeldRecord[];
  /** Restricted records in custody that this person may not see. */
  readonly hidden: number;
};

/** More than any property room holds; a place with more is counted shelf by shelf. */
const mostHeld = 20_000;

/** Records in custody of kinds that say where their things lie, the earliest first. */
export function heldRecords(desk: Desk, reading: Reading, person: Person): Held {
  const viewer = viewerOf(person);
  const { count, rows } = recordsInCustody(reading, viewer, mostHeld);
  const all = viewer === null ? count : recordsInCustody(reading, null, 0).count;
  return { records: inContext(desk, reading, [...rows].reverse()), hidden: all - count };
}

/** The record a label names, held or not, where this person may see it. */
export function recordOfLabel(desk: Desk, reading: Reading, person: Person, id: string): HeldRecord | undefined {
  const row = recordById(reading, id);
  return row === undefined || !maySee(person, row) ? undefined : inContext(desk, reading, [row])[0];
}

function inContext(desk: Desk, reading: Reading, rows: readonly RecordRow[]): readonly HeldRecord[] {
  const around = surroundingsOf(desk, reading, { now: desk.tools.now() });
  return rows.flatMap((row) => {
    const kind = desk.kinds.get(row.kind);
    if (!kind.ok || kind.value.custody === undefined) return [];
    return [{ row, context: createRecordContext(kind.value, textToValues(row.content), around) }];
  });
}
