// What a damaged desk that was set aside has beside its changes: files that records name, drafts, settings. Each is read by
// itself, so that a page that does not read costs only what is on it.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Reading, Writing } from '../database/database.ts';
import { openCopy } from '../database/open-copy.ts';
import { attachmentsSchema } from '../database/schemas.ts';
import type { Desk } from '../records/desk.ts';
import { attachmentsDatabasePath } from '../records/desk-files.ts';
import { readDeskSettings, settingNames } from '../records/desk-settings.ts';
import { draftAt, draftsOf, lastDraftKey, putDraft } from '../stores/draft-store.ts';
import { accountSettings, readSetting, writeAccountSetting, writeSetting } from '../stores/setting-store.ts';
import { missingAttachments, takeMissing } from './missing-attachments.ts';
import { readable } from './readable.ts';

export type TakenRest = { readonly savedFiles: number; readonly savedDrafts: number };

/** Set by people for the desk, and when it was backed up last; what the desk knows of itself (its device, its numbers) is not among them. */
const taken = [
  settingNames.unit,
  settingNames.lock,
  settingNames.closing,
  settingNames.calendar,
  settingNames.retention,
  settingNames.logKept,
  settingNames.backups,
  settingNames.lastBackup,
] as const;

/** The changes have been taken over before, so that it is known which files are named. */
export function takeRest(
  desk: Desk,
  old: Reading,
  { aside, key }: { readonly aside: string; readonly key: Uint8Array },
): Result<TakenRest, Problem> {
  const files = takeFiles(desk, aside, key);
  if (!files.ok) return files;
  const drafts = desk.database.write((writing) => {
    takeSettings(writing, old);
    return ok(takeDrafts(writing, old));
  });
  if (!drafts.ok) return drafts;
  desk.settings.current = readDeskSettings(desk.database.reading);
  return ok({ savedFiles: files.value, savedDrafts: drafts.value });
}

function takeFiles(desk: Desk, aside: string, key: Uint8Array): Result<number, Problem> {
  const copy = openCopy({ path: attachmentsDatabasePath(aside), key, schema: attachmentsSchema });
  if (!copy.ok) return ok(0);
  try {
    return takeMissing(desk, copy.value, missingAttachments(desk));
  } finally {
    copy.value.close();
  }
}

/** Those that are not here, or are older here. */
function takeDrafts(writing: Writing, old: Reading): number {
  let count = 0;
  const end = readable(() => lastDraftKey(old)) ?? 0;
  for (let key = 1; key <= end; key += 1) {
    const draft = readable(() => draftAt(old, key));
    if (draft === null) continue;
    const own = draftsOf(writing, draft.account).find(({ id }) => id === draft.id);
    if (own !== undefined && own.updatedAt >= draft.updatedAt) continue;
    putDraft(writing, draft.account, draft);
    count += 1;
  }
  return count;
}

function takeSettings(writing: Writing, old: Reading): void {
  for (const name of taken) {
    const value = readable(() => readSetting(old, name));
    if (isObject(value)) writeSetting(writing, name, value);
  }
  for (const { account, name, value } of readable(() => accountSettings(old)) ?? [])
    if (isObject(value)) writeAccountSetting(writing, account, name, value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
