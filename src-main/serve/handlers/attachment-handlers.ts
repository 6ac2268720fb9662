// Files of records. The size is looked at before the bytes are.

import { attachmentSizeProblem } from '../../../src-shared/contract/attachment-size.ts';
import { attachFile } from '../../records/attach-file.ts';
import { keepSmallPicture, type ReadFile, readAttachment, readSmallPicture } from '../../records/read-attachment.ts';
import { answer, asPerson, contract, problemError } from '../call-context.ts';
import { forPerson } from './record-handlers.ts';

const { attachments } = contract;

function toFile({ name, media, bytes }: ReadFile): File {
  return new File([new Uint8Array(bytes)], name, { type: media });
}

async function bytesOf(file: File): Promise<Uint8Array> {
  const size = attachmentSizeProblem(file.size);
  if (size !== null) throw problemError(size);
  return new Uint8Array(await file.arrayBuffer());
}

export const attachmentHandlers = {
  add: attachments.add.handler(async ({ context, input: { id, heads, file, role, note } }) => {
    const bytes = await bytesOf(file);
    const { desk, person } = asPerson(context);
    return answer(await attachFile(desk, person, { id, heads }, { name: file.name, bytes, role, note }));
  }),
  read: attachments.read.handler(
    forPerson((desk, person, asked) => {
      const read = readAttachment(desk, person, asked);
      return read.ok ? { ...read, value: toFile(read.value) } : read;
    }),
  ),
  keepThumbnail: attachments.keepThumbnail.handler(async ({ context, input: { hash, file } }) => {
    const bytes = await bytesOf(file);
    return answer(await keepSmallPicture(asPerson(context).desk, hash, bytes));
  }),
  thumbnail: attachments.thumbnail.handler(
    forPerson((desk, person, asked) => {
      const read = readSmallPicture(desk, person, asked);
      return read.ok ? { ...read, value: read.value === null ? null : toFile(read.value) } : read;
    }),
  ),
};
