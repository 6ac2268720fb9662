// Passes on changes of records that several scopes see, after the push that brought them was answered. What a stop leaves
// undone is found again by `catchUp`, because it is looked up and never remembered.

import type { RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { sharedOf } from '../stores/place-store.ts';
import type { Centre } from './centre.ts';
import { spreadAll, spreadRecord } from './place-records.ts';

export type Spreader = {
  note(records: readonly RecordId[]): void;
  /** Looks through every record that several scopes see. */
  catchUp(): void;
  /** Lets the step under way end. */
  stop(): Promise<void>;
};

const recordsAtOnce = 1_000;
/** ms after which a step that failed is tried again, by looking through everything. */
const retryPause = 5_000;

/** @param onAppended told of each scope whose log has grown by it */
export function createSpreader(centre: Centre, onAppended: (scope: ScopeId) => void): Spreader {
  const noted = new Set<RecordId>();
  let everything = false;
  let isStopped = false;
  let running: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function step(): Promise<boolean> {
    if (everything) {
      everything = false;
      return (await spreadAll(centre, onAppended)).ok;
    }
    // Nearly all records are seen by one scope alone: one question for many of them.
    const records = [...noted].slice(0, recordsAtOnce);
    for (const record of records) noted.delete(record);
    for (const record of await sharedOf(centre.database.reading, records))
      if (!(await spreadRecord(centre, record, onAppended)).ok) return false;
    return true;
  }

  async function run(): Promise<void> {
    while (!isStopped && (everything || noted.size > 0)) {
      // A fault here is a fault of the database or of ours; either way the facts are still there to be found again.
      const isDone = await step().catch(() => false);
      if (isDone) continue;
      everything = true;
      retry = setTimeout(start, retryPause);
      break;
    }
    running = null;
  }

  function start(): void {
    if (!isStopped) running ??= run();
  }

  return {
    note(records) {
      for (const record of records) noted.add(record);
      start();
    },
    catchUp() {
      everything = true;
      start();
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await running;
    },
  };
}
