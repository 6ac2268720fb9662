// The stations and communities that the centre serves, as a tree.

import type { ScopeId } from '../../src-shared/history/ids.ts';
import { isScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';

export type Scope = {
  readonly scope: ScopeId;
  /** The scope above it; null at the top. */
  readonly parent: ScopeId | null;
  readonly name: string;
};

export async function readScope(reading: Reading, scope: ScopeId): Promise<Scope | null> {
  const row = await reading.tables
    .selectFrom('scope')
    .select(['scope', 'parent', 'name'])
    .where('scope', '=', scope)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, parent: isScopeId(row.parent) ? row.parent : null };
}

/** All of them, by id. */
export async function readScopes(reading: Reading): Promise<readonly Scope[]> {
  const rows = await reading.tables.selectFrom('scope').select(['scope', 'parent', 'name']).orderBy('scope').execute();
  return rows.map((row) => ({ ...row, parent: isScopeId(row.parent) ? row.parent : null }));
}

/** Gives false where the scope exists already. */
export async function insertScope(
  { tables, scope }: Writing<ScopeId>,
  { parent, name }: Omit<Scope, 'scope'>,
  at: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('scope')
    .values({ scope, parent, name, created_at: at })
    .onConflict((conflict) => conflict.column('scope').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
