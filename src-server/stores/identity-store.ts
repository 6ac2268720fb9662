// Who the centre is: its name and the key it signs with, shared by all processes over one database.

import type { DeviceId } from '../../src-shared/history/ids.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { rowToBytes } from './bytes.ts';

export type Identity = {
  readonly centre: DeviceId;
  /** Seed of its Ed25519 key, 32 bytes. */
  readonly seed: Uint8Array;
};

export async function readIdentity(reading: Reading): Promise<Identity | null> {
  const row = await reading.tables
    .selectFrom('identity')
    .select(['centre', 'seed'])
    .where('scope', '=', centreScope)
    .executeTakeFirst();
  return row === undefined ? null : { centre: toDeviceId(row.centre), seed: rowToBytes(row.seed) };
}

/** Does nothing where there is one: of two processes that start together, the first decides. */
export async function insertIdentity(
  { tables, scope }: Writing<typeof centreScope>,
  { centre, seed }: Identity,
  at: number,
): Promise<void> {
  await tables
    .insertInto('identity')
    .values({ scope, centre, seed, created_at: at })
    .onConflict((conflict) => conflict.column('scope').doNothing())
    .execute();
}
