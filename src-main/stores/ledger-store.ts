// The delivery ledger (送达台账): how many changes of which day are where, and what is known of the other desks.

import type { DeliveryState } from '../../src-shared/sync/delivery/delivery.ts';
import type { Reading } from '../database/database.ts';
import { statement } from '../database/statement.ts';

export type DayCount = { readonly day: string; readonly state: DeliveryState; readonly count: number };
export type DeskCount = {
  readonly device: string;
  readonly scope: string;
  readonly count: number;
  readonly last: number;
};

const receivedAt = statement<{ seq: number }, { at: number }>('select received_at as at from change where seq = @seq');
const lastSeq = statement<Record<never, never>, { seq: number }>('select coalesce(max(seq), 0) as seq from change');
/** China has kept one time, UTC+8, since 1991. */
const byDay = statement<{ device: string; after: number }, DayCount>(
  `select date((c.at + 28800000) / 1000, 'unixepoch') as day,
     coalesce(d.state, iif(o.change_seq is null, 'confirmed', 'here')) as state, count(*) as count
   from change c join chain k on k.key = c.chain_key
     left join delivery d on d.change_seq = c.seq left join outbox o on o.change_seq = c.seq
   where c.seq > @after and k.device = @device group by 1, 2 order by 1 desc, 2`,
);
const byDesk = statement<Record<never, never>, DeskCount>(
  `select k.device as device, k.scope as scope, count(*) as count, max(c.at) as last
   from change c join chain k on k.key = c.chain_key group by k.device, k.scope order by k.device`,
);

const bySeveral = statement<{ after: number; limit: number }, { key: number }>(
  `select c.record_key as key from change c where c.seq > @after
   group by c.record_key having count(distinct c.chain_key) > 1 order by max(c.seq) desc limit @limit + 0`,
);

/** Changes of this desk that were stored from this moment on (ms since 1970), by day and state. */
export function countByDay(reading: Reading, device: string, since: number): readonly DayCount[] {
  return reading.all(byDay, { device, after: lastBefore(reading, since) });
}

/** Changes held of each desk, and its time of the last. */
export function countByDesk(reading: Reading): readonly DeskCount[] {
  return reading.all(byDesk, {});
}

/** Records without conflict that several desks have written to since a moment (ms since 1970), the latest first. */
export function writtenBySeveral(reading: Reading, since: number, limit: number): readonly number[] {
  return reading.all(bySeveral, { after: lastBefore(reading, since), limit }).map(({ key }) => key);
}

/** The place of the last change stored before a moment; places rise with time, so halving finds it. */
function lastBefore(reading: Reading, since: number): number {
  let low = 0;
  let high = reading.first(lastSeq, {})?.seq ?? 0;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((reading.first(receivedAt, { seq: middle })?.at ?? 0) < since) low = middle;
    else high = middle - 1;
  }
  return low;
}
