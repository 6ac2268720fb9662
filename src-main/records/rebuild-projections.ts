// Works out everything that records show anew from the changes. Done twice it gives the same bytes; done on a healthy desk
// it changes none.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Writing } from '../database/database.ts';
import { recordKeysWithChanges } from '../stores/change-store.ts';
import { emptyProjections, projectionsHash } from '../stores/projection-store.ts';
import { linksOf } from '../stores/record-store.ts';
import type { Desk } from './desk.ts';
import { readPeople } from './people.ts';
import { showRecord } from './show-record.ts';

export type Rebuilt = { readonly records: number; readonly before: string; readonly after: string };

const keysAtOnce = 1_000;

/** One transaction: a crash in the middle leaves what was there. `before` and `after` are hashes of all projections. */
export function rebuildProjections(desk: Desk): Result<Rebuilt, Problem> {
  const rebuilt = desk.database.write((writing) => {
    const before = projectionsHash(writing);
    emptyProjections(writing);
    const keys = allKeys(writing);
    for (const key of keys) showRecord(desk, writing, key, new Set(), 0);
    // Titles quote other records, which were not there yet the first time.
    for (const key of keys.filter((one) => linksOf(writing, one).length > 0)) showRecord(desk, writing, key, new Set());
    writing.finish();
    return ok({ records: keys.length, before, after: projectionsHash(writing) });
  });
  if (rebuilt.ok) desk.people.current = readPeople(desk.database.reading, desk.device.signer.device);
  return rebuilt;
}

function allKeys(writing: Writing): readonly number[] {
  const keys: number[] = [];
  for (;;) {
    const some = recordKeysWithChanges(writing, keys.at(-1) ?? 0, keysAtOnce);
    keys.push(...some);
    if (some.length < keysAtOnce) return keys;
  }
}
