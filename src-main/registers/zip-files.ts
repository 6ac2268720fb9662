// Several files as one, for what a register on paper comes to when it takes more than one volume.

import { ZipFile } from 'yazl';
import { collectBytes } from './collect-bytes.ts';

export function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(Buffer.from(bytes), name, { mtime: at, compress: false });
  zip.end();
  return collectBytes(zip.outputStream);
}
