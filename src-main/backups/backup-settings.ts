// Where backups go, how often, how many are kept; and what is known of the last good one. Kept inside the desk, so that
// it is known while the place is away.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { backupChoices } from '../../src-shared/contract/backup-inputs.ts';
import type { BackupChoices, LastBackup } from '../../src-shared/contract/backup-views.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { settingNames } from '../records/desk-settings.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import type { BackupPlace } from './backup-place.ts';
import type { MadeBackup } from './make-backup.ts';

export type BackupSettings = BackupChoices & { readonly place: BackupPlace | null };

const stored = backupChoices.extend({ place: z.object({ path: z.string(), id: z.string() }).nullable() });
const lastBackup = z.object({
  at: z.int(),
  path: z.string(),
  bytes: z.int(),
  records: z.int(),
  changes: z.int(),
});
const failure = z.object({
  at: z.int(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type BackupFailure = z.infer<typeof failure>;

export const usualChoices: BackupChoices = { everyHours: 4, daily: 7, weekly: 4, staleDays: 7 };

export function readBackupSettings(reading: Reading): BackupSettings {
  const parsed = stored.safeParse(readSetting(reading, settingNames.backups));
  return parsed.success ? parsed.data : { ...usualChoices, place: null };
}

/** The last one that was verified without fault; null before the first. */
export function lastGoodBackup(reading: Reading): LastBackup | null {
  const parsed = lastBackup.safeParse(readSetting(reading, settingNames.lastBackup));
  return parsed.success ? parsed.data : null;
}

/** Why the last try made none; null when it did. */
export function lastFailure(reading: Reading): BackupFailure | null {
  const parsed = failure.safeParse(readSetting(reading, settingNames.backupFailure));
  return parsed.success ? parsed.data : null;
}

export function writeBackupSettings(desk: Desk, account: string, settings: BackupSettings): Result<null, Problem> {
  const written = desk.database.write((writing) => {
    writeSetting(writing, settingNames.backups, settings);
    writeSetting(writing, settingNames.backupFailure, {});
    const detail = { what: 'backups' };
    appendAudit(writing, { at: desk.tools.now(), account, action: 'settings_changed', record: '', detail });
    return ok(null);
  });
  if (written.ok) desk.notify({ type: 'settings' });
  return written;
}

/** @param account who asked for it; `system` when it was made by itself */
export function noteBackup(desk: Desk, account: string, made: MadeBackup): Result<null, Problem> {
  const { at, path, bytes, records, changes, faults } = made;
  const written = desk.database.write((writing) => {
    if (faults.length === 0) {
      writeSetting(writing, settingNames.lastBackup, { at, path, bytes, records, changes });
      writeSetting(writing, settingNames.backupFailure, {});
    } else {
      const facts = { count: faults.length };
      writeSetting(writing, settingNames.backupFailure, { at, code: 'backup_unfaithful', facts });
    }
    const detail = { name: made.name, faults: faults.length };
    appendAudit(writing, { at: desk.tools.now(), account, action: 'backed_up', record: '', detail });
    return ok(null);
  });
  if (written.ok) desk.notify({ type: 'settings' });
  return written;
}

/** A try that failed is told once: the same reason again is no news. */
export function noteFailure(desk: Desk, { code, facts = {} }: Problem): void {
  const last = lastFailure(desk.database.reading);
  if (last?.code === code) return;
  const written = desk.database.write((writing) => {
    writeSetting(writing, settingNames.backupFailure, { at: desk.tools.now(), code, facts });
    return ok(null);
  });
  if (written.ok) desk.notify({ type: 'settings' });
}
