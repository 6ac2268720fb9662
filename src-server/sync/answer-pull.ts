// Pages of the log and changes by id: the bytes as their authors wrote them, in documents of bounded size.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import { whatFollows } from '../../src-shared/sync/centre/what-follows.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import type { ChangeItem } from '../../src-shared/sync/format/item.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { protocolVersion } from '../../src-shared/sync/format/messages.ts';
import { encodePage } from '../../src-shared/sync/format/page.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import { bytesOf } from '../stores/change-store.ts';
import type { Centre } from './centre.ts';
import { entriesAtOnce, readItems } from './read-items.ts';
import { readLog } from './read-log.ts';

export type PulledPage = {
  readonly bytes: Uint8Array;
  /** Number of the last entry in it, and of the last in the log. */
  readonly to: number;
  readonly head: number;
};

export async function answerPull(centre: Centre, cursor: LogPoint): Promise<Result<PulledPage, Problem>> {
  const { scope } = cursor;
  const log = await readLog(centre, scope, [cursor.seq]);
  if (!log.ok) return log;
  const { standing, from, upTo } = whatFollows(cursor, log.value);
  const { items, last } = await readItems(centre.database.reading, { scope, from, upTo, bytes: syncLimits.pageBytes });
  const to =
    last === null ? { seq: from, chain: standing.there ?? cursor.chain } : { seq: last.seq, chain: last.chain };
  const bytes = encodePage({ standing, from, to, at: centre.now(), items });
  return ok({ bytes, to: to.seq, head: standing.head.seq });
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
