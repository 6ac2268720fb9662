// Stores changes that came from outside, with everything that is worked out from them, in the caller's transaction. What is
// here already is left alone, so that the same change may come any number of times.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { beginRecord } from '../../src-shared/history/append-linear.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { Erasure } from '../../src-shared/history/erasure.ts';
import { isOfDouble } from '../../src-shared/sync/desk/find-double.ts';
import type { Writing } from '../database/database.ts';
import { carryOutErasures } from '../records/carry-out-erasure.ts';
import { clearErasedFiles } from '../records/clear-files.ts';
import { announce } from '../records/commit.ts';
import type { Desk } from '../records/desk.ts';
import { beginIncarnation } from '../records/device.ts';
import { putShown, showQuoting, showRecord } from '../records/show-record.ts';
import { changeRef, insertOneChange, putOnlyHead } from '../stores/change-store.ts';
import { dropOrderedBody, hasErasureOrders } from '../stores/erasure-store.ts';
import { fillHoles } from '../stores/log-store.ts';
import { recordKeyOf } from '../stores/record-store.ts';

/** What one commit has touched; told to the windows when it is on the disk. */
export type Touched = Set<string>;

/**
 * Gives the changes that were new. One of this desk's own incarnation that was not here is of a twin: a new incarnation
 * begins in the same transaction (S36).
 */
export function storeArrived(
  desk: Desk,
  writing: Writing,
  changes: readonly Change[],
  touched: Touched,
): readonly Change[] {
  const fresh = changes.filter(({ id }) => changeRef(writing, id) === null);
  if (fresh.some((change) => isOfDouble(change, desk.device.chain.current, () => false)))
    beginIncarnation(desk, writing);
  const hasOrders = hasErasureOrders(writing);
  const keysByRecord = new Map<string, { readonly key: number; readonly alone: Change | null }>();
  for (const change of fresh) {
    const { record } = change.header;
    const known = keysByRecord.get(record);
    const key = known?.key ?? recordKeyOf(writing, record);
    const { recordKey, seq } = insertOneChange(writing, change, key, desk.tools.now());
    fillHoles(writing, change.id, seq);
    // Its order came before it; whoever brought the body had not heard of that yet.
    if (hasOrders && change.body !== null) dropOrderedBody(writing, change.id);
    keysByRecord.set(record, { key: recordKey, alone: key === null && !hasOrders ? change : null });
  }
  for (const { key, alone } of keysByRecord.values()) show(desk, writing, key, alone, touched);
  return fresh;
}

/** A record that came with a single change needs no merge. */
function show(desk: Desk, writing: Writing, key: number, alone: Change | null, touched: Touched): void {
  const begun = alone === null ? null : beginRecord(alone);
  if (begun === null || alone === null) {
    showRecord(desk, writing, key, touched);
    return;
  }
  putOnlyHead(writing, key, key, true);
  const shown = putShown(desk, writing, begun, { key, before: null });
  touched.add(shown.row.id);
  showQuoting(desk, writing, { before: null, after: shown.row }, touched);
}

/** Carries out orders to erase that stand in the log (S39). */
export function eraseArrived(desk: Desk, writing: Writing, erasures: readonly Erasure[], touched: Touched): void {
  carryOutErasures(desk, writing, erasures, 'listed', touched);
}

/** One transaction; the windows hear of what it touched once it is on the disk. */
export function commitArrived<T>(
  desk: Desk,
  work: (writing: Writing, touched: Touched) => Result<T, Problem>,
): Result<T, Problem> {
  const touched: Touched = new Set();
  const done = desk.database.write((writing) => work(writing, touched));
  if (!done.ok) return done;
  clearErasedFiles(desk);
  if (touched.size > 0) announce(desk, touched);
  else desk.notify({ type: 'delivery' });
  return ok(done.value);
}
