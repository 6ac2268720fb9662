// One request at a time continues an upload, whichever process it reaches. A lease in the database names the holder; its
// beat shows that it lives. Whoever waits watches the beat by a clock of its own, so no two clocks are ever compared.

import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker } from '@tus/server';
import { ok } from '../../src-shared/base/result.ts';
import type { Database } from '../database/database.ts';
import { centreScope } from '../database/tables.ts';
import { beatLease, dropLease, readLease, takeLease, wantLease } from '../stores/upload-lease-store.ts';

/** ms. */
export type LockerTimes = {
  /** Between two signs of life of the holder. */
  readonly beat: number;
  /** Without a sign of life after which a holder counts as gone: it was killed, or its machine. */
  readonly silence: number;
  /** Between two looks of somebody who waits. */
  readonly look: number;
  /** After which waiting is given up. */
  readonly patience: number;
};

const usualTimes: LockerTimes = { beat: 1_000, silence: 6_000, look: 200, patience: 30_000 };

export function createUploadLocker({ database }: { readonly database: Database }, times = usualTimes): Locker {
  return { newLock: (upload) => createLock(database, upload, times) };
}

function createLock(database: Database, upload: string, times: LockerTimes): Lock {
  const holder = randomBytes(12).toString('hex');
  let beating: NodeJS.Timeout | undefined;
  return {
    async lock(signal, requestRelease) {
      await waitForLease(database, { upload, holder }, signal, times);
      let isAsked = false;
      const beat = async () => {
        if (!(await isWanted(database, { upload, holder })) || isAsked) return;
        isAsked = true;
        await requestRelease();
      };
      // A beat that fails is followed by the next; whoever takes the lease over is found out then.
      beating = setInterval(() => void beat().catch(() => undefined), times.beat);
    },
    async unlock() {
      clearInterval(beating);
      // What cannot be dropped runs out by itself; the bytes that were taken in count all the same.
      await inTransaction(database, (writing) => dropLease(writing, { upload, holder })).catch(() => undefined);
    },
  };
}

type Mine = { readonly upload: string; readonly holder: string };

async function waitForLease(database: Database, mine: Mine, signal: AbortSignal, times: LockerTimes): Promise<void> {
  const begun = performance.now();
  let seen = await readLease(database.reading, mine.upload);
  let seenSince = begun;
  for (let current = seen; ; current = await readLease(database.reading, mine.upload)) {
    const now = performance.now();
    if (current?.holder !== seen?.holder || current?.beat !== seen?.beat) seenSince = now;
    seen = current;
    const isFree = current === null || now - seenSince >= times.silence;
    if (isFree && (await inTransaction(database, (writing) => takeLease(writing, mine, current)))) return;
    if (current !== null && !current.isWanted)
      await inTransaction(database, (writing) => wantLease(writing, mine.upload));
    if (signal.aborted || now - begun > times.patience) throw ERRORS.ERR_LOCK_TIMEOUT;
    await pause(times.look);
  }
}

/** True when somebody waits for the lease, or has taken it. */
function isWanted(database: Database, mine: Mine): Promise<boolean> {
  return inTransaction(database, async (writing) => (await beatLease(writing, mine)) !== 'held');
}

async function inTransaction<T>(
  database: Database,
  act: (writing: Parameters<typeof dropLease>[0]) => Promise<T>,
): Promise<T> {
  const done = await database.write(centreScope, async (writing) => ok(await act(writing)));
  if (done.ok) return done.value;
  throw Object.assign(new Error(done.problem.code), { code: 'ECONNREFUSED' });
}
