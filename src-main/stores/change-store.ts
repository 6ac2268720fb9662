// The changes as they were written, byte for byte, and which of them are the heads of each record.

import { assert, required } from '../../src-shared/base/assert.ts';
import type { ChainTip } from '../../src-shared/history/chain-tip.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { Cryptography } from '../../src-shared/history/cryptography.ts';
import { type ChangeId, toChangeId } from '../../src-shared/history/ids.ts';
import { parseChange } from '../../src-shared/history/parse-change.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { withoutBody } from './erasure-store.ts';

type NoParameters = Record<never, never>;
type ChangeRow = { seq: number; header: Uint8Array; body: Uint8Array | null; signature: Uint8Array | null };
export type Chain = { readonly scope: string; readonly device: string; readonly incarnation: string };
export type StoredChain = Chain & { readonly key: number };

const insertChain = statement<Chain>(
  'insert into chain (scope, device, incarnation) values (@scope, @device, @incarnation) on conflict do nothing',
);
const chainKey = statement<Chain, { key: number }>(
  'select key from chain where scope = @scope and device = @device and incarnation = @incarnation',
);
const allChains = statement<NoParameters, StoredChain>(
  'select key, scope, device, incarnation from chain order by key',
);
const lastOfChain = statement<Chain, { n: number; id: string }>(
  `select n, lower(hex(id)) as id from change
   where chain_key = (select key from chain where scope = @scope and device = @device and incarnation = @incarnation)
   order by n desc, seq desc limit 1`,
);
const lastSeq = statement<NoParameters, { seq: number }>('select coalesce(max(seq), 0) as seq from change');
const insertChange = statement<{
  seq: number;
  id: string;
  recordKey: number;
  chain: number;
  n: number;
  header: Uint8Array;
  body: Uint8Array | null;
  signature: Uint8Array | null;
  at: number;
  author: string;
  receivedAt: number;
}>(`insert into change (seq, id, record_key, chain_key, n, header, body, signature, at, author, received_at)
    values (@seq, unhex(@id), @recordKey, @chain, @n, @header, @body, @signature, @at, @author, @receivedAt)`);
const changesOfRecord = statement<{ recordKey: number }, ChangeRow>(
  'select seq, header, body, signature from change where record_key = @recordKey order by seq',
);
const changesOfChain = statement<{ chain: number; after: number; limit: number }, ChangeRow>(
  `select seq, header, body, signature from change where chain_key = @chain and n > @after order by n, seq limit @limit + 0`,
);
const recordKeys = statement<{ after: number; limit: number }, { recordKey: number }>(
  'select distinct record_key as recordKey from change where record_key > @after order by record_key limit @limit + 0',
);
const deleteHeads = statement<{ recordKey: number }>('delete from head where record_key = @recordKey');
const insertHead = statement<{ recordKey: number; id: string }>(
  'insert into head (record_key, change_seq) select @recordKey, seq from change where id = unhex(@id)',
);
const insertHeadBySeq = statement<{ recordKey: number; seq: number }>(
  'insert into head (record_key, change_seq) values (@recordKey, @seq)',
);
const headsOfRecord = statement<{ recordKey: number }, { id: string }>(
  `select lower(hex(c.id)) as id from head h join change c on c.seq = h.change_seq where h.record_key = @recordKey order by c.id`,
);

const refOfId = statement<{ id: string }, ChangeRef>(
  `select c.seq as seq, c.record_key as recordKey, k.scope as scope, k.device as device
   from change c join chain k on k.key = c.chain_key where c.id = unhex(@id)`,
);
const changeOfSeq = statement<{ seq: number }, ChangeRow>(
  'select seq, header, body, signature from change where seq = @seq',
);
const idOfSeq = statement<{ seq: number }, { id: string }>('select lower(hex(id)) as id from change where seq = @seq');
const bytesOfId = statement<{ id: string }, StoredBytes>(
  `select lower(hex(c.id)) as id, c.seq as seq, c.chain_key as chain, c.n as n, c.header as header, c.body as body,
     c.signature as signature from change c where c.id = unhex(@id)`,
);
const bytesOfChain = statement<{ chain: number; after: number; limit: number }, StoredBytes>(
  `select lower(hex(c.id)) as id, c.seq as seq, c.chain_key as chain, c.n as n, c.header as header, c.body as body,
     c.signature as signature from change c where c.chain_key = @chain and c.n > @after order by c.n, c.seq limit @limit + 0`,
);
const ofDevice = statement<{ device: string }, { count: number }>(
  'select count(*) as count from change where chain_key in (select key from chain where device = @device)',
);

const ofChain = statement<{ chain: number }, { count: number }>(
  'select count(*) as count from change where chain_key = @chain',
);

/** Where a change is, without its bytes. */
export type ChangeRef = {
  readonly seq: number;
  readonly recordKey: number;
  readonly scope: string;
  readonly device: string;
};
/** A change as it goes on its way: nothing of it is read. */
export type StoredBytes = {
  readonly id: ChangeId;
  readonly seq: number;
  readonly chain: number;
  readonly n: number;
  readonly header: Uint8Array;
  readonly body: Uint8Array | null;
  readonly signature: Uint8Array | null;
};

