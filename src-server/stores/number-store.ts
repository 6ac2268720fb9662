// Blocks of record numbers: those of one scope, kind and year never overlap, and begin after every serial that any desk
// said it had used.

import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Writing } from '../database/database.ts';

export type NumbersOf = { readonly kind: string; readonly year: number };
export type Block = { readonly first: number; readonly last: number };
export type BlockHolder = { readonly device: DeviceId; readonly request: string };

/** The last serial given out or used, at least `used`, locked until the transaction ends. */
export async function lockLastSerial(
  { tables, scope, dialect }: Writing<ScopeId>,
  { kind, year }: NumbersOf,
  used: number,
): Promise<number> {
  await tables
    .insertInto('number_head')
    .values({ scope, kind, year, last: used })
    .onConflict((conflict) => conflict.columns(['scope', 'kind', 'year']).doNothing())
    .execute();
  const query = tables
    .selectFrom('number_head')
    .select('last')
    .where('scope', '=', scope)
    .where('kind', '=', kind)
    .where('year', '=', year);
  // SQLite has one writer at a time anyway.
  const { last } = await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirstOrThrow();
  return Math.max(last, used);
}

export async function moveLastSerial(
  { tables, scope }: Writing<ScopeId>,
  { kind, year }: NumbersOf,
  last: number,
): Promise<void> {
  await tables
    .updateTable('number_head')
    .set({ last })
    .where('scope', '=', scope)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .execute();
}

/** The block that this very request was given before; null when it was not. */
export async function blockOf(
  { tables, scope }: Writing<ScopeId>,
  { kind, year }: NumbersOf,
  { device, request }: BlockHolder,
): Promise<Block | null> {
  const row = await tables
    .selectFrom('number_block')
    .select(['first', 'last'])
    .where('scope', '=', scope)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .where('device', '=', device)
    .where('request', '=', request)
    .executeTakeFirst();
  return row ?? null;
}

/** @param at ms since 1970 by the centre's clock */
export async function insertBlock(
  { tables, scope }: Writing<ScopeId>,
  { kind, year }: NumbersOf,
  { device, request }: BlockHolder,
  { first, last }: Block,
  at: number,
): Promise<void> {
  await tables
    .insertInto('number_block')
    .values({ scope, kind, year, device, request, first, last, given_at: at })
    .execute();
}
