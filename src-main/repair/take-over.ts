// Takes over what can still be read of a damaged desk that was set aside: each change that hashes to its id, every number
// that was given, files, drafts and settings. A page that does not read costs what is on it, and nothing else.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { Database, Reading, Writing } from '../database/database.ts';
import { openCopy } from '../database/open-copy.ts';
import { deskSchema } from '../database/schemas.ts';
import type { Desk } from '../records/desk.ts';
import { deskDatabasePath } from '../records/desk-files.ts';
import { changeAt, changeCount, changeRef } from '../stores/change-store.ts';
import { spendNumber, usedNumbers } from '../stores/number-store.ts';
import { queueAgain } from '../stores/outbox-store.ts';
import { commitArrived, storeArrived } from '../sync/store-arrived.ts';
import { readable } from './readable.ts';
import { type TakenRest, takeRest } from './take-rest.ts';

const atOnce = 500;

/** What was not here before: changes, files, drafts. */
export type TakenOver = TakenRest & { readonly saved: number };

/** Problems: `disk_…`, `database_…` of this desk; of the old one, nothing. */
export function takeOver(desk: Desk, aside: string, key: Uint8Array): Result<TakenOver, Problem> {
  const old = openCopy({ path: deskDatabasePath(aside), key, schema: deskSchema });
  if (!old.ok) return ok({ saved: 0, savedFiles: 0, savedDrafts: 0 });
  try {
    const saved = takeAll(desk, old.value);
    if (!saved.ok) return saved;
    const rest = takeRest(desk, old.value.reading, { aside, key });
    return rest.ok ? ok({ saved: saved.value, ...rest.value }) : rest;
  } finally {
    old.value.close();
  }
}

function takeAll(desk: Desk, { reading }: Database): Result<number, Problem> {
  const end = readable(() => changeCount(reading)) ?? 0;
  let taken = 0;
  for (let seq = 1; seq <= end; seq += atOnce) {
    const changes = unknownChanges(desk, reading, seq, Math.min(end, seq + atOnce - 1));
    if (changes.length === 0) continue;
    const stored = commitArrived(desk, (writing, touched) => {
      const fresh = storeArrived(desk, writing, changes, touched);
      for (const { id } of fresh) queue(desk, writing, id);
      return ok(fresh.length);
    });
    if (!stored.ok) return stored;
    taken += stored.value;
  }
  const numbers = readable(() => usedNumbers(reading)) ?? [];
  const spent = desk.database.write((writing) => {
    for (const number of numbers) spendNumber(writing, number);
    return ok(null);
  });
  return spent.ok ? ok(taken) : spent;
}

/** The centre may have it already: it is asked about before it is sent (S18). */
function queue(desk: Desk, writing: Writing, id: Change['id']): void {
  const ref = changeRef(writing, id);
  if (ref !== null) queueAgain(writing, { seq: ref.seq, own: ref.device === desk.device.signer.device }, true);
}

function unknownChanges(desk: Desk, old: Reading, from: number, to: number): readonly Change[] {
  const found: Change[] = [];
  for (let seq = from; seq <= to; seq += 1) {
    const change = readable(() => changeAt(old, seq, desk.tools.crypto));
    // A body that was erased comes back with its order, from the centre or the backup.
    if (change?.body && changeRef(desk.database.reading, change.id) === null) found.push(change);
  }
  return found;
}
