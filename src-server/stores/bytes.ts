// Ids and hashes as the database keeps them: raw bytes, half the size of their text.

import type { ChangeId } from '../../src-shared/history/ids.ts';
import { toChangeId } from '../../src-shared/history/ids.ts';
import type { ErasureId } from '../../src-shared/sync/format/log-entry.ts';
import { toErasureId } from '../../src-shared/sync/format/log-entry.ts';

export function hexToRow(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex');
}

export function rowToHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

export function rowToChangeId(bytes: Uint8Array): ChangeId {
  return toChangeId(rowToHex(bytes));
}

export function rowToErasureId(bytes: Uint8Array): ErasureId {
  return toErasureId(rowToHex(bytes));
}

/** A plain array of its own: a driver's Buffer may be a window on a pool. */
export function rowToBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** Cuts rows so that a statement never has more parameters than SQLite takes (32,766). */
export function inChunks<Row>(rows: readonly Row[], columns: number): readonly (readonly Row[])[] {
  const size = Math.floor(30_000 / columns);
  const chunks: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size));
  return chunks;
}
