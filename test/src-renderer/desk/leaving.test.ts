import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLeaving } from '../../../src-renderer/desk/leaving.ts';

/** Leaving with one slow draft, and what happened in its order. */
function slowLeaving() {
  const happened: string[] = [];
  const leaving = createLeaving();
  const withdraw = leaving.add(async () => {
    await sleep(20);
    happened.push('kept');
  });
  return { happened, leaving, withdraw };
}

describe('leaving the desk', () => {
  it('ends the time of whoever leaves only once their draft is kept', async () => {
    const { happened, leaving } = slowLeaving();
    await leaving.keepAll(async () => happened.push('locked'));
    expect(happened).toEqual(['kept', 'locked']);
  });

  it('lets nobody in before whoever left is gone, however slow that is', async () => {
    const { happened, leaving, withdraw } = slowLeaving();
    const locking = leaving.keepAll(async () => {
      await sleep(20);
      happened.push('locked');
    });
    withdraw();
    await leaving.keepAll();
    happened.push('signed in');
    await locking;
    expect(happened).toEqual(['kept', 'locked', 'signed in']);
  });

  it('is not held up by a draft that cannot be kept, nor by a lock that failed', async () => {
    const leaving = createLeaving();
    leaving.add(() => Promise.reject(new Error('the disk is full')));
    await expect(leaving.keepAll(() => Promise.reject(new Error('no connection')))).rejects.toThrow('no connection');
    await expect(leaving.keepAll()).resolves.toBeUndefined();
  });
});
