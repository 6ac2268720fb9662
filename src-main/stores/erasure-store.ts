// Orders by which bodies went (H33): kept as they were signed, since they say what is left of the change, and on their way
// to the centre until a receipt or the log says that it has them.

import { assert } from '../../src-shared/base/assert.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { applyErasure } from '../../src-shared/history/erase-body.ts';
import type { Erasure } from '../../src-shared/history/erasure.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import type { ErasureItem } from '../../src-shared/sync/format/item.ts';
import { type ErasureId, toErasureId } from '../../src-shared/sync/format/log-entry.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

type None = Record<never, never>;
/** waiting: to be sent; received: a receipt says so; listed: the centre's log names it; refused: for good, with a code. */
export type OrderState = 'waiting' | 'received' | 'refused' | 'listed';
type OrderRow = { id: string; bytes: Uint8Array; signature: Uint8Array };

const insertOrder = statement<{
  id: string;
  change: string;
  scope: string;
  bytes: Uint8Array;
  signature: Uint8Array;
  at: number;
  state: OrderState;
}>(
  `insert into erasure_order (id, change, scope, bytes, signature, received_at, state)
   values (@id, @change, @scope, @bytes, @signature, @at, @state) on conflict do nothing`,
);
const ordersOf = statement<{ change: string }, Omit<OrderRow, 'id'>>(
  'select bytes, signature from erasure_order where change = @change order by key',
);
const namedOrdersOf = statement<{ change: string }, OrderRow>(
  'select id, bytes, signature from erasure_order where change = @change and id is not null order by key',
);
const orderById = statement<{ id: string }, OrderRow & { state: OrderState }>(
  'select id, bytes, signature, state from erasure_order where id = @id',
);
/** One whose change is still to be sent goes along with it. */
const waitingOf = statement<{ scope: string; limit: number }, { id: string }>(
  `select e.id as id from erasure_order e where e.state = 'waiting' and e.scope = @scope
     and not exists (select 1 from change c join outbox o on o.change_seq = c.seq where c.id = unhex(e.change))
   order by e.key limit @limit + 0`,
);
const waitingIn = statement<None, { scope: ScopeId }>(
  "select distinct scope from erasure_order where state = 'waiting'",
);
const setState = statement<{ id: string; state: OrderState; code: string | null }>(
  'update erasure_order set state = @state, code = @code where id = @id',
);
const again = statement<{ scope: string }>(
  "update erasure_order set state = 'waiting', code = null where scope = @scope and id is not null",
);
const onTheirWay = statement<None, OrdersRow>(
  `select r.id as record, e.state as state, e.code as code, count(*) as orders, min(e.received_at) as since
   from erasure_order e left join change c on c.id = unhex(e.change) left join record r on r.key = c.record_key
   where e.state in ('waiting', 'received', 'refused') and e.id is not null
   group by r.id, e.state, e.code order by e.state = 'refused' desc, since limit 500`,
);
const refusedAgain = statement<None>("update erasure_order set state = 'waiting', code = null where state = 'refused'");
const dropBody = statement<{ change: string }>('update change set body = null where id = unhex(@change)');
const anyOrder = statement<None, { key: number }>('select key from erasure_order limit 1');

/** Orders about one record that stand alike; `record` is null where its change is not here. */
type OrdersRow = {
  record: string | null;
  state: Exclude<OrderState, 'listed'>;
  code: string | null;
  orders: number;
  /** ms since 1970. */
  since: number;
};

/** Those the centre's log does not name yet, refused ones first. */
export function ordersOnTheirWay(reading: Reading): readonly OrdersRow[] {
  return reading.all(onTheirWay, {});
}

/** Gives how many. */
export function sendRefusedAgain(writing: Writing): number {
  return writing.run(refusedAgain, {}).changes;
}

/** Keeps the order and takes the body away; whether it may is asked before. */
export function eraseStored(
  writing: Writing,
  { content, bytes, signature }: Erasure,
  kept: { readonly id: ErasureId; readonly at: number; readonly state: OrderState },
): void {
  writing.run(insertOrder, { ...kept, change: content.change, scope: content.scope, bytes, signature });
  writing.run(dropBody, { change: content.change });
}

/** Nothing was ever ordered to be erased here: then nobody need ask change by change. */
export function hasErasureOrders(reading: Reading): boolean {
  return reading.first(anyOrder, {}) !== undefined;
}

/** The body of a change that came after the order about it. */
export function dropOrderedBody(writing: Writing, change: ChangeId): void {
  if (writing.first(ordersOf, { change }) !== undefined) writing.run(dropBody, { change });
}

/** Every order about the change, in the order in which they came. */
export function erasuresOf(reading: Reading, change: ChangeId): readonly Erasure[] {
  return reading.all(ordersOf, { change }).map(({ bytes, signature }) => {
    const erasure = parseErasure(bytes, signature);
    assert(erasure.ok, `the order to erase ${change} reads as it was written`);
    return erasure.value;
  });
}

/** The change with what its orders have left; as it is where none has come yet. */
export function withoutBody(reading: Reading, change: Change): Change {
  return erasuresOf(reading, change.id).reduce((left, erasure) => {
    const erased = applyErasure(left, erasure);
    return erased.ok ? erased.value : left;
  }, change);
}

export function orderState(reading: Reading, id: string): OrderState | null {
  return reading.first(orderById, { id })?.state ?? null;
}

export function noteOrder(writing: Writing, id: string, state: OrderState, code: string | null = null): void {
  writing.run(setState, { id, state, code });
}

/** To be sent, the first of them; the changes they name are at the centre. */
export function waitingOrders(reading: Reading, scope: ScopeId, limit: number): readonly ErasureId[] {
  return reading.all(waitingOf, { scope, limit }).map(({ id }) => toErasureId(id));
}

export function scopesOfWaitingOrders(reading: Reading): readonly ScopeId[] {
  return reading.all(waitingIn, {}).map(({ scope }) => scope);
}

/** The centre may have lost them (S15). */
export function sendOrdersAgain(writing: Writing, scope: ScopeId): void {
  writing.run(again, { scope });
}

/** As they travel; one that is not here is left out. */
export function orderItems(reading: Reading, ids: readonly ErasureId[]): readonly ErasureItem[] {
  return ids.flatMap((id) => {
    const row = reading.first(orderById, { id });
    return row === undefined ? [] : [toItem(row)];
  });
}

/** What goes along with a change that is sent without its body. */
export function orderItemsOf(reading: Reading, change: ChangeId): readonly ErasureItem[] {
  return reading.all(namedOrdersOf, { change }).map(toItem);
}

function toItem({ id, bytes, signature }: OrderRow): ErasureItem {
  return { kind: 'erased', subject: toErasureId(id), bytes: { order: bytes, signature } };
}
