// Attachments that records name and whose bytes are not here: which, and getting them back from backups or the centre.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { listBackups } from '../backups/list-backups.ts';
import type { Database } from '../database/database.ts';
import { openCopy } from '../database/open-copy.ts';
import { attachmentsSchema } from '../database/schemas.ts';
import type { Desk } from '../records/desk.ts';
import { attachmentsDatabasePath } from '../records/desk-files.ts';
import { hasBlob, putBlob, readBlob } from '../stores/attachment-store.ts';
import { type BlobState, type NamedFile, namedFiles, setBlobState } from '../stores/blob-delivery-store.ts';
import { readable } from './readable.ts';

type Missing = NamedFile & { readonly state: BlobState };

export function missingAttachments({ database, attachments }: Desk): readonly Missing[] {
  return namedFiles(database.reading).filter(({ hash }) => !hasBlob(attachments.reading, hash));
}

export type Fetched = {
  /** Bytes that came out of backups. */
  readonly fromBackup: number;
  /** Asked of the centre; they come with the next sync, where the centre has them. */
  readonly asked: number;
};

/** @param folder of backups, as `openPlace` gives it; null where there is none now */
export function fetchAttachments(desk: Desk, folder: string | null, key: Uint8Array): Result<Fetched, Problem> {
  const missing = missingAttachments(desk);
  const fromBackup = folder === null ? ok(0) : takeFromBackups(desk, folder, key, missing);
  if (!fromBackup.ok) return fromBackup;
  const left = missingAttachments(desk);
  const asked = desk.database.write((writing) => {
    for (const { hash } of left) setBlobState(writing, hash, 'open');
    return ok(left.length);
  });
  if (!asked.ok) return asked;
  desk.notify({ type: 'delivery' });
  return ok({ fromBackup: fromBackup.value, asked: asked.value });
}

/** The newest backups first, until everything is here. */
function takeFromBackups(
  desk: Desk,
  folder: string,
  key: Uint8Array,
  missing: readonly Missing[],
): Result<number, Problem> {
  const own = desk.device.signer.device;
  let taken = 0;
  for (const { path, manifest } of listBackups(folder)) {
    if (manifest?.device !== own || taken === missing.length) continue;
    const copy = openCopy({ path: attachmentsDatabasePath(path), key, schema: attachmentsSchema });
    if (!copy.ok) continue;
    const some = takeMissing(desk, copy.value, missing);
    copy.value.close();
    if (!some.ok) return some;
    taken += some.value;
  }
  return ok(taken);
}

/** Takes the missing ones that another file has whole; gives how many. */
export function takeMissing(desk: Desk, copy: Database, missing: readonly Missing[]): Result<number, Problem> {
  let taken = 0;
  for (const { hash, media } of missing) {
    if (hasBlob(desk.attachments.reading, hash)) continue;
    const bytes = readable(() => readBlob(copy.reading, hash));
    if (bytes === null) continue;
    const put = desk.attachments.write((writing) => ok(putBlob(writing, { hash, media, bytes }, desk.tools.now())));
    if (!put.ok) return put;
    taken += 1;
  }
  return ok(taken);
}
