// Files as they should not be, made by the test byte by byte: workbooks with parts added, bombs, boxes with a password.

import { buffer } from 'node:stream/consumers';
import { writeXlsx } from 'hucre/xlsx';
import { fromBuffer } from 'yauzl';
import { ZipFile } from 'yazl';

export type Part = readonly [name: string, bytes: Uint8Array];

export async function workbook(
  rows: readonly (readonly (string | number | Date | boolean | null)[])[],
): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '台账', rows: rows.map((row) => [...row]) }] });
}

/** The workbook with its parts changed and others added. */
export async function rebuilt(
  book: Uint8Array,
  change: (part: Part) => Uint8Array,
  added: readonly Part[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await partsOf(book);
  const zip = new ZipFile();
  for (const part of parts) zip.addBuffer(Buffer.from(change(part)), part[0]);
  for (const [name, bytes] of added) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream));
}

export const unchanged = ([, bytes]: Part): Uint8Array => bytes;

/** Changes the XML of the first sheet. */
export function inSheet(edit: (xml: string) => string) {
  return ([name, bytes]: Part): Uint8Array =>
    name.endsWith('sheet1.xml') ? Buffer.from(edit(Buffer.from(bytes).toString('utf8'))) : bytes;
}

function partsOf(book: Uint8Array): Promise<readonly Part[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(book), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts: Part[] = [];
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          parts.push([entry.fileName, await buffer(stream)]);
          zip.readEntry();
        }),
      );
      zip.once('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}

/** The beginning of a box of the old kind, with a part of this name in it. */
export function oleBox(part: string): Uint8Array {
  const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Buffer.concat([Buffer.from(signature), Buffer.alloc(1_000), Buffer.from(part, 'utf16le'), Buffer.alloc(500)]);
}
