// Puts a record's words into the search index, and brings a few pieces of the index together at each commit: left to itself
// it does so for many at once, which took twenty times as long as any other save.

import type { Writing } from '../database/database.ts';
import { indexRecord, mergeSearchIndex } from '../stores/search-store.ts';
import { hasWordsToClear } from './clear-erased-words.ts';

/** Pages: more than a record adds in all, and far less than anybody notices. */
const leastMerged = 8;
const afterAllRecords = Number.MAX_SAFE_INTEGER;

/** At the end of the transaction; while words of something erased are cleared, that alone writes pieces anew. */
export function indexWords(writing: Writing, key: number, tokens: string, isNew: boolean): void {
  const waiting = indexRecord(writing, key, tokens, isNew);
  writing.atEnd(afterAllRecords, () => {
    if (!hasWordsToClear(writing)) mergeSearchIndex(writing, leastMerged + waiting, false);
  });
}
