// Packed pages of the log, kept for a short while, so that the desks of a station that read the same stretch share the
// reading and the packing. A page is what it was when it was made: its end of the log and its moment are those of then.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { readHead } from '../stores/scope-log.ts';
import { answerPull } from '../sync/answer-pull.ts';
import type { Centre } from '../sync/centre.ts';
import { type Coding, packBody } from './content-coding.ts';

export type PackedPage = { readonly body: Uint8Array; readonly coding: Coding };
export type PageCache = {
  pull(centre: Centre, cursor: LogPoint, wanted: Coding): Promise<Result<PackedPage, Problem>>;
  /** A body of the scope was erased: nothing made before is given out any more. */
  forget(scope: ScopeId): void;
};

type Kept = {
  readonly page: PackedPage;
  /** Where the log ended; null for a page that a limit has cut, which stays right while the log grows. */
  readonly endedAt: number | null;
  readonly madeAt: number;
};
type Entry = { readonly scope: ScopeId; readonly kept: Promise<Result<Kept, Problem>>; bytes: number };

/** ms. Another process may have erased a body meanwhile. */
const longestLife = 60_000;

/** @param limit bytes of packed pages that are kept at most, those longest unused going first */
export function createPageCache(limit: number): PageCache {
  const entries = new Map<string, Entry>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  function make(key: string, centre: Centre, cursor: LogPoint, wanted: Coding): Entry {
    const kept = makePage(centre, cursor, wanted);
    const entry: Entry = { scope: cursor.scope, kept, bytes: 0 };
    entries.set(key, entry);
    const settle = (size: number | null) => {
      if (entries.get(key) !== entry) return;
      if (size === null || size > limit) return drop(key);
      entry.bytes = size;
      bytes += size;
      for (const [oldest] of entries) {
        if (bytes <= limit) break;
        drop(oldest);
      }
    };
    kept.then(
      (result) => settle(result.ok && isWorthKeeping(result.value.page) ? result.value.page.body.length : null),
      () => settle(null),
    );
    return entry;
  }

  return {
    async pull(centre, cursor, wanted) {
      const key = [cursor.scope, await centre.epoch(), cursor.epoch, cursor.seq, cursor.chain, wanted].join(' ');
      const known = entries.get(key);
      if (known !== undefined && !(await isStillRight(centre, known))) drop(key);
      const entry = entries.get(key) ?? make(key, centre, cursor, wanted);
      entries.delete(key);
      entries.set(key, entry);
      const kept = await entry.kept;
      return kept.ok ? ok(kept.value.page) : kept;
    },
    forget(scope) {
      for (const [key, entry] of entries) if (entry.scope === scope) drop(key);
    },
  };
}

function isWorthKeeping({ coding }: PackedPage): boolean {
  return coding !== 'identity';
}

async function isStillRight(centre: Centre, entry: Entry): Promise<boolean> {
  const kept = await entry.kept;
  if (!kept.ok || centre.now() - kept.value.madeAt > longestLife) return false;
  if (kept.value.endedAt === null) return true;
  return (await readHead(centre.database.reading, entry.scope))?.seq === kept.value.endedAt;
}

async function makePage(centre: Centre, cursor: LogPoint, wanted: Coding): Promise<Result<Kept, Problem>> {
  const madeAt = centre.now();
  const answer = await answerPull(centre, cursor);
  if (!answer.ok) return answer;
  const { bytes, to, head } = answer.value;
  const endedAt = to < head && to > cursor.seq ? null : head;
  return ok({ page: await packBody(bytes, wanted), endedAt, madeAt });
}
