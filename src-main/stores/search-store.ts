// The search index: words by record, written in the same transaction as the record, and the questions asked of it,
// newest record first. What a person may not see is filtered here, before anything leaves the store.

import { matchesTexts } from '../../src-shared/records/search/matches-text.ts';
import type { SearchQuery, SearchStage } from '../../src-shared/records/search/search-query.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Viewer } from './list-query.ts';
import { type RecordRow, recordColumns } from './record-store.ts';

export type FindFilter = {
  readonly kind?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** Local dates, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Handler or second handler. */
  readonly officer?: string | undefined;
  readonly viewer: Viewer;
};
export type Found = { readonly row: RecordRow; readonly found: SearchStage['found'] };

type Asked = {
  match: string;
  below: number;
  limit: number;
  kind: string;
  statuses: string;
  from: string;
  to: string;
  officer: string;
  account: string;
  everything: number;
};

/** Index rows looked at for one stage before the search gives up on a filter that nothing passes. */
const longestLook = 20_000;

const addTokens = statement<{ key: number; tokens: string }>(
  'insert into search (rowid, tokens) values (@key, @tokens)',
);
const putTokens = statement<{ key: number; tokens: string }>(
  'insert or replace into search (rowid, tokens) values (@key, @tokens)',
);
const dropTokens = statement<{ key: number }>('delete from search where rowid = @key');
/** FTS5: pages to write; below zero every piece of the index is taken into one, whatever its size. */
const mergePieces = statement<{ pages: number }>("insert into search (search, rank) values ('merge', @pages)");
const changedSoFar = statement<Record<never, never>, { count: number }>('select total_changes() as count');
const columns = recordColumns.replace(/(^|,\s*)/g, '$1r.');
const hits = statement<Asked, RecordRow>(
  `select ${columns} from (select rowid as key from search where search match @match and rowid < @below order by rowid desc limit @limit + 0) s
   cross join record r on r.key = s.key
   where (@kind = '' or r.kind = @kind) and (@statuses = '' or r.status in (select value from json_each(@statuses)))
   and (@from = '' or r.occurred_at >= @from) and (@to = '' or (r.occurred_at <> '' and r.occurred_at < @to || '~'))
   and (@officer = '' or r.handler = @officer or r.co_handler = @officer)
   and (@everything = 1 or r.restricted = 0 or r.handler = @account or r.co_handler = @account or r.created_by = @account)
   order by s.key desc`,
);
const lastKey = statement<{ match: string; below: number; limit: number }, { key: number | null; count: number }>(
  `select min(key) as key, count(*) as count from
   (select rowid as key from search where search match @match and rowid < @below order by rowid desc limit @limit + 0)`,
);

/**
 * Replaces the words of a record, or adds those of a new one, at the end of the transaction; `tokens` comes from
 * `searchTokens`. Gives how much waits for that end.
 */
export function indexRecord(writing: Writing, key: number, tokens: string, isNew: boolean): number {
  return writing.atEnd(key, () => writing.run(isNew ? addTokens : putTokens, { key, tokens }));
}

export function removeFromIndex(writing: Writing, key: number): void {
  writing.run(dropTokens, { key });
}

/**
 * Writes pieces of the index anew, without what was taken out of it, about so many pages; false when nothing was left to do.
 * @param isFirst begins with all pieces there are
 */
export function mergeSearchIndex(writing: Writing, pages: number, isFirst: boolean): boolean {
  const before = writing.first(changedSoFar, {})?.count ?? 0;
  writing.run(mergePieces, { pages: isFirst ? -pages : pages });
  // The command itself counts as one change (SQLite's manual, FTS5, 6.8).
  return (writing.first(changedSoFar, {})?.count ?? 0) - before >= 2;
}

/** At most `limit` records: best question first, newest first within a question, each once. */
export function findRecords(reading: Reading, query: SearchQuery, filter: FindFilter, limit: number): readonly Found[] {
  const found = new Map<number, Found>();
  const isWanted = (row: RecordRow) => !found.has(row.key) && says(query, row);
  for (const stage of query.stages) {
    const missing = limit - found.size;
    if (missing <= 0) break;
    const rows = stageRows(reading, { ...filterParameters(filter), match: stage.match }, isWanted, missing);
    for (const row of rows) found.set(row.key, { row, found: stage.found });
  }
  return [...found.values()];
}

function stageRows(
  reading: Reading,
  asked: Omit<Asked, 'below' | 'limit'>,
  isWanted: (row: RecordRow) => boolean,
  wanted: number,
): readonly RecordRow[] {
  const rows: RecordRow[] = [];
  let below = Number.MAX_SAFE_INTEGER;
  // Few rows are asked for first: most often they are enough, and a filter that drops many asks for more and more.
  for (
    let look = wanted * 2, looked = 0;
    looked < longestLook;
    looked += look, look = Math.min(look * 4, longestLook)
  ) {
    for (const row of reading.all(hits, { ...asked, below, limit: look })) {
      if (isWanted(row)) rows.push(row);
      if (rows.length >= wanted) return rows;
    }
    const last = reading.first(lastKey, { match: asked.match, below, limit: look });
    if (!last || last.key === null || last.count < look) return rows;
    below = last.key;
  }
  return rows;
}

function filterParameters({
  kind,
  statuses,
  from,
  to,
  officer,
  viewer,
}: FindFilter): Omit<Asked, 'match' | 'below' | 'limit'> {
  return {
    kind: kind ?? '',
    statuses: statuses === undefined ? '' : JSON.stringify(statuses),
    from: from ?? '',
    to: to ?? '',
    officer: officer ?? '',
    account: viewer?.account ?? '',
    everything: viewer === null ? 1 : 0,
  };
}

/** The index knows pairs of characters and last digits only; the text itself decides. */
function says(query: SearchQuery, row: RecordRow): boolean {
  if (query.figures !== null) return [row.content, row.number].some((text) => text.includes(query.figures ?? ''));
  return !query.needsCheck || matchesTexts(query.wordsToCheck, [row.number, ...row.searchText.split('\n')]);
}
