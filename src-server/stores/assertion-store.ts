// Assertions that have been answered, kept until they would have expired anyway: none is taken twice, by no process.

import type { Writing } from '../database/database.ts';
import type { centreScope } from '../database/tables.ts';

/** Gives false where the assertion was used before. */
export async function useAssertion(
  { tables, scope }: Writing<typeof centreScope>,
  hash: Uint8Array,
  expiresAt: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('assertion')
    .values({ scope, hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.columns(['scope', 'hash']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function forgetExpiredAssertions(
  { tables, scope }: Writing<typeof centreScope>,
  now: number,
): Promise<number> {
  const { numDeletedRows } = await tables
    .deleteFrom('assertion')
    .where('scope', '=', scope)
    .where('expires_at', '<', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
