// The centre's receipts as they were signed, and for which changes: whoever asks years later can be shown them.

import { z } from 'zod';
import type { Signed } from '../../src-shared/sync/format/statement.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const insertReceipt = statement<{ bytes: Uint8Array; signature: Uint8Array; changes: string; receivedAt: number }>(
  'insert into receipt (bytes, signature, changes, received_at) values (@bytes, @signature, @changes, @receivedAt)',
);
const nextReceipt = statement<
  { after: number },
  { key: number; bytes: Uint8Array; signature: Uint8Array; changes: string }
>('select key, bytes, signature, changes from receipt where key > @after order by key limit 1');
const places = z.array(z.int());
const countReceipts = statement<Record<never, never>, { count: number; last: number | null }>(
  'select count(*) as count, max(received_at) as last from receipt',
);

export type KeptReceipt = Signed & { readonly key: number; readonly changes: readonly number[] };

/** Each as it was signed, with the places of the changes it is for. */
export function* allReceipts(reading: Reading): Generator<KeptReceipt> {
  for (let after = 0; ; ) {
    const [row] = reading.all(nextReceipt, { after });
    if (row === undefined) return;
    yield { ...row, changes: places.parse(JSON.parse(row.changes)) };
    after = row.key;
  }
}

/** @param changes places of the changes it is for */
export function keepReceipt(
  writing: Writing,
  { bytes, signature }: Signed,
  changes: readonly number[],
  receivedAt: number,
): void {
  writing.run(insertReceipt, { bytes, signature, changes: JSON.stringify(changes), receivedAt });
}

/** `last`: ms since 1970 by this desk's clock, null before the first. */
export function receiptsSoFar(reading: Reading): { readonly count: number; readonly last: number | null } {
  return reading.first(countReceipts, {}) ?? { count: 0, last: null };
}
