// Verifies the whole desk once a day in a thread of its own: hashes, chains and signatures of what other desks wrote, too.
// What it finds is kept and shown; nothing waits for it.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { VerificationView } from '../../src-shared/contract/delivery-views.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import type { Verified } from '../records/verify-desk.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import { type CallLog, faultPlace } from './fault-place.ts';

const settingName = 'verification';
const shape = z.object({ at: z.int(), changes: z.int(), faults: z.int() });
const day = 24 * 3_600_000;
/** ms between two looks whether it is due, the first of them included: whoever opens the desk comes first. */
const between = 20 * 60_000;

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

export function startDailyVerification(
  desk: Desk,
  verify: () => Promise<Result<Verified, Problem>>,
  log: CallLog,
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    verifyWhenDue(desk, verify).catch((error: unknown) => log(`verification ${faultPlace(error)}`));
  }, between).unref();
  return { stop: () => clearInterval(timer) };
}
