// The next page of a log is fetched and checked while the last one is taken in. What was read ahead may be lost at any
// moment: it is only used for the very place it was read for, and asked for again otherwise.

import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { PartsReading } from '../../src-shared/sync/desk/read-page.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import type { Called } from './centre-calls.ts';

export type ReadPage = (cursor: LogPoint) => Promise<Called<PartsReading>>;

export type PagesAhead = {
  /** The page from this place, read ahead if it was and anything came of it, read now otherwise. */
  readonly page: (cursor: LogPoint, read: ReadPage) => Promise<Called<PartsReading>>;
  /** Begins to read what follows this page, if anything does. */
  readonly begin: (reading: PartsReading, read: ReadPage) => void;
};

export function createPagesAhead(): PagesAhead {
  const ahead = new Map<ScopeId, { readonly cursor: LogPoint; readonly page: Promise<Called<PartsReading> | null> }>();

  return {
    async page(cursor, read) {
      const begun = ahead.get(cursor.scope);
      ahead.delete(cursor.scope);
      const page = begun !== undefined && isSame(begun.cursor, cursor) ? await begun.page : null;
      return page?.ok === true ? page : read(cursor);
    },
    begin(reading, read) {
      if (reading.reading !== 'parts') return;
      const cursor = reading.parts.at(-1)?.to;
      if (cursor === undefined || cursor.seq >= reading.head.seq) return;
      // A page that could not be read ahead is read again in its turn, and its failure is told then.
      ahead.set(cursor.scope, { cursor, page: read(cursor).catch(() => null) });
    },
  };
}

function isSame(left: LogPoint, right: LogPoint): boolean {
  return left.epoch === right.epoch && left.seq === right.seq && left.chain === right.chain;
}
