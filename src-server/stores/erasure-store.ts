// Orders to erase a body, as they were signed; they stand in the log like changes.

import type { Erasure } from '../../src-shared/history/erasure.ts';
import type { ChangeId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { filesNamedInBody } from '../../src-shared/sync/centre/named-files.ts';
import type { ErasureBytes } from '../../src-shared/sync/format/item.ts';
import type { ErasureId } from '../../src-shared/sync/format/log-entry.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, inChunks, rowToBytes, rowToChangeId, rowToErasureId, rowToHex } from './bytes.ts';

export async function erasuresOf(
  reading: Reading,
  scope: ScopeId,
  ids: readonly ErasureId[],
): Promise<ReadonlyMap<string, ErasureBytes>> {
  if (ids.length === 0) return new Map();
  const rows = await reading.tables
    .selectFrom('erasure')
    .select(['id', 'order_bytes', 'signature'])
    .where('scope', '=', scope)
    .where('id', 'in', ids.map(hexToRow))
    .execute();
  return new Map(
    rows.map((row) => [rowToHex(row.id), { order: rowToBytes(row.order_bytes), signature: rowToBytes(row.signature) }]),
  );
}

/** Number in the log of the last order of erasure; 0 where there is none. */
export async function lastErasureSeq(reading: Reading, scope: ScopeId): Promise<number> {
  const { last } = await reading.tables
    .selectFrom('erasure')
    .select((select) => select.fn.max('seq').as('last'))
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

/** Places in the log of those orders that it has. */
export async function erasureSeqs(
  reading: Reading,
  scope: ScopeId,
  ids: readonly ErasureId[],
): Promise<ReadonlyMap<ErasureId, number>> {
  const seqs = new Map<ErasureId, number>();
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await reading.tables
      .selectFrom('erasure')
      .select(['id', 'seq'])
      .where('scope', '=', scope)
      .where('id', 'in', chunk.map(hexToRow))
      .execute();
    for (const { id, seq } of rows) seqs.set(rowToErasureId(id), seq);
  }
  return seqs;
}

/** Those of the changes whose body the log has an order to erase. */
export async function erasedOf(
  reading: Reading,
  scope: ScopeId,
  changes: readonly ChangeId[],
): Promise<ReadonlySet<ChangeId>> {
  const erased = new Set<ChangeId>();
  for (const chunk of inChunks([...new Set(changes)], 1)) {
    const rows = await reading.tables
      .selectFrom('erasure')
      .select('change')
      .where('scope', '=', scope)
      .where('change', 'in', chunk.map(hexToRow))
      .execute();
    for (const { change } of rows) erased.add(rowToChangeId(change));
  }
  return erased;
}

/**
 * Stores an order that the log takes in the same transaction, and takes the body away wherever this scope keeps it. Files
 * that the body named are noted, to go unless another body names them.
 */
export async function eraseBody(
  { tables, scope }: Writing<ScopeId>,
  { id, seq, erasure }: { readonly id: ErasureId; readonly seq: number; readonly erasure: Erasure },
): Promise<void> {
  const change = hexToRow(erasure.content.change);
  const { body } =
    (await tables
      .selectFrom('change')
      .select('body')
      .where('scope', '=', scope)
      .where('id', '=', change)
      .executeTakeFirst()) ?? {};
  const files = body === null || body === undefined ? [] : filesNamedInBody(rowToBytes(body));
  for (const chunk of inChunks(files, 2))
    await tables
      .insertInto('blob_to_clear')
      .values(chunk.map((hash) => ({ scope, hash: hexToRow(hash) })))
      .onConflict((conflict) => conflict.columns(['scope', 'hash']).doNothing())
      .execute();
  await tables
    .insertInto('erasure')
    .values({ scope, id: hexToRow(id), seq, change, order_bytes: erasure.bytes, signature: erasure.signature })
    .execute();
  await tables
    .updateTable('change')
    .set({ body: null })
    .where('scope', '=', scope)
    .where('id', '=', change)
    .where('body', 'is not', null)
    .execute();
  await tables.updateTable('refused').set({ body: null }).where('scope', '=', scope).where('id', '=', change).execute();
}

/** Orders about a record, whatever scope has them. Looks into all scopes, so it is asked before a transaction. */
export async function erasuresEverywhere(
  reading: Reading,
  record: RecordId,
): Promise<ReadonlyMap<ErasureId, ErasureBytes>> {
  const rows = await reading.tables
    .selectFrom('place')
    .innerJoin('change', (join) =>
      join.onRef('change.scope', '=', 'place.scope').onRef('change.record', '=', 'place.record'),
    )
    .innerJoin('erasure', (join) =>
      join.onRef('erasure.scope', '=', 'change.scope').onRef('erasure.change', '=', 'change.id'),
    )
    .select(['erasure.id', 'erasure.order_bytes', 'erasure.signature'])
    .where('place.record', '=', record)
    .orderBy('erasure.scope')
    .orderBy('erasure.seq')
    .execute();
  return new Map(
    rows.map((row) => [
      rowToErasureId(row.id),
      { order: rowToBytes(row.order_bytes), signature: rowToBytes(row.signature) },
    ]),
  );
}
