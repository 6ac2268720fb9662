// Changes on their way out: the bytes their author wrote, and what vouches for them (S19).

import type { Change } from '../../src-shared/history/change.ts';
import type { Signer } from '../../src-shared/history/cryptography.ts';
import { changeSigningBytes } from '../../src-shared/history/hashes.ts';
import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Batch } from '../../src-shared/sync/desk/choose-batch.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import type { ChangeItem } from '../../src-shared/sync/format/item.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { chainBytes, changeBytes, type StoredBytes } from '../stores/change-store.ts';
import { readHeader } from '../stores/read-header.ts';

export type MadePush = {
  readonly document: Uint8Array;
  /** All that goes along, what vouches included: each gets a verdict. */
  readonly sent: readonly ChangeId[];
  /** Rotted so far that they are no line any more. */
  readonly damaged: readonly ChangeId[];
};

/** Rows looked at in one go for the next signature of a chain. */
const lookAhead = 200;

export function makePush({ database: { reading }, device: { signer } }: Desk, scope: ScopeId, batch: Batch): MadePush {
  const chosen = batch.ids.flatMap((id) => changeBytes(reading, id) ?? []);
  const links = batch.complete.flatMap((id) => toNextSigned(reading, id));
  const stored = [...new Map([...chosen, ...links].map((one) => [one.id, one])).values()];
  const items = stored.map((one) => itemOf(one, batch.sign, signer));
  const { bytes, unsendable } = encodeDocument({ push: 1, scope, device: signer.device }, items);
  const damaged = items.filter((item) => unsendable.includes(item)).map(({ subject }) => subject);
  return { document: bytes, sent: items.map(({ subject }) => subject), damaged };
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
