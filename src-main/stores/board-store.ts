// The few rows that the Today board shows, each from an index of its own.

import type { Reading } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Viewer } from './list-query.ts';
import { type RecordRow, recordColumns } from './record-store.ts';

type Asked = { account: string; everything: number; limit: number };

const mine =
  '(@everything = 1 or restricted = 0 or handler = @account or co_handler = @account or created_by = @account)';
const dueBetween = statement<Asked & { from: string; to: string }, RecordRow>(
  `select ${recordColumns} from record indexed by record_running where stage in ('open', 'waiting') and due_at >= @from and due_at < @to
   and ${mine} order by due_at, key limit @limit + 0`,
);
const openOf = statement<{ account: string; limit: number }, RecordRow>(
  `select ${recordColumns} from record indexed by record_of_handler where handler = @account and stage = 'open'
   order by updated_at desc, key desc limit @limit + 0`,
);
const heldRows = statement<Asked, RecordRow>(
  `select ${recordColumns} from record indexed by record_in_custody where custody = 1 and ${mine}
   order by occurred_at desc, key desc limit @limit + 0`,
);
const heldCount = statement<Record<never, never>, { count: number }>(
  'select count(*) as count from record indexed by record_in_custody where custody = 1',
);
const hiddenHeldCount = statement<{ account: string }, { count: number }>(
  `select count(*) as count from record indexed by record_restricted where restricted = 1 and custody = 1
   and handler <> @account and co_handler <> @account and created_by <> @account`,
);
const recentRows = statement<Asked & { internal: string }, RecordRow>(
  `select ${recordColumns} from record indexed by record_recent where kind not in (select value from json_each(@internal)) and ${mine}
   order by updated_at desc, key desc limit @limit + 0`,
);
const inConflict = statement<Asked, RecordRow>(
  `select ${recordColumns} from record indexed by record_in_conflict where conflict = 1 and ${mine}
   order by key desc limit @limit + 0`,
);
const conflictCount = statement<Omit<Asked, 'limit'>, { count: number }>(
  `select count(*) as count from record indexed by record_in_conflict where conflict = 1 and ${mine}`,
);

function asked(viewer: Viewer, limit: number): Asked {
  return { ...who(viewer), limit };
}

function who(viewer: Viewer): Omit<Asked, 'limit'> {
  return { account: viewer?.account ?? '', everything: viewer === null ? 1 : 0 };
}

/** Unfinished records due from `from` (inclusive) to `to` (exclusive), the earliest first. */
export function recordsDue(
  reading: Reading,
  viewer: Viewer,
  from: string,
  to: string,
  limit: number,
): readonly RecordRow[] {
  return reading.all(dueBetween, { ...asked(viewer, limit), from, to });
}

/** Open records this person handles, latest change first. */
export function openRecordsOf(reading: Reading, account: string, limit: number): readonly RecordRow[] {
  return reading.all(openOf, { account, limit });
}

export function recordsInCustody(
  reading: Reading,
  viewer: Viewer,
  limit: number,
): { readonly count: number; readonly rows: readonly RecordRow[] } {
  const all = reading.first(heldCount, {})?.count ?? 0;
  // Restricted records are few; asking of every record whether it is one would take as long as reading them all.
  const hidden = viewer === null ? 0 : (reading.first(hiddenHeldCount, viewer)?.count ?? 0);
  return { count: all - hidden, rows: reading.all(heldRows, asked(viewer, limit)) };
}

/** `internalKinds` are left out: people are no casework. */
export function recentRecords(
  reading: Reading,
  viewer: Viewer,
  internalKinds: readonly string[],
  limit: number,
): readonly RecordRow[] {
  return reading.all(recentRows, { ...asked(viewer, limit), internal: JSON.stringify(internalKinds) });
}

/** Records with open conflicts, the latest first. */
export function recordsInConflict(reading: Reading, viewer: Viewer, limit: number): readonly RecordRow[] {
  return reading.all(inConflict, asked(viewer, limit));
}

export function countConflicts(reading: Reading, viewer: Viewer): number {
  return reading.first(conflictCount, who(viewer))?.count ?? 0;
}

const runningKeys = statement<Record<never, never>, { key: number }>(
  `select key from record indexed by record_running where stage in ('open', 'waiting') order by key`,
);
const pastDue = statement<{ now: string; kind: string }, RecordRow>(
  `select ${recordColumns} from record indexed by record_running where stage in ('open', 'waiting') and due_at <= @now
   and kind = @kind order by due_at, key`,
);

/** Keys of all unfinished records. */
export function runningRecordKeys(reading: Reading): readonly number[] {
  return reading.all(runningKeys, {}).map(({ key }) => key);
}

/** Unfinished records of a kind with a deadline on or before this local moment. */
export function recordsPastDue(reading: Reading, kind: string, now: string): readonly RecordRow[] {
  return reading.all(pastDue, { kind, now });
}
