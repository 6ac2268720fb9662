// Changes on their way out: as a push over the network, or as the same pushes on a stick.

import { required } from '../../../src-shared/base/assert.ts';
import type { Change } from '../../../src-shared/history/change.ts';
import type { Signer } from '../../../src-shared/history/cryptography.ts';
import { changeSigningBytes } from '../../../src-shared/history/hashes.ts';
import type { ChangeId, ScopeId } from '../../../src-shared/history/ids.ts';
import type { Batch } from '../../../src-shared/sync/desk/choose-batch.ts';
import { encodeDocument } from '../../../src-shared/sync/format/document.ts';
import type { ChangeItem } from '../../../src-shared/sync/format/item.ts';
import type { Desk } from './desk.ts';
import { onPage } from './desk-reading.ts';
import { onPush } from './desk-sending.ts';
import type { DeskData, Stored } from './desk-store.ts';
import { addChange, note, outboxOf, queue, toNextSigned } from './desk-tables.ts';

export type EncodedPush = {
  readonly document: Uint8Array;
  /** All that went along, what vouches included: each gets a verdict. */
  readonly sent: readonly ChangeId[];
  readonly damaged: readonly ChangeId[];
};

/** A push of these changes, with what vouches for them. */
export function encodePush(data: Readonly<DeskData>, signer: Signer, scope: ScopeId, batch: Batch): EncodedPush {
  const chosen = batch.ids.map((id) => required(data.changes.get(id), 'what is to be sent is stored'));
  const links = batch.complete.flatMap((id) => toNextSigned(data, id));
  const stored = [...new Map([...chosen, ...links].map((one) => [one.id, one])).values()];
  const items = stored.map((one) => itemOf(one, batch.sign, signer));
  const { bytes, unsendable } = encodeDocument({ push: 1, scope, device: data.device }, items);
  const damaged = items.filter((item) => unsendable.includes(item)).map(({ subject }) => subject);
  return { document: bytes, sent: items.map(({ subject }) => subject), damaged };
}

function itemOf({ id, bytes }: Stored, sign: readonly ChangeId[], signer: Signer): ChangeItem {
  const signature = sign.includes(id) ? signer.sign(changeSigningBytes(id)) : bytes.signature;
  return { kind: 'change', subject: id, bytes: { ...bytes, signature } };
}

/** Everything undelivered goes onto a stick. */
export function exportStick({ data, signer, commit }: Desk, number: number): readonly Uint8Array[] {
  const documents = [...data.scopes.keys()].flatMap((scope) => {
    const waiting = outboxOf(data, scope);
    if (waiting.length === 0) return [];
    const unsigned = waiting.filter(({ signed }) => !signed);
    const batch = {
      ids: waiting.map(({ id }) => id),
      sign: unsigned.filter(({ device }) => device === data.device).map(({ id }) => id),
      complete: unsigned.filter(({ device }) => device !== data.device).map(({ id }) => id),
    };
    return [encodePush(data, signer, scope, batch).document];
  });
  commit((writing) => {
    for (const scope of writing.scopes.keys())
      for (const { id } of outboxOf(writing, scope)) {
        queue(writing, id, { unsure: true });
        note(writing, id, { event: 'carried', stick: number });
      }
  });
  return documents;
}

/** Changes that came on a stick from another desk of the scope, to be passed on to the centre. */
export function importChanges({ commit }: Desk, changes: readonly Change[]): void {
  commit((data) => {
    for (const change of changes) if (addChange(data, change)) queue(data, change.id);
  });
}

export type StickAnswers = {
  readonly answers: readonly {
    readonly scope: ScopeId;
    readonly ids: readonly ChangeId[];
    readonly push: Uint8Array;
  }[];
  readonly pages: readonly { readonly scope: ScopeId; readonly bytes: Uint8Array }[];
};

/** What the centre gave back on the stick: verdicts, and what is new in the log. */
export function takeAnswers(desk: Desk, { answers, pages }: StickAnswers): void {
  for (const { scope, ids, push } of answers) onPush(desk.data, { scope, ids, sign: ids }, push, desk.commit);
  for (const { scope, bytes } of pages) {
    const arrival = onPage(desk.data, scope, bytes, desk.commit);
    if (arrival.isDouble === true) desk.beginIncarnation();
  }
}
