// The counts of a hand-over sheet, each along an index of its own.

import type { Reading } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { type RecordRow, recordColumns } from './record-store.ts';

export type UnfinishedOfKind = {
  readonly kind: string;
  readonly open: number;
  readonly waiting: number;
  readonly restricted: number;
};

const unfinished = statement<{ internal: string }, UnfinishedOfKind>(
  `select kind, sum(stage = 'open') as open, sum(stage = 'waiting') as waiting, sum(restricted) as restricted
   from record indexed by record_running where stage in ('open', 'waiting')
   and kind not in (select value from json_each(@internal)) group by kind order by kind`,
);
const dueUntil = statement<{ to: string }, { count: number }>(
  `select count(*) as count from record indexed by record_running where stage in ('open', 'waiting') and due_at < @to`,
);
const ownOpen = statement<{ account: string }, { count: number }>(
  `select count(*) as count from record indexed by record_of_handler where handler = @account and stage = 'open'`,
);
const keptMeasured = statement<{ came: string; left: string }, { amount: number }>(
  `select coalesce(sum(case when m.name = @came then d.amount else -d.amount end), 0) as amount
   from record r indexed by record_in_custody cross join measured d indexed by measured_by_record on d.record_key = r.key
   join measure m on m.key = d.measure_key
   where r.custody = 1 and m.kind = r.kind and m.name in (@came, @left)`,
);

const latestOfKind = statement<{ kind: string }, RecordRow>(
  `select ${recordColumns} from record indexed by record_by_occurred where kind = @kind and stage = 'done'
   order by occurred_at desc limit 1`,
);
/** The key of a record is the place of the first of its changes that came here. */
const latestBegunBy = statement<{ kind: string; device: string; limit: number }, RecordRow>(
  `select ${recordColumns} from record indexed by record_by_occurred where kind = @kind and exists
   (select 1 from change c join chain k on k.key = c.chain_key where c.seq = record.key and k.device = @device)
   order by occurred_at desc, key desc limit @limit + 0`,
);

/** Kinds with anything unfinished. */
export function unfinishedByKind(reading: Reading, internalKinds: readonly string[]): readonly UnfinishedOfKind[] {
  return reading.all(unfinished, { internal: JSON.stringify(internalKinds) });
}

/** Unfinished records due before this local moment. */
export function countDue(reading: Reading, to: string): number {
  return reading.first(dueUntil, { to })?.count ?? 0;
}

export function countOwnOpen(reading: Reading, account: string): number {
  return reading.first(ownOpen, { account })?.count ?? 0;
}

/** What came by one measure less what left by another, of records whose things are kept here. */
export function amountKept(reading: Reading, came: string, left: string): number {
  return reading.first(keptMeasured, { came, left })?.amount ?? 0;
}

/** The latest of a kind that is done. */
export function latestDone(reading: Reading, kind: string): RecordRow | null {
  return reading.first(latestOfKind, { kind }) ?? null;
}

/** The latest of a kind whose first change this device wrote, the latest first. */
export function latestRowsBegunBy(reading: Reading, kind: string, device: string, limit: number): readonly RecordRow[] {
  return reading.all(latestBegunBy, { kind, device, limit });
}
