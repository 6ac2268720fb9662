// Entries of a log with the bytes that belong to them, as pages and parts of snapshots hold them: bounded in number and in
// bytes, read a few at a time.

import { assertNever, required } from '../../src-shared/base/assert.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { Numbered } from '../../src-shared/sync/centre/append-log.ts';
import type { NumberedItem } from '../../src-shared/sync/format/item.ts';
import { isChangeEntry } from '../../src-shared/sync/format/log-entry.ts';
import type { Reading } from '../database/database.ts';
import { bytesOf } from '../stores/change-store.ts';
import { erasuresOf } from '../stores/erasure-store.ts';
import { readEntries } from '../stores/scope-log.ts';

/** Entries whose bytes are read at once, so that a page of large changes does not fill the memory first. */
export const entriesAtOnce = 100;

export type Stretch = {
  readonly scope: ScopeId;
  /** Entries after this one, */
  readonly from: number;
  /** up to this one, */
  readonly upTo: number;
  /** and none after so many bytes. */
  readonly bytes: number;
};
export type Items = { readonly items: readonly NumberedItem[]; readonly last: Numbered | null };

/** At least one entry where there is any. */
export async function readItems(reading: Reading, { scope, from, upTo, bytes: limit }: Stretch): Promise<Items> {
  const items: NumberedItem[] = [];
  let last: Numbered | null = null;
  let bytes = 0;
  while (bytes < limit) {
    const at = last?.seq ?? from;
    const entries = await readEntries(reading, scope, at, Math.min(at + entriesAtOnce, upTo));
    if (entries.length === 0) break;
    for (const { item, entry } of await withBytes(reading, scope, entries)) {
      if (bytes >= limit) break;
      items.push(item);
      last = entry;
      bytes += sizeOf(item);
    }
  }
  return { items, last };
}

type Filled = { readonly item: NumberedItem; readonly entry: Numbered };

async function withBytes(reading: Reading, scope: ScopeId, entries: readonly Numbered[]): Promise<readonly Filled[]> {
  const changes = await bytesOf(
    reading,
    scope,
    entries.filter(isChangeEntry).map(({ subject }) => subject),
  );
  const erasures = await erasuresOf(
    reading,
    scope,
    entries.flatMap((entry) => (entry.kind === 'erased' ? [entry.subject] : [])),
  );
  return entries.map((entry) => {
    const { seq } = entry;
    switch (entry.kind) {
      case 'change':
      case 'shared': {
        const bytes = required(changes.get(entry.subject), 'a logged change is stored');
        return { entry, item: { kind: entry.kind, subject: entry.subject, seq, bytes } };
      }
      case 'erased': {
        const bytes = required(erasures.get(entry.subject), 'a logged erasure is stored');
        return { entry, item: { kind: entry.kind, subject: entry.subject, seq, bytes } };
      }
      case 'joined':
      case 'left':
        return { entry, item: { kind: entry.kind, subject: entry.subject, seq } };
      default:
        return assertNever(entry, 'entry');
    }
  });
}

function sizeOf(item: NumberedItem): number {
  if (item.kind === 'joined' || item.kind === 'left' || item.kind === 'other') return 64;
  if (item.kind === 'erased') return item.bytes.order.length;
  return item.bytes.header.length + (item.bytes.body?.length ?? 0);
}
