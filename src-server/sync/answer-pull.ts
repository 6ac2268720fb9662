// Pages of the log and changes by id: the bytes as their authors wrote them, in documents of bounded size.

import { assertNever, required } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import type { Numbered } from '../../src-shared/sync/centre/append-log.ts';
import { whatFollows } from '../../src-shared/sync/centre/what-follows.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import type { ChangeItem, NumberedItem } from '../../src-shared/sync/format/item.ts';
import { isChangeEntry } from '../../src-shared/sync/format/log-entry.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { protocolVersion } from '../../src-shared/sync/format/messages.ts';
import { encodePage } from '../../src-shared/sync/format/page.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import type { Reading } from '../database/database.ts';
import { bytesOf } from '../stores/change-store.ts';
import { erasuresOf } from '../stores/erasure-store.ts';
import { readEntries } from '../stores/scope-log.ts';
import type { Centre } from './centre.ts';
import { readLog } from './read-log.ts';

/** Entries whose bytes are read at once, so that a page of large changes does not fill the memory first. */
const entriesAtOnce = 100;

export async function answerPull(centre: Centre, cursor: LogPoint): Promise<Result<Uint8Array, Problem>> {
  const { scope } = cursor;
  const log = await readLog(centre, scope, [cursor.seq]);
  if (!log.ok) return log;
  const { standing, from, upTo } = whatFollows(cursor, log.value);
  const { items, last } = await readItems(centre.database.reading, scope, from, upTo);
  const to =
    last === null ? { seq: from, chain: standing.there ?? cursor.chain } : { seq: last.seq, chain: last.chain };
  return ok(encodePage({ standing, from, to, at: centre.now(), items }));
}

type Items = { readonly items: readonly NumberedItem[]; readonly last: Numbered | null };

/** At least one entry where there is any, and no more than fit a page. */
async function readItems(reading: Reading, scope: ScopeId, from: number, upTo: number): Promise<Items> {
  const items: NumberedItem[] = [];
  let last: Numbered | null = null;
  let bytes = 0;
  while (bytes < syncLimits.pageBytes) {
    const at = last?.seq ?? from;
    const entries = await readEntries(reading, scope, at, Math.min(at + entriesAtOnce, upTo));
    if (entries.length === 0) break;
    for (const { item, entry } of await withBytes(reading, scope, entries)) {
      if (bytes >= syncLimits.pageBytes) break;
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

/** Changes of a scope by id; what its log does not have is left out, and so is what no longer fits. */
export async function answerFetch(centre: Centre, scope: ScopeId, ids: readonly ChangeId[]): Promise<Uint8Array> {
  const items: ChangeItem[] = [];
  let bytes = 0;
  for (let start = 0; start < ids.length && bytes < syncLimits.pageBytes; start += entriesAtOnce) {
    const slice = ids.slice(start, start + entriesAtOnce);
    const found = await bytesOf(centre.database.reading, scope, slice);
    for (const id of slice) {
      const change = found.get(id);
      if (change === undefined || bytes >= syncLimits.pageBytes) continue;
      items.push({ kind: 'change', subject: id, bytes: change });
      bytes += change.header.length + (change.body?.length ?? 0);
    }
  }
  const head = { fetch: protocolVersion, scope, epoch: await centre.epoch(), at: centre.now() };
  return encodeDocument(head, items).bytes;
}
