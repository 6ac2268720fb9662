// Questions that the protection of personal information asks of records: where a number stands or once stood, and which records
// nobody has touched since a day. Both look through everything; they are asked rarely and must miss nothing.

import type { Reading } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const holding = statement<{ one: string; other: string; limit: number }, { id: string }>(
  `select id from record where (@one <> '' and instr(content, @one) > 0) or (@other <> '' and instr(content, @other) > 0)
     or key in (select record_key from change where body is not null and (
       (@one <> '' and instr(body, cast(@one as blob)) > 0) or (@other <> '' and instr(body, cast(@other as blob)) > 0)))
   order by key limit @limit + 0`,
);
/** An order that came after the last change has erased it already. */
const untouched = statement<
  { kind: string; before: number; limit: number },
  { id: string; number: string; title: string; changedAt: number }
>(
  `select r.id as id, r.number as number, r.title as title, r.updated_at as changedAt from record r
   where r.kind = @kind and r.stage in ('done', 'void') and r.updated_at < @before
     and not exists (select 1 from change c join erasure_order e on e.change = lower(hex(c.id))
                     where c.record_key = r.key and e.received_at >= r.updated_at)
   order by r.updated_at limit @limit + 0`,
);

/** Ids of records that hold one of the two texts, or once did; an empty one is not asked for. */
export function recordsHolding(
  reading: Reading,
  [one, other]: readonly [string, string],
  limit: number,
): readonly string[] {
  return reading.all(holding, { one, other, limit }).map(({ id }) => id);
}

/** Records of the kind that are done or void, unchanged since before a moment (ms), and not erased yet; oldest first. */
export function untouchedSince(reading: Reading, kind: string, before: number, limit: number) {
  return reading.all(untouched, { kind, before, limit });
}
