// Orders to erase a body, as they were signed; they stand in the log like changes.

import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { ErasureBytes } from '../../src-shared/sync/format/item.ts';
import type { ErasureId } from '../../src-shared/sync/format/log-entry.ts';
import type { Reading } from '../database/database.ts';
import { hexToRow, rowToBytes, rowToHex } from './bytes.ts';

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
