// What lies on a stick from now on, in one transaction: the ledger says "on stick №7" of all of it or of nothing.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Writing } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { type BundleFacts, noteCarriedChange, noteCarriedFile, noteWritten } from '../stores/bundle-store.ts';
import { changeRef } from '../stores/change-store.ts';
import { noteDelivery } from '../stores/delivery-store.ts';
import { isQueued, queueAgain } from '../stores/outbox-store.ts';
import { noteSent } from '../sync/note-sent.ts';
import type { Carried } from './make-documents.ts';

export type OnStick = {
  readonly number: number;
  readonly carried: Carried;
  /** Hashes, in the order of the manifest. */
  readonly files: readonly string[];
  readonly facts: BundleFacts;
};

export function noteCarried(desk: Desk, person: Person, stick: OnStick): Result<null, Problem> {
  const { number, carried, files, facts } = stick;
  const noted = desk.database.write((writing) => {
    for (const [index, { document, id, seq, signed }] of carried.changes.entries()) {
      noteCarriedChange(writing, number, { place: index + 1, document, seq, signed });
      noteOnStick(desk, writing, number, seq, changeRef(writing, id)?.device ?? '');
    }
    for (const [index, hash] of files.entries())
      noteCarriedFile(writing, number, carried.changes.length + index + 1, hash);
    noteWritten(writing, number, facts);
    const detail = { stick: number, changes: facts.changes, files: facts.files, manifest: facts.manifest };
    appendAudit(writing, { at: desk.tools.now(), account: person.id, action: 'bundle_exported', record: '', detail });
    return ok(null);
  });
  if (!noted.ok) return noted;
  if (carried.damaged.length > 0) noteSent(desk, [], carried.damaged);
  desk.notify({ type: 'delivery' });
  return noted;
}

/** What has been confirmed while the stick was written stays so; the rest may now be at the centre unasked (S18). */
function noteOnStick(desk: Desk, writing: Writing, stick: number, seq: number, device: string): void {
  if (!isQueued(writing, seq)) return;
  const own = device === desk.device.signer.device;
  if (own) noteDelivery(writing, seq, { event: 'carried', stick });
  queueAgain(writing, { seq, own }, true);
}
