// Where each change of this desk is on its way. Only what is neither "only here" nor "confirmed" has a row: a change that
// waits in the outbox without one is only here, and one that waits nowhere without one is confirmed.

import type { Delivery, DeliveryEvent, DeliveryState } from '../../src-shared/sync/delivery/delivery.ts';
import { deliveryAfter } from '../../src-shared/sync/delivery/delivery.ts';
import type { EpochId } from '../../src-shared/sync/format/log-point.ts';
import { toEpochId } from '../../src-shared/sync/format/log-point.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { isQueued } from './outbox-store.ts';

type None = Record<never, never>;
type Row = {
  state: Exclude<DeliveryState, 'here' | 'confirmed'>;
  epoch: EpochId | null;
  logSeq: number | null;
  at: number | null;
  code: string | null;
  stick: number | null;
};

const columns = 'state, epoch, log_seq as logSeq, at, code, stick';
const rowOf = statement<{ seq: number }, Row>(`select ${columns} from delivery where change_seq = @seq`);
const putRow = statement<Row & { seq: number }>(
  `insert into delivery (change_seq, state, epoch, log_seq, at, code, stick) values (@seq, @state, @epoch, @logSeq, @at, @code, @stick)
   on conflict (change_seq) do update set state = excluded.state, epoch = excluded.epoch, log_seq = excluded.log_seq,
     at = excluded.at, code = excluded.code, stick = excluded.stick`,
);
const dropRow = statement<{ seq: number }>('delete from delivery where change_seq = @seq');
const countByState = statement<None, { state: DeliveryState; count: number }>(
  'select state, count(*) as count from delivery group by state',
);
const countWaitingRows = statement<None, { count: number }>(
  'select count(*) as count from delivery d join outbox o on o.change_seq = d.change_seq',
);
const passedReceived = statement<{ epoch: string; logSeq: number; scope: string }, { seq: number }>(
  `select d.change_seq as seq from delivery d join change c on c.seq = d.change_seq join chain k on k.key = c.chain_key
   where d.state = 'received' and d.log_seq <= @logSeq and d.epoch = @epoch and k.scope = @scope`,
);
const receivedOfScope = statement<{ scope: string }, { seq: number }>(
  `select d.change_seq as seq from delivery d join change c on c.seq = d.change_seq join chain k on k.key = c.chain_key
   where d.state = 'received' and k.scope = @scope`,
);

const statesOfRecord = statement<{ recordKey: number; device: string }, { id: string; state: DeliveryState }>(
  `select lower(hex(c.id)) as id,
     case when k.device = @device then coalesce(d.state, iif(o.change_seq is null, 'confirmed', 'here'))
       else iif(o.change_seq is null, 'confirmed', 'here') end as state
   from change c join chain k on k.key = c.chain_key left join delivery d on d.change_seq = c.seq
     left join outbox o on o.change_seq = c.seq
   where c.record_key = @recordKey`,
);

/** Of each change of a record, by its id. Another desk's change that waits for nothing here came from the log. */
export function deliveryStatesOf(
  reading: Reading,
  recordKey: number,
  device: string,
): ReadonlyMap<string, DeliveryState> {
  return new Map(reading.all(statesOfRecord, { recordKey, device }).map(({ id, state }) => [id, state]));
}

/** Of an own change. */
export function deliveryOf(reading: Reading, seq: number): Delivery {
  const row = reading.first(rowOf, { seq });
  if (row !== undefined) return toDelivery(row);
  // The place in the log of what is confirmed is in the table of what is listed.
  return isQueued(reading, seq) ? { state: 'here' } : { state: 'confirmed', epoch: noEpoch, seq: 0 };
}

/** Of what is confirmed nobody asks here; the log itself has its place. */
const noEpoch = toEpochId('none');

/** The place in the log of what a receipt code speaks of: behind every number that will ever be read. */
export function placeUnknown(epoch: EpochId | null): { readonly epoch: EpochId; readonly seq: number } {
  return { epoch: epoch ?? noEpoch, seq: Number.MAX_SAFE_INTEGER };
}

/**
 * Notes what happened to an own change. To be called before the change enters or leaves the outbox, since that is half
 * of what its state is read from.
 */
export function noteDelivery(writing: Writing, seq: number, event: DeliveryEvent): Delivery {
  const before = deliveryOf(writing, seq);
  const after = deliveryAfter(before, event);
  if (after === before) return before;
  if (after.state === 'here' || after.state === 'confirmed') writing.run(dropRow, { seq });
  else writing.run(putRow, { seq, ...toRow(after) });
  return after;
}

/** Own changes of the scope that a receipt says stand at or before this number of the log. */
export function receivedUpTo(reading: Reading, scope: string, epoch: EpochId, logSeq: number): readonly number[] {
  return reading.all(passedReceived, { scope, epoch, logSeq }).map(({ seq }) => seq);
}

export function receivedIn(reading: Reading, scope: string): readonly number[] {
  return reading.all(receivedOfScope, { scope }).map(({ seq }) => seq);
}

/** How many changes have a row, by state; and how many of those still wait in the outbox. */
export function countDeliveryRows(reading: Reading): {
  readonly byState: ReadonlyMap<DeliveryState, number>;
  readonly waiting: number;
} {
  const byState = new Map(reading.all(countByState, {}).map(({ state, count }) => [state, count]));
  return { byState, waiting: reading.first(countWaitingRows, {})?.count ?? 0 };
}

function toDelivery({ state, epoch, logSeq, at, code, stick }: Row): Delivery {
  switch (state) {
    case 'received':
      return { state, epoch: epoch ?? noEpoch, seq: logSeq ?? 0, at: at ?? 0 };
    case 'refused':
    case 'set_aside':
      return { state, code: code ?? '' };
    case 'on_stick':
      return { state, stick: stick ?? 0 };
    case 'sent':
    case 'doubted':
      return { state };
  }
}

function toRow(delivery: Exclude<Delivery, { state: 'here' | 'confirmed' }>): Row {
  return {
    state: delivery.state,
    epoch: delivery.state === 'received' ? delivery.epoch : null,
    logSeq: delivery.state === 'received' ? delivery.seq : null,
    at: delivery.state === 'received' ? delivery.at : null,
    code: delivery.state === 'refused' || delivery.state === 'set_aside' ? delivery.code : null,
    stick: delivery.state === 'on_stick' ? delivery.stick : null,
  };
}
