// Files that an answer brings along: those a desk asked for, and those that the changes in the answer name, where the centre
// has them in a scope the desk may read.

import { bytesToText } from '../../src-shared/base/bytes.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { parseHeader } from '../../src-shared/history/parse-change.ts';
import type { NumberedItem } from '../../src-shared/sync/format/item.ts';
import type { Blob } from '../stores/blob-store.ts';
import { blobsOf } from '../stores/blob-store.ts';
import type { Centre } from '../sync/centre.ts';

export type FoundBlob = Blob & { readonly scope: ScopeId };

/** Whatever looks like a hash and is not written by the desk itself, which has the files that it names. */
export function hashesIn(items: readonly NumberedItem[], reader: DeviceId): readonly string[] {
  const hashes = new Set<string>();
  for (const item of items) {
    if ((item.kind !== 'change' && item.kind !== 'shared') || item.bytes.body === null) continue;
    const found = bytesToText(item.bytes.body).match(/"[0-9a-f]{64}"/g);
    const header = found === null ? null : parseHeader(item.bytes.header);
    if (header?.ok !== true || header.value.device === reader) continue;
    for (const hash of found ?? []) hashes.add(hash.slice(1, -1));
  }
  return [...hashes];
}

/** Each file once, from the first of the scopes that has it. */
export async function findBlobs(
  { database }: Centre,
  scopes: readonly ScopeId[],
  hashes: readonly string[],
): Promise<readonly FoundBlob[]> {
  const found = new Map<string, FoundBlob>();
  for (const scope of scopes)
    for (const blob of await blobsOf(database.reading, scope, hashes))
      if (!found.has(blob.hash)) found.set(blob.hash, { ...blob, scope });
  return [...found.values()];
}
