// The centre's secrets as they are kept: sealed, by name. Nothing here can open them.

import type { Reading, Writing } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { rowToBytes } from './bytes.ts';

export async function readSecret(reading: Reading, name: string): Promise<Uint8Array | null> {
  const row = await reading.tables
    .selectFrom('secret')
    .select('wrapped')
    .where('scope', '=', centreScope)
    .where('name', '=', name)
    .executeTakeFirst();
  return row === undefined ? null : rowToBytes(row.wrapped);
}

/** Gives false where there is one already: of two processes that start together, the first decides. */
export async function insertSecret(
  { tables, scope }: Writing<typeof centreScope>,
  { name, wrapped }: { readonly name: string; readonly wrapped: Uint8Array },
  at: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('secret')
    .values({ scope, name, wrapped, created_at: at })
    .onConflict((conflict) => conflict.columns(['scope', 'name']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
