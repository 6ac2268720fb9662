// Carries out an order to erase, whoever gave it: the body goes, what is shown and found is worked out anew, and files that
// nothing names any more are noted to go after the commit.

import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { applyErasure } from '../../src-shared/history/erase-body.ts';
import type { Erasure } from '../../src-shared/history/erasure.ts';
import { auditAccounts } from '../../src-shared/records/audit-actions.ts';
import { filesNamedIn } from '../../src-shared/sync/centre/named-files.ts';
import { toErasureId } from '../../src-shared/sync/format/log-entry.ts';
import type { Writing } from '../database/database.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { forgetFile } from '../stores/blob-delivery-store.ts';
import { changeRef, changesOf } from '../stores/change-store.ts';
import { dropDraftsOf } from '../stores/draft-store.ts';
import { eraseStored, noteOrder, type OrderState, orderState } from '../stores/erasure-store.ts';
import { isFileNamed, noteFileToClear } from '../stores/file-to-clear-store.ts';
import { noteWordsToClear } from './clear-erased-words.ts';
import type { Desk } from './desk.ts';
import { showRecord } from './show-record.ts';

/**
 * An order that is here already is only noted; one about a change that is not here is kept for when it comes; one that is
 * not about its change is left alone. Ids of the records shown anew are added to `touched`.
 */
export function carryOutErasures(
  desk: Desk,
  writing: Writing,
  erasures: readonly Erasure[],
  state: OrderState,
  touched: Set<string>,
): void {
  if (erasures.length > 0) desk.database.wiping(() => carryOut(desk, writing, { erasures, state }, touched));
}

function carryOut(
  desk: Desk,
  writing: Writing,
  { erasures, state }: { readonly erasures: readonly Erasure[]; readonly state: OrderState },
  touched: Set<string>,
): void {
  const records = new Map<number, string[]>();
  for (const erasure of erasures) {
    const erased = eraseOne(desk, writing, erasure, state);
    if (erased !== null) records.set(erased.recordKey, [...(records.get(erased.recordKey) ?? []), ...erased.files]);
  }
  if (records.size > 0) noteWordsToClear(writing);
  for (const [key, files] of records) {
    const { row } = showRecord(desk, writing, key, touched);
    dropDraftsOf(writing, row.id);
    clearFiles(writing, files);
    // Of an order that was given here the order itself has a line.
    if (state === 'listed')
      appendAudit(writing, {
        at: desk.tools.now(),
        account: auditAccounts.system,
        action: 'erased',
        record: row.id,
        detail: {},
      });
  }
}

/** Where a body went: of which record, and the files it named. */
function eraseOne(
  desk: Desk,
  writing: Writing,
  erasure: Erasure,
  state: OrderState,
): { readonly recordKey: number; readonly files: readonly string[] } | null {
  const id = toErasureId(bytesToHex(desk.tools.crypto.sha256(erasure.bytes)));
  if (orderState(writing, id) !== null) {
    if (state === 'listed') noteOrder(writing, id, state);
    return null;
  }
  const ref = changeRef(writing, erasure.content.change);
  const change = ref === null ? null : storedChange(desk, writing, ref.recordKey, erasure.content.change);
  if (change !== null && !applyErasure(change, erasure).ok) return null;
  eraseStored(writing, erasure, { id, at: desk.tools.now(), state });
  return ref === null || change === null ? null : { recordKey: ref.recordKey, files: filesNamedIn(change) };
}

function storedChange(desk: Desk, writing: Writing, recordKey: number, id: string): Change | null {
  return changesOf(writing, recordKey, desk.tools.crypto).find((change) => change.id === id) ?? null;
}

/** Those that no record shows any more. */
function clearFiles(writing: Writing, hashes: readonly string[]): void {
  for (const hash of new Set(hashes)) {
    if (isFileNamed(writing, hash)) continue;
    noteFileToClear(writing, hash);
    forgetFile(writing, hash);
  }
}
