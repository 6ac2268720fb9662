// The changes of each scope as their authors wrote them, byte for byte, and where each stands in the scope's log.

import type { Header } from '../../src-shared/history/change.ts';
import type { ChangeId, DeviceId, IncarnationId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import type { ChainStep } from '../../src-shared/sync/format/chain-prefix.ts';
import type { ChangeBytes } from '../../src-shared/sync/format/item.ts';
import type { ReviewCode } from '../../src-shared/sync/format/verdict.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, inChunks, rowToBytes, rowToChangeId } from './bytes.ts';

export type NewChange = {
  readonly id: ChangeId;
  readonly seq: number;
  readonly header: Pick<Header, 'record' | 'device' | 'incarnation' | 'n' | 'prev'>;
  readonly bytes: ChangeBytes;
  readonly review: ReviewCode | null;
};

export type Reception = {
  /** ms since 1970 by the centre's clock. */
  readonly at: number;
  /** Who delivered. */
  readonly device: DeviceId;
};

/** Stores changes that the log takes in the same transaction. */
export async function insertChanges(
  { tables, scope }: Writing<ScopeId>,
  changes: readonly NewChange[],
  { at, device }: Reception,
): Promise<void> {
  const rows = changes.map(({ id, seq, header, bytes, review }) => ({
    scope,
    id: hexToRow(id),
    seq,
    record: header.record,
    device: header.device,
    incarnation: header.incarnation,
    n: header.n,
    prev: header.prev === null ? null : hexToRow(header.prev),
    header: bytes.header,
    body: bytes.body,
    signature: bytes.signature,
    review,
    received_at: at,
    received_from: device,
  }));
  for (const chunk of inChunks(rows, 14)) await tables.insertInto('change').values(chunk).execute();
}

/** Places in the log of those ids that it has. */
export async function seqsOf(
  reading: Reading,
  scope: ScopeId,
  ids: readonly ChangeId[],
): Promise<ReadonlyMap<ChangeId, number>> {
  const seqs = new Map<ChangeId, number>();
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await reading.tables
      .selectFrom('change')
      .select(['id', 'seq'])
      .where('scope', '=', scope)
      .where('id', 'in', chunk.map(hexToRow))
      .execute();
    for (const { id, seq } of rows) seqs.set(rowToChangeId(id), seq);
  }
  return seqs;
}

/** Bytes of those ids that are here; as many as are asked for, so the caller bounds them. */
export async function bytesOf(
  reading: Reading,
  scope: ScopeId,
  ids: readonly ChangeId[],
): Promise<ReadonlyMap<ChangeId, ChangeBytes>> {
  const bytes = new Map<ChangeId, ChangeBytes>();
  for (const chunk of inChunks(ids, 1)) {
    const rows = await reading.tables
      .selectFrom('change')
      .select(['id', 'header', 'body', 'signature'])
      .where('scope', '=', scope)
      .where('id', 'in', chunk.map(hexToRow))
      .execute();
    for (const { id, ...row } of rows) bytes.set(rowToChangeId(id), rowToChangeBytes(row));
  }
  return bytes;
}

export type Chain = { readonly device: DeviceId; readonly incarnation: IncarnationId };

/** Changes of one chain with these numbers; more than one with a number is a fork. */
export async function idsByNumber(
  reading: Reading,
  scope: ScopeId,
  { device, incarnation }: Chain,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly ChangeId[]>> {
  const ids = new Map<number, ChangeId[]>();
  for (const chunk of inChunks([...new Set(numbers)], 1)) {
    const rows = await reading.tables
      .selectFrom('change')
      .select(['n', 'id'])
      .where('scope', '=', scope)
      .where('device', '=', device)
      .where('incarnation', '=', incarnation)
      .where('n', 'in', chunk)
      .execute();
    for (const { n, id } of rows) ids.set(n, [...(ids.get(n) ?? []), rowToChangeId(id)]);
  }
  return ids;
}

/** The steps of a chain with numbers after `after` and up to `upTo`, in rising order. */
export async function chainSteps(
  reading: Reading,
  scope: ScopeId,
  { device, incarnation }: Chain,
  after: number,
  upTo: number,
): Promise<readonly ChainStep[]> {
  const rows = await reading.tables
    .selectFrom('change')
    .select(['n', 'id', 'prev'])
    .where('scope', '=', scope)
    .where('device', '=', device)
    .where('incarnation', '=', incarnation)
    .where('n', '>', after)
    .where('n', '<=', upTo)
    .orderBy('n')
    .orderBy('id')
    .execute();
  return rows.map(({ n, id, prev }) => ({
    n,
    id: rowToChangeId(id),
    prev: prev === null ? null : rowToChangeId(prev),
  }));
}

/** Every change of a record that this scope has, in the order of its log. */
export async function changesOfRecord(
  reading: Reading,
  scope: ScopeId,
  record: RecordId,
): Promise<readonly ChangeId[]> {
  const rows = await reading.tables
    .selectFrom('change')
    .select('id')
    .where('scope', '=', scope)
    .where('record', '=', record)
    .orderBy('seq')
    .execute();
  return rows.map(({ id }) => rowToChangeId(id));
}

/** Everything any scope has of a record. Looks into all scopes, so it is asked before a transaction, never in one. */
export async function recordEverywhere(
  reading: Reading,
  record: RecordId,
): Promise<readonly { readonly id: ChangeId; readonly bytes: ChangeBytes }[]> {
  const rows = await reading.tables
    .selectFrom('place')
    .innerJoin('change', (join) =>
      join.onRef('change.scope', '=', 'place.scope').onRef('change.record', '=', 'place.record'),
    )
    .select(['change.id', 'change.header', 'change.body', 'change.signature'])
    .where('place.record', '=', record)
    .orderBy('change.scope')
    .orderBy('change.seq')
    .execute();
  return rows.map(({ id, ...bytes }) => ({ id: rowToChangeId(id), bytes: rowToChangeBytes(bytes) }));
}

type BytesRow = {
  readonly header: Uint8Array;
  readonly body: Uint8Array | null;
  readonly signature: Uint8Array | null;
};

function rowToChangeBytes({ header, body, signature }: BytesRow): ChangeBytes {
  return {
    header: rowToBytes(header),
    body: body === null ? null : rowToBytes(body),
    signature: signature === null ? null : rowToBytes(signature),
  };
}
