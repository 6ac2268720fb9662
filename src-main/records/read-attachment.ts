// Gives the bytes of an attachment to a person who may see its record, and keeps small pictures made in the window.

import { fileTypeFromBuffer } from 'file-type';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { type Attachment, systemContent } from '../../src-shared/records/system-paths.ts';
import { putThumbnail, readBlob, readThumbnail } from '../stores/attachment-store.ts';
import { isRestricted } from './access.ts';
import type { Desk } from './desk.ts';
import { logReading } from './log-reading.ts';
import type { Person } from './people.ts';
import { loadRecord, type StoredRecord } from './stored-record.ts';

export type ReadFile = { readonly name: string; readonly media: string; readonly bytes: Uint8Array };
type Asked = { readonly id: string; readonly attachment: string };

/** Bytes of one small picture. */
const largestThumbnail = 256 * 1024;
const thumbnailMedia = ['image/jpeg', 'image/png', 'image/webp'];

/** Problems: `record_not_visible`, `attachment_unknown`, `attachment_absent`. Reading from a restricted record is logged. */
export function readAttachment(desk: Desk, person: Person, asked: Asked): Result<ReadFile, Problem> {
  const found = findAttachment(desk, person, asked);
  if (!found.ok) return found;
  const { record, attachment } = found.value;
  const bytes = readBlob(desk.attachments.reading, attachment.hash);
  if (!bytes) return err({ code: 'attachment_absent' });
  const logged = isRestricted(record.row.secrecy)
    ? logReading(desk, person, 'attachment_read', asked.id, { attachment: attachment.id })
    : ok(null);
  return logged.ok ? ok({ name: attachment.name, media: attachment.media, bytes }) : logged;
}

/** Null while no small picture was made. */
export function readSmallPicture(desk: Desk, person: Person, asked: Asked): Result<ReadFile | null, Problem> {
  const found = findAttachment(desk, person, asked);
  if (!found.ok) return found;
  const small = readThumbnail(desk.attachments.reading, found.value.attachment.hash);
  return ok(small ? { name: found.value.attachment.name, ...small } : null);
}

/** Problems: `attachment_too_large`, `attachment_type_refused`. */
export async function keepSmallPicture(desk: Desk, hash: string, bytes: Uint8Array): Promise<Result<null, Problem>> {
  if (bytes.length > largestThumbnail) return err({ code: 'attachment_too_large', facts: { size: 1, limit: 0.25 } });
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !thumbnailMedia.includes(type.mime))
    return err({ code: 'attachment_type_refused', facts: { found: type?.ext ?? '?' } });
  return desk.attachments.write((writing) => {
    putThumbnail(writing, hash, type.mime, bytes);
    return ok(null);
  });
}

function findAttachment(
  desk: Desk,
  person: Person,
  { id, attachment: wanted }: Asked,
): Result<{ readonly record: StoredRecord; readonly attachment: Attachment }, Problem> {
  const record = loadRecord(desk, desk.database.reading, id, person);
  if (!record.ok) return record;
  const attachment = systemContent(record.value.merged.values).attachments.find((one) => one.id === wanted);
  return attachment ? ok({ record: record.value, attachment }) : err({ code: 'attachment_unknown' });
}
