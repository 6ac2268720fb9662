// `print ID DOCUMENT --out F.pdf`: the form as PDF, in the print log like any other printing.

import { writeFile } from 'node:fs/promises';
import type { DeskClient } from './desk-access.ts';
import { recordIdOf } from './desk-client.ts';

export type Printed = { readonly file: string; readonly bytes: number; readonly change: string };

/** Written whole or not at all: the PDF is complete before the file is touched. */
export async function printRecord(
  client: DeskClient,
  record: string,
  { document, out, entry }: { readonly document: string; readonly out: string; readonly entry?: string },
): Promise<Printed> {
  const id = await recordIdOf(client, record);
  const paper = { id, document, ...(entry === undefined ? {} : { entry }) };
  const file = await client.documents.pdf(paper);
  const bytes = new Uint8Array(await file.arrayBuffer());
  await writeFile(out, bytes);
  const { heads } = await client.records.open({ id });
  const { change } = await client.documents.record({ ...paper, heads: [...heads], copies: 1, by: 'pdf' });
  return { file: out, bytes: bytes.length, change };
}
