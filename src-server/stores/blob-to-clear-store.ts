// Files that were named by a body that was erased (H33). A row goes when the file is cleared, or found to be named elsewhere.

import { sql } from 'kysely';
import { textToBytes } from '../../src-shared/base/bytes.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { toScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, rowToHex } from './bytes.ts';

export type BlobToClear = { readonly scope: ScopeId; readonly hash: string };

/** The first of them. Looks into all scopes. */
export async function blobsToClear({ tables }: Reading, limit: number): Promise<readonly BlobToClear[]> {
  const rows = await tables
    .selectFrom('blob_to_clear')
    .select(['scope', 'hash'])
    .orderBy('scope')
    .orderBy('hash')
    .limit(limit)
    .execute();
  return rows.map(({ scope, hash }) => ({ scope: toScopeId(scope), hash: rowToHex(hash) }));
}

/** Some body of the scope still names the file. It reads every body, which an erasure may take its time for. */
export async function isFileNamed({ tables, scope, dialect }: Writing<ScopeId>, hash: string): Promise<boolean> {
  const text = textToBytes(hash);
  const names =
    dialect === 'postgres'
      ? sql<boolean>`position(${text}::bytea in body) > 0`
      : sql<boolean>`instr(body, ${text}) > 0`;
  const row = await tables
    .selectFrom('change')
    .select('seq')
    .where('scope', '=', scope)
    .where(names)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The file is not to be cleared any more; `forGood` takes its row of known files and every wish for it away too. */
export async function noteCleared({ tables, scope }: Writing<ScopeId>, hash: string, forGood: boolean): Promise<void> {
  const row = hexToRow(hash);
  await tables.deleteFrom('blob_to_clear').where('scope', '=', scope).where('hash', '=', row).execute();
  if (!forGood) return;
  await tables.deleteFrom('blob').where('scope', '=', scope).where('hash', '=', row).execute();
  await tables.deleteFrom('blob_wanted').where('scope', '=', scope).where('hash', '=', row).execute();
}
