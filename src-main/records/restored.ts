// What a desk that was put back from a copy knows of it: from what, since when, and what the check against receipts found.
// It writes a chain of its own from now on and goes on with no number that may have been given out after the copy.

import { z } from 'zod';
import type { Reading, Writing } from '../database/database.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import type { RestoredFrom } from './desk-life.ts';
import { settingNames } from './desk-settings.ts';
import { stopNumbering } from './number-blocks.ts';

const receiptCheck = z.object({
  /** Receipts held, and how many of them do not stand for what is here or were not signed by the centre. */
  receipts: z.int(),
  wrong: z.int(),
  /** Changes that receipts stand for, and the ids of those that are not here. */
  covered: z.int(),
  missing: z.array(z.string()),
  /** Changes read from the damaged files that were set aside. */
  saved: z.int().default(0),
  /** Files of records, and drafts, out of the same. */
  savedFiles: z.int().default(0),
  savedDrafts: z.int().default(0),
  /** Changes no receipt stands for yet. */
  undelivered: z.int(),
});
const restoredSetting = z.object({
  /** ms since 1970. */
  at: z.int(),
  backup: z.string(),
  madeAt: z.int().nullable(),
  aside: z.string().default(''),
  check: receiptCheck.nullable(),
});

export type ReceiptCheck = Readonly<z.infer<typeof receiptCheck>>;
export type Restored = Readonly<z.infer<typeof restoredSetting>>;

/** Null for a desk that never was. */
export function readRestored(reading: Reading): Restored | null {
  const stored = restoredSetting.safeParse(readSetting(reading, settingNames.restored));
  return stored.success ? stored.data : null;
}

/** @param now ms since 1970 */
export function noteRestored(writing: Writing, from: RestoredFrom, incarnation: string, now: number): void {
  const restored: Restored = { at: now, ...from, check: null };
  writeSetting(writing, settingNames.restored, restored);
  stopNumbering(writing, incarnation, now);
  const detail = { backup: from.backup, made: from.madeAt ?? 0 };
  appendAudit(writing, { at: now, account: 'system', action: 'restored', record: '', detail });
}

export function keepReceiptCheck(writing: Writing, check: ReceiptCheck, now: number): void {
  const restored = readRestored(writing);
  if (restored === null) return;
  writeSetting(writing, settingNames.restored, { ...restored, check });
  const detail = { missing: check.missing.length, wrong: check.wrong, covered: check.covered };
  appendAudit(writing, { at: now, account: 'system', action: 'restored_checked', record: '', detail });
}
