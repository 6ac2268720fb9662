// Attaches a file: looked at before it is kept, its bytes stored whole under their hash before the record names them.

import { fileTypeFromBuffer } from 'file-type';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { attachmentSizeProblem } from '../../src-shared/contract/attachment-size.ts';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { Op } from '../../src-shared/records/record-values.ts';
import { cleanText } from '../../src-shared/records/text/clean-text.ts';
import { hashOfBytes, putBlob } from '../stores/attachment-store.ts';
import { changeRecord, type Target } from './change-record.ts';
import type { Desk } from './desk.ts';
import { newEntryId } from './new-ids.ts';
import type { Person } from './people.ts';

export type AttachedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly role: string;
  readonly note: string;
};
type Media = { readonly media: string; readonly extensions: readonly string[]; readonly word: string };

/** What may be attached, by what the bytes say they are. */
const allowed: readonly Media[] = [
  { media: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], word: 'JPEG' },
  { media: 'image/png', extensions: ['png'], word: 'PNG' },
  { media: 'image/webp', extensions: ['webp'], word: 'WebP' },
  { media: 'application/pdf', extensions: ['pdf'], word: 'PDF' },
];
const nameLength = 200;

/** Problems: `attachment_…`, those of `changeRecord` and of the disk. */
export async function attachFile(
  desk: Desk,
  person: Person,
  target: Target,
  file: AttachedFile,
): Promise<Result<SavedView, Problem>> {
  const looked = await lookAt(file);
  if (!looked.ok) return looked;
  const name = cleanText(file.name.replace(/^.*[\\/]/, '').slice(-nameLength), { limit: nameLength });
  if (!name.ok) return name;
  const note = cleanText(file.note, { limit: 500 });
  if (!note.ok) return { ...note, problem: { ...note.problem, path: 'note' } };
  const hash = hashOfBytes(file.bytes);
  // The bytes first: a crash in between leaves bytes nobody names, never a name without bytes.
  return changeRecord(desk, person, target, ({ record, context }) => {
    if (!Object.hasOwn(record.kind.attachmentRoles, file.role))
      return err({ code: 'attachment_role_unknown', facts: { role: file.role } });
    const kept = desk.attachments.write((writing) =>
      ok(putBlob(writing, { hash, media: looked.value, bytes: file.bytes }, desk.tools.now())),
    );
    if (!kept.ok) return kept;
    const attachment = {
      hash,
      name: name.value,
      size: file.bytes.length,
      media: looked.value,
      role: file.role,
      note: note.value,
    };
    const ops = attachmentOps(
      newEntryId(desk.tools.crypto),
      attachment,
      (context.system.attachments.length + 1) * 1_000,
    );
    return ok({ ops, logged: { action: 'saved', detail: { kind: record.kind.key, attached: hash } } });
  });
}

/** The media type the bytes have. */
async function lookAt({ name, bytes }: AttachedFile): Promise<Result<string, Problem>> {
  const size = attachmentSizeProblem(bytes.length);
  if (size !== null) return err(size);
  const type = await fileTypeFromBuffer(bytes);
  if (!type) return err({ code: 'attachment_type_unknown' });
  const found = allowed.find(({ media }) => media === type.mime);
  if (!found) return err({ code: 'attachment_type_refused', facts: { found: type.ext.toUpperCase() } });
  const extension = name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '';
  if (extension !== '' && !found.extensions.includes(extension)) {
    return err({ code: 'attachment_type_mismatch', facts: { extension: extension.slice(0, 10), found: found.word } });
  }
  return ok(found.media);
}

function attachmentOps(id: string, attachment: Readonly<Record<string, string | number>>, order: number): Op[] {
  const path = `attachments/${id}`;
  const values = Object.entries(attachment).filter(([, value]) => value !== '');
  return [
    { path, value: true },
    { path: `${path}/order`, value: order },
    ...values.map(([name, value]) => ({ path: `${path}/${name}`, value })),
  ];
}