/** Null where the change is not here. */
export function changeRef(reading: Reading, id: ChangeId): ChangeRef | null {
  return reading.first(refOfId, { id }) ?? null;
}

/** The id of the change at a place; null where none is. */
export function idAt(reading: Reading, seq: number): string | null {
  return reading.first(idOfSeq, { seq })?.id ?? null;
}

export function changeBytes(reading: Reading, id: ChangeId): StoredBytes | null {
  return reading.first(bytesOfId, { id }) ?? null;
}

/** Part of a chain in its own order, from after number `after`. */
export function chainBytes(reading: Reading, chain: number, after: number, limit: number): readonly StoredBytes[] {
  return reading.all(bytesOfChain, { chain, after, limit });
}

export function countOfChain(reading: Reading, chain: number): number {
  return reading.first(ofChain, { chain })?.count ?? 0;
}

/** Changes that this device has written, all its incarnations together. */
export function countOfDevice(reading: Reading, device: string): number {
  return reading.first(ofDevice, { device })?.count ?? 0;
}

/** A change as it is stored; null where none is, or where it does not read. Throws where the file is damaged. */
export function changeAt(reading: Reading, seq: number, crypto: Cryptography): Change | null {
  const row = reading.first(changeOfSeq, { seq });
  const parsed = row === undefined ? null : parseChange(row.header, row.body, row.signature, crypto);
  return parsed?.ok === true ? parsed.value : null;
}

/** Where this chain ends; the next change of the device goes there. */
export function chainTip(reading: Reading, start: ChainTip): ChainTip {
  const last = reading.first(lastOfChain, { scope: start.scope, device: start.device, incarnation: start.incarnation });
  return last ? { ...start, n: last.n, id: toChangeId(last.id) } : start;
}

export function storedChains(reading: Reading): readonly StoredChain[] {
  return reading.all(allChains, {});
}

/** How many changes there are; they are numbered without a gap as they come. */
export function changeCount(reading: Reading): number {
  return required(reading.first(lastSeq, {}), 'an aggregate gives one row').seq;
}

/**
 * Adds a change; `recordKey` null begins a record, whose key is then the place of its first change.
 * Gives the key of the record and the place of the change.
 */
export function insertOneChange(
  writing: Writing,
  change: Change,
  recordKey: number | null,
  receivedAt: number,
): { readonly recordKey: number; readonly seq: number } {
  const { scope, device, incarnation, n, at, by } = change.header;
  const seq = changeCount(writing) + 1;
  const key = recordKey ?? seq;
  writing.run(insertChange, {
    seq,
    id: change.id,
    recordKey: key,
    chain: keyOfChain(writing, { scope, device, incarnation }),
    n,
    header: change.headerBytes,
    body: change.bodyBytes,
    signature: change.signature,
    at,
    author: by,
    receivedAt,
  });
  return { recordKey: key, seq };
}

function keyOfChain(writing: Writing, chain: Chain): number {
  const known = writing.first(chainKey, chain);
  return known ? known.key : writing.run(insertChain, chain).key;
}

/** All changes of a record, in the order in which they came to this desk. */
export function changesOf(reading: Reading, recordKey: number, crypto: Cryptography): readonly Change[] {
  return reading.all(changesOfRecord, { recordKey }).map((row) => {
    const change = toChange(row, crypto);
    return change.body === null ? withoutBody(reading, change) : change;
  });
}

/** Part of a chain in its own order, from after number `after`. Rows that do not parse are given by their place. */
export function chainPart(
  reading: Reading,
  chain: number,
  after: number,
  limit: number,
  crypto: Cryptography,
): readonly (Change | { readonly unreadable: number })[] {
  return reading.all(changesOfChain, { chain, after, limit }).map((row) => {
    const parsed = parseChange(row.header, row.body, row.signature, crypto);
    return parsed.ok ? parsed.value : { unreadable: row.seq };
  });
}

/** Keys of all records that have changes, rising, from after `after`. */
export function recordKeysWithChanges(reading: Reading, after: number, limit: number): readonly number[] {
  return reading.all(recordKeys, { after, limit }).map((row) => row.recordKey);
}

export function putHeads(writing: Writing, recordKey: number, heads: readonly ChangeId[]): void {
  writing.run(deleteHeads, { recordKey });
  for (const id of heads) writing.run(insertHead, { recordKey, id });
}

/** The change at place `seq` is the record's only head; `isFirst` when it is its first change. */
export function putOnlyHead(writing: Writing, recordKey: number, seq: number, isFirst: boolean): void {
  if (!isFirst) writing.run(deleteHeads, { recordKey });
  writing.run(insertHeadBySeq, { recordKey, seq });
}

export function headsOf(reading: Reading, recordKey: number): readonly ChangeId[] {
  return reading.all(headsOfRecord, { recordKey }).map((row) => toChangeId(row.id));
}

function toChange(row: ChangeRow, crypto: Cryptography): Change {
  const parsed = parseChange(row.header, row.body, row.signature, crypto);
  assert(parsed.ok, `stored change ${row.seq} reads as it was written`);
  return parsed.value;
}
