// One request at a time continues an upload, the same on every database.

import { setTimeout } from 'node:timers/promises';
import { ERRORS } from '@tus/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createUploadLocker } from '../../src-server/blobs/upload-locker.ts';
import type { Database } from '../../src-server/database/database.ts';
import { centreScope } from '../../src-server/database/tables.ts';
import { readLease, takeLease } from '../../src-server/stores/upload-lease-store.ts';
import { ok } from '../../src-shared/base/result.ts';

const times = { beat: 20, silence: 400, look: 10, patience: 5_000 };
const goOn = new AbortController().signal;
const nobodyAsks = () => undefined;

export function uploadLeaseContract(openEmpty: () => Promise<Database>): void {
  describe('continuing an upload', () => {
    it('is for one request at a time, of this process or another', async () => {
      const database = await openEmpty();
      const lockers = [createUploadLocker({ database }, times), createUploadLocker({ database }, times)];
      let inside = 0;
      let most = 0;
      const work = async (turn: number) => {
        const lock = lockers[turn % 2]?.newLock('u1');
        await lock?.lock(goOn, nobodyAsks);
        inside += 1;
        most = Math.max(most, inside);
        await setTimeout(5);
        inside -= 1;
        await lock?.unlock();
      };
      await Promise.all(Array.from({ length: 8 }, (_, turn) => work(turn)));
      expect([most, await readLease(database.reading, 'u1')]).toEqual([1, null]);
    });

    it('is given up by its holder when somebody else asks for it', async () => {
      const database = await openEmpty();
      const first = createUploadLocker({ database }, times).newLock('u1');
      const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
      await first.lock(goOn, () => ask());
      const released = asked.then(() => first.unlock());
      const second = createUploadLocker({ database }, times).newLock('u1');
      await second.lock(goOn, nobodyAsks);
      await released;
      expect(await readLease(database.reading, 'u1')).toMatchObject({ isWanted: false });
      await second.unlock();
    });

    it('is not taken from a holder who lives, however long it takes, and waiting for it ends', async () => {
      const database = await openEmpty();
      const first = createUploadLocker({ database }, times).newLock('u1');
      await first.lock(goOn, nobodyAsks);
      onTestFinished(() => first.unlock());
      const impatient = createUploadLocker({ database }, { ...times, patience: 3 * times.silence });
      await expect(impatient.newLock('u1').lock(goOn, nobodyAsks)).rejects.toBe(ERRORS.ERR_LOCK_TIMEOUT);
    });

    it('is taken over from a process that was killed', async () => {
      const database = await openEmpty();
      await database.write(centreScope, async (writing) =>
        ok(await takeLease(writing, { upload: 'u1', holder: 'killed' }, null)),
      );
      const lock = createUploadLocker({ database }, times).newLock('u1');
      await lock.lock(goOn, nobodyAsks);
      expect((await readLease(database.reading, 'u1'))?.holder).not.toBe('killed');
      await lock.unlock();
      expect(await readLease(database.reading, 'u1')).toBeNull();
    });
  });
}
