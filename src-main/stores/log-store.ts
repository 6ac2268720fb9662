// What this desk has read of each scope's log: which change stands at which number, which bytes are still missing, which
// records have left.

import type { ChangeId } from '../../src-shared/history/ids.ts';
import type { ChangeBytes } from '../../src-shared/sync/format/item.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

// Not one statement with `on conflict`: such a one, like any that may have to be taken back alone, makes the full-text
// index write out what it has gathered in the transaction, which took ten times as long as the row itself.
const insertListed = statement<{ scopeKey: number; seq: number; changeSeq: number }>(
  'insert into listed (scope_key, seq, change_seq) values (@scopeKey, @seq, @changeSeq)',
);
const changeListed = statement<{ scopeKey: number; seq: number; changeSeq: number }>(
  'update listed set change_seq = @changeSeq where scope_key = @scopeKey and seq = @seq',
);
const listedHere = statement<{ scopeKey: number; seq: number }, { changeSeq: number }>(
  'select change_seq as changeSeq from listed where scope_key = @scopeKey and seq = @seq',
);
const listedAt = statement<{ scopeKey: number; changeSeq: number }, { seq: number }>(
  'select seq from listed where change_seq = @changeSeq and scope_key = @scopeKey limit 1',
);
const ownBehind = statement<{ scopeKey: number; after: number; device: string }, { seq: number }>(
  `select l.change_seq as seq from listed l join change c on c.seq = l.change_seq join chain k on k.key = c.chain_key
   where l.scope_key = @scopeKey and l.seq > @after and k.device = @device`,
);
const dropListed = statement<{ scopeKey: number; after: number }>(
  'delete from listed where scope_key = @scopeKey and seq > @after',
);
const dropHoles = statement<{ scopeKey: number; after: number }>(
  'delete from hole where scope_key = @scopeKey and seq > @after',
);
const putHole = statement<{
  scopeKey: number;
  seq: number;
  id: string;
  header: Uint8Array | null;
  body: Uint8Array | null;
  signature: Uint8Array | null;
}>(
  `insert or replace into hole (scope_key, seq, id, header, body, signature)
   values (@scopeKey, @seq, @id, @header, @body, @signature)`,
);
const emptyHoles = statement<{ scopeKey: number; limit: number }, { id: ChangeId }>(
  'select id from hole where scope_key = @scopeKey and header is null order by seq limit @limit + 0',
);
const holesOfId = statement<{ id: string }, { scopeKey: number; seq: number }>(
  'select scope_key as scopeKey, seq from hole where id = @id',
);
const closeHoles = statement<{ id: string }>('delete from hole where id = @id');
const putPlace = statement<{ scopeKey: number; record: string; hasLeft: number }>(
  `insert into record_place (scope_key, record, has_left) values (@scopeKey, @record, @hasLeft)
   on conflict (scope_key, record) do update set has_left = excluded.has_left`,
);

const placesOf = statement<{ record: string }, { hasLeft: number }>(
  `select p.has_left as hasLeft from sync_scope s
   cross join record_place p on p.scope_key = s.key and p.record = @record`,
);

export function listChange(writing: Writing, scopeKey: number, seq: number, changeSeq: number): void {
  const before = writing.first(listedHere, { scopeKey, seq });
  if (before === undefined) writing.run(insertListed, { scopeKey, seq, changeSeq });
  else if (before.changeSeq !== changeSeq) writing.run(changeListed, { scopeKey, seq, changeSeq });
}

export function isListed(reading: Reading, scopeKey: number, changeSeq: number): boolean {
  return reading.first(listedAt, { scopeKey, changeSeq }) !== undefined;
}

/** Own changes that stand in the log behind this number. */
export function ownListedBehind(reading: Reading, scopeKey: number, after: number, device: string): readonly number[] {
  return reading.all(ownBehind, { scopeKey, after, device }).map(({ seq }) => seq);
}

/** The log is another one behind this number. */
export function unlistBehind(writing: Writing, scopeKey: number, after: number): void {
  writing.run(dropListed, { scopeKey, after });
  writing.run(dropHoles, { scopeKey, after });
}

/** A change that is listed and not in the table of changes; `bytes` where they are here and this program is too old. */
export function noteHole(
  writing: Writing,
  place: { readonly scopeKey: number; readonly seq: number; readonly id: ChangeId },
  bytes: ChangeBytes | null,
): void {
  const { header, body, signature } = bytes ?? { header: null, body: null, signature: null };
  writing.run(putHole, { ...place, header, body, signature });
}

/** The first changes whose bytes have to be fetched. */
export function missingOf(reading: Reading, scopeKey: number, limit: number): readonly ChangeId[] {
  return reading.all(emptyHoles, { scopeKey, limit }).map(({ id }) => id);
}

/** The bytes have come: the change stands where the log has named it. */
export function fillHoles(writing: Writing, id: ChangeId, changeSeq: number): boolean {
  const places = writing.all(holesOfId, { id });
  for (const { scopeKey, seq } of places) listChange(writing, scopeKey, seq, changeSeq);
  writing.run(closeHoles, { id });
  return places.length > 0;
}

export function noteRecordPlace(writing: Writing, scopeKey: number, record: string, hasLeft: boolean): void {
  writing.run(putPlace, { scopeKey, record, hasLeft: hasLeft ? 1 : 0 });
}

/** Whether the logs this desk reads say of the record that it has left, and no one of them that it is there. */
export function hasLeft(reading: Reading, record: string): boolean {
  const places = reading.all(placesOf, { record });
  return places.length > 0 && places.every((place) => place.hasLeft === 1);
}
