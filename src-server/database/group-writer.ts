// Writes to the embedded database, committed together: whatever waits while the disk syncs one commit is in the next, each
// write in a savepoint of its own, so that one that is refused takes nothing else with it. Nobody is told before the commit.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { Tables } from './tables.ts';

type Save<T> = (transaction: Transaction<Tables>) => Promise<Result<T, Problem>>;
export type GroupWriter = <T>(save: Save<T>) => Promise<Result<T, Problem>>;

type Job = {
  run(transaction: Transaction<Tables>): Promise<void>;
  /** After the commit. */
  tell(): void;
  fail(error: unknown): void;
};

/** Writes in one commit at most, so that nobody waits long for those that came at the same time. */
const largestGroup = 32;
/** ms for which a group waits to become as large as the one before it. */
const longestGathering = 3;

export function createGroupWriter(writer: Kysely<Tables>): GroupWriter {
  const waiting: Job[] = [];
  let isRunning = false;

  async function commitTogether(jobs: readonly Job[]): Promise<void> {
    try {
      await writer.transaction().execute(async (transaction) => {
        for (const job of jobs) await job.run(transaction);
      });
    } catch (error) {
      for (const job of jobs) job.fail(error);
      return;
    }
    for (const job of jobs) job.tell();
  }

  let lastGroup = 1;

  /** Under load those who were told together come back together: they are waited for, and nobody else is. */
  async function gather(): Promise<void> {
    const until = performance.now() + longestGathering;
    do await nextTurn();
    while (waiting.length < lastGroup && performance.now() < until);
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      await gather();
      const jobs = waiting.splice(0, largestGroup);
      lastGroup = jobs.length;
      await commitTogether(jobs);
    }
    isRunning = false;
  }

  return (save) =>
    new Promise((resolve, reject) => {
      waiting.push(toJob(save, resolve, reject));
      if (!isRunning) void run();
    });
}

function toJob<T>(save: Save<T>, resolve: (result: Result<T, Problem>) => void, reject: (error: unknown) => void): Job {
  let tell = (): void => undefined;
  return {
    async run(transaction) {
      await sql`savepoint one_write`.execute(transaction);
      try {
        const result = await save(transaction);
        if (!result.ok) await sql`rollback to one_write`.execute(transaction);
        tell = () => resolve(result);
      } catch (error) {
        // A full disk may have ended the whole transaction already; then nothing is left to roll back to.
        await sql`rollback to one_write`.execute(transaction).catch(() => Promise.reject(error));
        tell = () => reject(error);
      }
      await sql`release one_write`.execute(transaction);
    },
    tell: () => tell(),
    fail: reject,
  };
}
