// Sharing, moving and taking back a record, and passing on what is new about one that several scopes see. Each answer
// is what one scope's log still lacks, so doing it twice adds nothing and doing it late loses nothing.

import type { Change } from '../../history/change.ts';
import type { ChangeId, RecordId, ScopeId } from '../../history/ids.ts';
import type { ErasureId, LogSubject } from '../format/log-entry.ts';
import type { Place } from './admission.ts';
import { parentsFirst } from './parents-first.ts';

export type PlaceFacts = {
  readonly scope: ScopeId;
  readonly record: RecordId;
  /** Where the record is, seen from the scope. */
  readonly place: Place;
  /** Every change of the record that the centre has, of any scope. */
  readonly changes: readonly Change[];
  /** Every order to erase a body of the record that the centre has. */
  readonly orders: readonly ErasureId[];
  isInLog(id: ChangeId | ErasureId): boolean;
};

/** What the log lacks so that the scope sees the record whole; also passes on what other scopes have added since. */
export function bringIn(facts: PlaceFacts): readonly LogSubject[] {
  const joined: readonly LogSubject[] = facts.place === 'here' ? [] : [{ kind: 'joined', subject: facts.record }];
  return [...joined, ...lacking(facts)];
}

/** What the log lacks of a record that the scope sees already; nothing where it does not. */
export function passOn(facts: PlaceFacts): readonly LogSubject[] {
  return facts.place === 'here' ? lacking(facts) : [];
}

/** The record leaves the scope; what the scope knew of it stays known. */
export function takeOut({ place, record }: Pick<PlaceFacts, 'place' | 'record'>): readonly LogSubject[] {
  return place === 'here' ? [{ kind: 'left', subject: record }] : [];
}

/** Orders last: each stands behind the change it names. */
function lacking({ scope, changes, orders, isInLog }: PlaceFacts): readonly LogSubject[] {
  const lackingChanges = parentsFirst(changes)
    .filter(({ id }) => !isInLog(id))
    .map(({ id, header }): LogSubject => ({ kind: header.scope === scope ? 'change' : 'shared', subject: id }));
  const lackingOrders = orders
    .filter((order) => !isInLog(order))
    .map((order): LogSubject => ({ kind: 'erased', subject: order }));
  return [...lackingChanges, ...lackingOrders];
}
