// Verifies in threads of their own: the whole desk once a day, and the signatures of what other desks wrote within a minute
// of its coming. What is found is kept and shown; nothing waits for it.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { VerificationView } from '../../src-shared/contract/delivery-views.ts';
import type { Reading, Writing } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { type ArrivedCheck, type CheckedUpTo, checkedUpTo } from '../records/verify-arrived.ts';
import type { Verified } from '../records/verify-desk.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { changeCount } from '../stores/change-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import { type CallLog, faultPlace } from './fault-place.ts';
import { type Place, verifyArrivedAt, verifyPlace } from './verify-place.ts';

const settingName = 'verification';
const shape = z.object({ at: z.int(), changes: z.int(), faults: z.int() });
const day = 24 * 3_600_000;
/** ms between two looks whether it is due, the first of them included: whoever opens the desk comes first. */
const between = 20 * 60_000;
/** ms between two looks whether anything has arrived. */
const betweenArrivals = 60_000;
const arrivedName = 'verified_arrivals';

/** Null before the first. */
export function lastVerification(reading: Reading): VerificationView | null {
  const stored = shape.safeParse(readSetting(reading, settingName));
  return stored.success ? stored.data : null;
}

/** Verifies when the last time is a day ago; gives what was found, null where it was not due or the thread broke. */
export async function verifyWhenDue(
  desk: Desk,
  verify: () => Promise<Result<Verified, Problem>>,
): Promise<VerificationView | null> {
  const at = desk.tools.now();
  const last = lastVerification(desk.database.reading);
  if (last !== null && Math.abs(at - last.at) < day) return null;
  const verified = await verify();
  if (!verified.ok) return null;
  const found = { at, changes: verified.value.changes, faults: verified.value.faults.length };
  const kept = desk.database.write((writing) => {
    writeSetting(writing, settingName, found);
    const detail = { faults: found.faults };
    appendAudit(writing, { at, account: 'system', action: 'verified', record: '', detail });
    return ok(null);
  });
  if (kept.ok) desk.notify({ type: 'delivery' });
  return kept.ok ? found : null;
}

/**
 * Checks the signatures of what other desks wrote since the last check, when anything has come since. Faults are added to
 * what the last verification found. Gives how many changes there were then; the count given where nothing was done.
 */
export async function verifyWhatArrived(
  desk: Desk,
  lookedAt: number,
  verify: (upTo: CheckedUpTo) => Promise<Result<ArrivedCheck, Problem>>,
): Promise<number> {
  const changes = changeCount(desk.database.reading);
  if (changes === lookedAt) return lookedAt;
  const before = checkedUpTo.safeParse(readSetting(desk.database.reading, arrivedName));
  const checked = await verify(before.success ? before.data : {});
  if (!checked.ok) return lookedAt;
  const { faults, upTo } = checked.value;
  const kept = desk.database.write((writing) => {
    writeSetting(writing, arrivedName, upTo);
    if (faults.length > 0) noteFaults(desk, writing, changes, faults.length);
    return ok(null);
  });
  if (kept.ok && faults.length > 0) desk.notify({ type: 'delivery' });
  return kept.ok ? changes : lookedAt;
}

function noteFaults(desk: Desk, writing: Writing, changes: number, more: number): void {
  const at = desk.tools.now();
  const faults = (lastVerification(writing)?.faults ?? 0) + more;
  writeSetting(writing, settingName, { at, changes, faults });
  appendAudit(writing, { at, account: 'system', action: 'verified', record: '', detail: { faults } });
}

export function startVerification(desk: Desk, place: Place, log: CallLog): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const { signal } = stopping;
  const begin = (work: Promise<unknown>) => {
    const ended = work.then(
      () => undefined,
      (error: unknown) => log(`verification ${faultPlace(error)}`),
    );
    running.add(ended);
    void ended.finally(() => running.delete(ended));
  };
  let lookedAt = 0;
  const arrived = async () => {
    lookedAt = await verifyWhatArrived(desk, lookedAt, (upTo) => verifyArrivedAt(place, upTo, signal));
  };
  const timers = [
    setInterval(() => begin(verifyWhenDue(desk, () => verifyPlace(place, signal))), between).unref(),
    setInterval(() => begin(arrived()), betweenArrivals).unref(),
  ];
  const stop = async () => {
    timers.forEach(clearInterval);
    stopping.abort();
    await Promise.all(running);
  };
  return { stop };
}
