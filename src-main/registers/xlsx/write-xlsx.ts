// A register as an xlsx file: rows are written and packed as they are read, so that memory does not grow with them.

import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { collectBytes } from '../collect-bytes.ts';
import type { RegisterSheet } from '../register-sheet.ts';
import { sheetWidths } from '../sheet-widths.ts';
import { headerRow, type SheetEnd, sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { contentTypesXml, rootRelationsXml, workbookRelationsXml, workbookXml } from './workbook-parts.ts';

export type WrittenSheet = SheetEnd & { readonly bytes: Uint8Array<ArrayBuffer> };

/** Characters of a piece handed to the packer. */
const pieceLength = 1 << 16;

/** @param at when the file is made, for its entries */
export async function writeXlsx(sheet: RegisterSheet, at: Date, tell: (rows: number) => void): Promise<WrittenSheet> {
  const zip = new ZipFile();
  const part = (name: string, text: string) => zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime: at });
  part('[Content_Types].xml', contentTypesXml);
  part('_rels/.rels', rootRelationsXml);
  part('xl/workbook.xml', workbookXml(sheet.title, headerRow));
  part('xl/_rels/workbook.xml.rels', workbookRelationsXml);
  part('xl/styles.xml', stylesXml());
  let end: SheetEnd = { rows: 0, checksum: '', tooLong: null };
  const pieces = sheetPieces(sheet, tell, (found) => {
    end = found;
  });
  const source = Readable.from(pieces);
  zip.addReadStream(source, 'xl/worksheets/sheet1.xml', { mtime: at });
  zip.end();
  const bytes = await collectBytes(zip.outputStream, source);
  return { ...end, bytes };
}

function* sheetPieces(
  sheet: RegisterSheet,
  tell: (rows: number) => void,
  ended: (end: SheetEnd) => void,
): Generator<Buffer, void, undefined> {
  const rows = sheetXml(sheet, sheetWidths(sheet));
  let piece = '';
  let count = 0;
  for (let next = rows.next(); ; next = rows.next()) {
    if (next.done) {
      ended(next.value);
      break;
    }
    piece += next.value;
    count += 1;
    if (piece.length < pieceLength) continue;
    tell(Math.min(count, sheet.count));
    yield Buffer.from(piece, 'utf8');
    piece = '';
  }
  yield Buffer.from(piece, 'utf8');
}
