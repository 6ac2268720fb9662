// The kinds whose records are written on the pages of custody.

import { required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { loadRecord, type StoredRecord } from '../records/stored-record.ts';

export type Sheet = NonNullable<Kind['sheet']>;

export function sheetKind(desk: Desk, sheet: Sheet): Kind {
  return required(
    desk.kinds.offered.find((kind) => kind.sheet === sheet),
    'every sort of desk has its sheets of custody',
  );
}

/** Problem `record_not_visible`, for a record of another kind too. */
export function loadSheet(
  desk: Desk,
  reading: Reading,
  id: string,
  person: Person,
  sheet: Sheet,
): Result<StoredRecord, Problem> {
  const record = loadRecord(desk, reading, id, person);
  if (record.ok && record.value.kind.sheet !== sheet) return err({ code: 'record_not_visible' });
  return record.ok ? ok(record.value) : record;
}
