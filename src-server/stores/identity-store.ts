// Who the centre is, shared by all processes over one database. The seed of its key lies sealed in `secret`; only a
// database of an older program still holds it here.

import type { DeviceId } from '../../src-shared/history/ids.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { rowToBytes } from './bytes.ts';

const nothing = new Uint8Array();

export async function readIdentity(reading: Reading): Promise<DeviceId | null> {
  const row = await reading.tables
    .selectFrom('identity')
    .select('centre')
    .where('scope', '=', centreScope)
    .executeTakeFirst();
  return row === undefined ? null : toDeviceId(row.centre);
}

/** Gives false where there is one: of two processes that start together, the first decides. */
export async function insertIdentity(
  { tables, scope }: Writing<typeof centreScope>,
  centre: DeviceId,
  at: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('identity')
    .values({ scope, centre, seed: nothing, created_at: at })
    .onConflict((conflict) => conflict.column('scope').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes out the seed that an older program left in the open; of several processes, only one gets it. */
export async function takePlainSeed({ tables, scope }: Writing<typeof centreScope>): Promise<Uint8Array | null> {
  const row = await tables.selectFrom('identity').select('seed').where('scope', '=', scope).executeTakeFirst();
  if (row === undefined || row.seed.length === 0) return null;
  const { numUpdatedRows } = await tables
    .updateTable('identity')
    .set({ seed: nothing })
    .where('scope', '=', scope)
    .where('seed', '=', row.seed)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? rowToBytes(row.seed) : null;
}
