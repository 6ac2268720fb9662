// The lives of the centre's memory. Each belongs to one copy of the data, told by the database's marker: another copy
// begins another epoch, and every desk then compares what it has.

import type { EpochId } from '../../src-shared/sync/format/log-point.ts';
import { toEpochId } from '../../src-shared/sync/format/log-point.ts';
import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';

export type Epoch = { readonly epoch: EpochId; readonly ordinal: number; readonly marker: string };

export async function readEpoch(reading: Reading): Promise<Epoch | null> {
  const row = await reading.tables
    .selectFrom('epoch')
    .select(['epoch', 'ordinal', 'marker'])
    .where('scope', '=', centreScope)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, epoch: toEpochId(row.epoch) };
}

/** Gives false where another process has begun the epoch of this number already. */
export async function insertEpoch(
  { tables, scope }: Writing<typeof centreScope>,
  { epoch, ordinal, marker }: Epoch,
  reason: string,
  at: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('epoch')
    .values({ scope, ordinal, epoch, marker, reason, began_at: at })
    .onConflict((conflict) => conflict.columns(['scope', 'ordinal']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
