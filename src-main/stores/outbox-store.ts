// Which changes the centre has not said anything final about. A change leaves this list only by a receipt or the centre's
// log, never by anything else.

import type { ChangeId, DeviceId, IncarnationId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Pending } from '../../src-shared/sync/desk/sync-facts.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { readHeader } from './read-header.ts';

type None = Record<never, never>;
type PendingRow = {
  seq: number;
  id: ChangeId;
  record: RecordId;
  device: DeviceId;
  incarnation: IncarnationId;
  n: number;
  header: Uint8Array;
  bytes: number;
  signed: number;
  unsure: number;
  alone: number;
};
export type TrayRow = {
  readonly seq: number;
  readonly id: ChangeId;
  readonly record: RecordId;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly author: string;
  readonly at: number;
  readonly code: string;
  readonly own: number;
};

const insertOutbox = statement<{ seq: number }>('insert into outbox (change_seq) values (@seq)');
const putOutbox = statement<{ seq: number; own: number; unsure: number }>(
  `insert into outbox (change_seq, own, unsure) values (@seq, @own, @unsure)
   on conflict (change_seq) do update set unsure = excluded.unsure`,
);
const setAlone = statement<{ seq: number }>('update outbox set alone = 1 where change_seq = @seq');
const setAside = statement<{ seq: number; code: string | null }>(
  'update outbox set aside = @code, unsure = iif(@code is null, 1, unsure) where change_seq = @seq',
);
const removeOutbox = statement<{ seq: number }>('delete from outbox where change_seq = @seq');
const asideOf = statement<{ seq: number }, { aside: string | null }>(
  'select aside from outbox where change_seq = @seq',
);
const countOwn = statement<None, { count: number }>('select count(*) as count from outbox where own = 1');
const scopesOfOutbox = statement<None, { scope: ScopeId }>(
  `select k.scope as scope from chain k where k.key in (select c.chain_key from outbox o cross join change c on c.seq = o.change_seq)
   group by k.scope`,
);
const newScopesOfOutbox = statement<None, { scope: ScopeId }>(
  `select k.scope as scope from chain k where k.scope not in (select scope from sync_scope)
   and exists (select 1 from outbox o cross join change c on c.seq = o.change_seq where c.chain_key = k.key) group by k.scope`,
);
/**
 * In the order in which they came here, which is parents first. The outbox comes first (`cross join`): there may be a hundred
 * thousand changes of the scope and nothing to send.
 */
const pendingOfScope = statement<{ scope: string; blocked: string; limit: number; after: number }, PendingRow>(
  `select c.seq as seq, lower(hex(c.id)) as id, r.id as record, k.device as device, k.incarnation as incarnation, c.n as n,
     c.header as header, length(c.header) + coalesce(length(c.body), 0) as bytes, c.signature is not null as signed,
     o.unsure as unsure, o.alone as alone
   from outbox o cross join change c on c.seq = o.change_seq join chain k on k.key = c.chain_key join record r on r.key = c.record_key
   where o.aside is null and o.change_seq > @after and k.scope = @scope and r.id not in (select value from json_each(@blocked))
   order by o.change_seq limit @limit + 0`,
);
/** Whatever is held of a scope, waiting or not, in the order in which it came here. */
const heldOfScope = statement<{ scope: string; limit: number; after: number }, PendingRow>(
  `select c.seq as seq, lower(hex(c.id)) as id, r.id as record, k.device as device, k.incarnation as incarnation, c.n as n,
     c.header as header, length(c.header) + coalesce(length(c.body), 0) as bytes, c.signature is not null as signed,
     1 as unsure, 0 as alone
   from change c cross join chain k on k.key = c.chain_key join record r on r.key = c.record_key
   where c.seq > @after and k.scope = @scope order by c.seq limit @limit + 0`,
);
const tray = statement<{ limit: number }, TrayRow>(
  `select c.seq as seq, lower(hex(c.id)) as id, r.id as record, r.kind as kind, r.number as number, r.title as title,
     c.author as author, c.at as at, o.aside as code, o.own as own
   from outbox o join change c on c.seq = o.change_seq join record r on r.key = c.record_key
   where o.aside is not null order by o.change_seq limit @limit + 0`,
);

/** A change of this desk that was just saved. */
export function addToOutbox(writing: Writing, seq: number): void {
  writing.run(insertOutbox, { seq });
}

/** To be sent, or asked about first where it may be at the centre already. */
export function queueAgain(
  writing: Writing,
  row: { readonly seq: number; readonly own: boolean },
  unsure: boolean,
): void {
  writing.run(putOutbox, { seq: row.seq, own: row.own ? 1 : 0, unsure: unsure ? 1 : 0 });
}

/** It has to be signed by itself the next time. */
export function sendAlone(writing: Writing, seq: number): void {
  writing.run(setAlone, { seq });
}

/** Into the tray with a reason, or out of it again (null): then it is asked about before it is sent. */
export function putAside(writing: Writing, seq: number, code: string | null): void {
  writing.run(setAside, { seq, code });
}

export function leaveOutbox(writing: Writing, seq: number): void {
  writing.run(removeOutbox, { seq });
}

export function isQueued(reading: Reading, seq: number): boolean {
  return reading.first(asideOf, { seq }) !== undefined;
}

export function isAside(reading: Reading, seq: number): boolean {
  return (reading.first(asideOf, { seq })?.aside ?? null) !== null;
}

export function countOwnUndelivered(reading: Reading): number {
  return reading.first(countOwn, {})?.count ?? 0;
}

/** Scopes of which anything waits to be sent. */
export function waitingScopes(reading: Reading): readonly ScopeId[] {
  return reading.all(scopesOfOutbox, {}).map(({ scope }) => scope);
}

/** Those of them that have no row of their own yet; asked often, and then answered without a look at the outbox. */
export function newWaitingScopes(reading: Reading): readonly ScopeId[] {
  return reading.all(newScopesOfOutbox, {}).map(({ scope }) => scope);
}

/** The first of what is to be sent of a scope, records that wait left out. */
export function pendingOf(
  reading: Reading,
  scope: ScopeId,
  blocked: readonly RecordId[],
  limit: number,
): readonly Pending[] {
  const rows = reading.all(pendingOfScope, { scope, blocked: JSON.stringify(blocked), limit, after: 0 });
  return rows.map(({ seq: _, ...row }) => toPending(row));
}

export type PlacedPending = Pending & { readonly seq: number };

/**
 * Part of what is to be sent of a scope, from after place `after`; of a scope that is offered again everything held.
 */
export function pendingPart(
  reading: Reading,
  { scope, isAll }: { readonly scope: ScopeId; readonly isAll: boolean },
  after: number,
  limit: number,
): readonly PlacedPending[] {
  const rows = isAll
    ? reading.all(heldOfScope, { scope, after, limit })
    : reading.all(pendingOfScope, { scope, blocked: '[]', after, limit });
  return rows.map(({ seq, ...row }) => ({ ...toPending(row), seq }));
}

function toPending({ header, signed, unsure, alone, ...row }: Omit<PendingRow, 'seq'>): Pending {
  return {
    ...row,
    prev: readHeader(header).prev,
    signed: signed === 1,
    unsure: unsure === 1,
    alone: alone === 1,
  };
}

/** What is refused or set aside, oldest first. */
export function trayOf(reading: Reading, limit: number): readonly TrayRow[] {
  return reading.all(tray, { limit });
}
