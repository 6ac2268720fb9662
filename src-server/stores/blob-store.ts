// Which attachments each scope has. A row says: the whole file is here, its hash was worked out from its bytes.

import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, inChunks, rowToHex } from './bytes.ts';

export type Blob = { readonly hash: string; readonly bytes: number };

/** @param hashes SHA-256 in hexadecimal; those that are here come back, with their size */
export async function blobsOf(reading: Reading, scope: ScopeId, hashes: readonly string[]): Promise<readonly Blob[]> {
  const found: Blob[] = [];
  for (const chunk of inChunks([...new Set(hashes)], 1)) {
    const rows = await reading.tables
      .selectFrom('blob')
      .select(['hash', 'bytes'])
      .where('scope', '=', scope)
      .where('hash', 'in', chunk.map(hexToRow))
      .orderBy('hash')
      .execute();
    found.push(...rows.map(({ hash, bytes }) => ({ hash: rowToHex(hash), bytes })));
  }
  return found;
}

export async function insertBlob(
  { tables, scope }: Writing<ScopeId>,
  { hash, bytes }: Blob,
  at: number,
  device: DeviceId,
): Promise<void> {
  await tables
    .insertInto('blob')
    .values({ scope, hash: hexToRow(hash), bytes, received_at: at, received_from: device })
    .onConflict((conflict) => conflict.columns(['scope', 'hash']).doNothing())
    .execute();
}
