// Takes out of the search index the words of what was erased: SQLite only marks them as gone until the pieces they stand in are
// written anew, so after an erasure all pieces are, a little at a time, and then the log of the database is emptied.

import { z } from 'zod';
import { ok } from '../../src-shared/base/result.ts';
import type { Reading, Writing } from '../database/database.ts';
import { mergeSearchIndex } from '../stores/search-store.ts';
import { readSetting, writeSetting } from '../stores/setting-store.ts';
import type { Desk } from './desk.ts';
import { settingNames } from './desk-settings.ts';

/** asked: an erasure was carried out; merging: the index is being written anew; merged: only the log is left; clean. */
const stage = z.object({ stage: z.enum(['asked', 'merging', 'merged', 'clean']) });
type Stage = z.infer<typeof stage>['stage'];

/** About 10 ms of work. */
const pagesAtOnce = 200;

/** In the transaction of the erasure itself, so that no stop in between forgets it. */
export function noteWordsToClear(writing: Writing): void {
  note(writing, 'asked');
}

/** Whether words of something erased may still lie in the file. */
export function hasWordsToClear(reading: Reading): boolean {
  return stageOf(reading) !== 'clean';
}

/** One piece of the work, if there is any; gives whether there is more that can be done now. */
export function clearSomeWords(desk: Desk): boolean {
  const { database, attachments } = desk;
  const now = stageOf(database.reading);
  if (now === 'clean') return false;
  if (now === 'merged') {
    // Somebody may be reading what stands in the log: then it is tried again later.
    if (database.emptyLog() && attachments.emptyLog()) database.write((writing) => ok(note(writing, 'clean')));
    return false;
  }
  const merged = database.write((writing) =>
    database.wiping(() => {
      const isDone = !mergeSearchIndex(writing, pagesAtOnce, now === 'asked');
      note(writing, isDone ? 'merged' : 'merging');
      return ok(null);
    }),
  );
  return merged.ok;
}

function stageOf(reading: Reading): Stage {
  const stored = stage.safeParse(readSetting(reading, settingNames.wordsToClear));
  return stored.success ? stored.data.stage : 'clean';
}

function note(writing: Writing, next: Stage): void {
  writeSetting(writing, settingNames.wordsToClear, { stage: next });
}
