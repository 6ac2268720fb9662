// Changes on their way out: the bytes their author wrote, and what vouches for them (S19).

import type { Change } from '../../src-shared/history/change.ts';
import type { Signer } from '../../src-shared/history/cryptography.ts';
import { changeSigningBytes } from '../../src-shared/history/hashes.ts';
import { type ChangeId, type ScopeId, toChangeId } from '../../src-shared/history/ids.ts';
import type { Batch } from '../../src-shared/sync/desk/choose-batch.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import type { ChangeItem } from '../../src-shared/sync/format/item.ts';
import type { ErasureId } from '../../src-shared/sync/format/log-entry.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { chainBytes, changeBytes, type StoredBytes } from '../stores/change-store.ts';
import { orderItems, orderItemsOf } from '../stores/erasure-store.ts';
import { readHeader } from '../stores/read-header.ts';

export type MadePush = {
  readonly document: Uint8Array;
  /** All that goes along, what vouches and orders to erase included: each gets a verdict. */
  readonly sent: readonly ChangeId[];
  /** Rotted so far that they are no line any more. */
  readonly damaged: readonly ChangeId[];
};

/** Rows looked at in one go for the next signature of a chain. */
const lookAhead = 200;

/** @param orders to erase what is at the centre already; a change without its body brings its own */
export function makePush(
  { database: { reading }, device: { signer } }: Desk,
  scope: ScopeId,
  batch: Batch,
  orders: readonly ErasureId[] = [],
): MadePush {
  const chosen = batch.ids.flatMap((id) => changeBytes(reading, id) ?? []);
  const links = batch.complete.flatMap((id) => toNextSigned(reading, id));
  const stored = [...new Map([...chosen, ...links].map((one) => [one.id, one])).values()];
  const items = stored.map((one) => itemOf(one, batch.sign, signer));
  const bare = stored.filter(({ body }) => body === null).flatMap(({ id }) => orderItemsOf(reading, id));
  const erasing = [...orderItems(reading, orders), ...bare];
  const { bytes, unsendable } = encodeDocument({ push: 1, scope, device: signer.device }, [...items, ...erasing]);
  const damaged = items.filter((item) => unsendable.includes(item)).map(({ subject }) => subject);
  const sent = [...items.map(({ subject }) => subject), ...erasing.map(({ subject }) => toChangeId(subject))];
  return { document: bytes, sent, damaged };
}

function itemOf({ id, header, body, signature }: StoredBytes, sign: readonly ChangeId[], signer: Signer): ChangeItem {
  const vouching: Change['signature'] = sign.includes(id) ? signer.sign(changeSigningBytes(id)) : signature;
  return { kind: 'change', subject: id, bytes: { header, body, signature: vouching } };
}

/** The changes of one chain up to the next that is signed, after this one. */
function toNextSigned(reading: Reading, id: ChangeId): readonly StoredBytes[] {
  const following: StoredBytes[] = [];
  let at = changeBytes(reading, id) ?? undefined;
  while (at !== undefined) {
    const before: StoredBytes = at;
    const part = chainBytes(reading, before.chain, before.n, lookAhead);
    at = part.find(({ header }) => readHeader(header).prev === before.id);
    if (at !== undefined) following.push(at);
    if (at === undefined || at.signature !== null) break;
  }
  return following;
}
