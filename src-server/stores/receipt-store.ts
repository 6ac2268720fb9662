// The receipts that the centre has signed, so that it can show later what it said.

import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { hexToRow, rowToBytes } from './bytes.ts';

export type SignedReceipt = { readonly bytes: Uint8Array; readonly signature: Uint8Array };

/** Keeps the first receipt for one set of changes from one device; later ones say the same. */
export async function keepReceipt(
  { tables, scope }: Writing<ScopeId>,
  device: DeviceId,
  { bytes, signature, ids, at }: SignedReceipt & { readonly ids: string; readonly at: number },
): Promise<void> {
  await tables
    .insertInto('receipt')
    .values({ scope, device, ids: hexToRow(ids), bytes, signature, at })
    .onConflict((conflict) => conflict.columns(['scope', 'device', 'ids']).doNothing())
    .execute();
}

/** @param ids see `idsDigest` */
export async function readReceipt(
  reading: Reading,
  scope: ScopeId,
  device: DeviceId,
  ids: string,
): Promise<SignedReceipt | null> {
  const row = await reading.tables
    .selectFrom('receipt')
    .select(['bytes', 'signature'])
    .where('scope', '=', scope)
    .where('device', '=', device)
    .where('ids', '=', hexToRow(ids))
    .executeTakeFirst();
  return row === undefined ? null : { bytes: rowToBytes(row.bytes), signature: rowToBytes(row.signature) };
}
