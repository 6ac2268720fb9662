// Orders by which bodies went (H33): kept as they were signed, since they say what is left of the change.

import { assert } from '../../src-shared/base/assert.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { applyErasure } from '../../src-shared/history/erase-body.ts';
import type { Erasure } from '../../src-shared/history/erasure.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const insertErasure = statement<{ change: string; bytes: Uint8Array; signature: Uint8Array; receivedAt: number }>(
  `insert into erasure (change, bytes, signature, received_at) values (@change, @bytes, @signature, @receivedAt)
   on conflict (change) do nothing`,
);
const orderOf = statement<{ change: string }, { bytes: Uint8Array; signature: Uint8Array }>(
  'select bytes, signature from erasure where change = @change',
);
const dropBody = statement<{ change: string }>('update change set body = null where id = unhex(@change)');

/** Keeps the order and takes the body away; whether it may is asked before. */
export function eraseStored(writing: Writing, { content, bytes, signature }: Erasure, receivedAt: number): void {
  writing.run(insertErasure, { change: content.change, bytes, signature, receivedAt });
  writing.run(dropBody, { change: content.change });
}

/** Null where nobody has ordered the change's body to go. */
export function erasureOf(reading: Reading, change: ChangeId): Erasure | null {
  const row = reading.first(orderOf, { change });
  if (row === undefined) return null;
  const erasure = parseErasure(row.bytes, row.signature);
  assert(erasure.ok, `the order to erase ${change} reads as it was written`);
  return erasure.value;
}

/** The change with what its erasure has left; as it is where its order has not come yet. */
export function withoutBody(reading: Reading, change: Change): Change {
  const erasure = erasureOf(reading, change.id);
  const erased = erasure === null ? null : applyErasure(change, erasure);
  return erased?.ok === true ? erased.value : change;
}
