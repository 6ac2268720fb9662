// One database, SQLite or PostgreSQL: what may read, what may write, and that a write is one transaction of one scope or
// nothing.

import type { Kysely, Transaction } from 'kysely';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { databaseProblem, isWorthRetrying } from './database-problem.ts';
import { createGroupWriter, type GroupWriter } from './group-writer.ts';
import type { Words } from './migration.ts';
import { oneScope } from './one-scope.ts';
import type { RowScope, Tables } from './tables.ts';

/** Reads only; by its type it cannot change anything. */
export type Reading = { readonly tables: Pick<Kysely<Tables>, 'selectFrom'> };

/** Handed out only inside `Database.write`; every statement must name the scope of the transaction. */
export type Writing<Scope extends RowScope = RowScope> = {
  readonly tables: Pick<Transaction<Tables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>;
  readonly scope: Scope;
  readonly dialect: Words['dialect'];
};

export type Database = {
  readonly dialect: Words['dialect'];
  readonly reading: Reading;
  /**
   * Runs `save` as one transaction over rows of `scope`: committed when it gives Ok, rolled back when it gives a problem
   * or throws. It may run again from the start after a deadlock, so it changes nothing outside the database.
   */
  write<T, Scope extends RowScope>(
    scope: Scope,
    save: (writing: Writing<Scope>) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>>;
  /** Runs `read` on one unchanging state of the database. */
  snapshot<T>(read: (reading: Reading) => Promise<T>): Promise<T>;
  /** Names this very copy of the data: another one means it was restored, promoted or copied. */
  readMarker(): Promise<string>;
  /** Overwrites what rows of this small table held before they were changed, as far as the database's own files go. */
  scrub(table: keyof Tables): Promise<void>;
  /** Hands connections back and closes; waits for what is under way. */
  close(): Promise<void>;
};

export type Connections = {
  readonly dialect: Words['dialect'];
  readonly writer: Kysely<Tables>;
  readonly reader: Kysely<Tables>;
  readMarker(): Promise<string>;
  scrub(table: keyof Tables): Promise<void>;
  close(): Promise<void>;
};

const attempts = 4;

export function createDatabase({ dialect, writer, reader, readMarker, scrub, close }: Connections): Database {
  const commit = dialect === 'sqlite' ? createGroupWriter(writer) : createSingleWriter(writer);
  return {
    dialect,
    readMarker,
    scrub,
    reading: { tables: reader },
    write: (scope, save) =>
      writeAgain(() =>
        commit((transaction) => save({ tables: transaction.withPlugin(oneScope(scope)), scope, dialect })),
      ),
    snapshot: (read) =>
      reader
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((tables) => read({ tables })),
    close,
  };
}

/** Carries a problem out of a transaction, which only an exception rolls back. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A transaction for each write: PostgreSQL syncs those that end together at once by itself. */
function createSingleWriter(writer: Kysely<Tables>): GroupWriter {
  return async (save) => {
    try {
      return await writer.transaction().execute(async (transaction) => {
        const result = await save(transaction);
        if (!result.ok) throw new Refusal(result.problem);
        return result;
      });
    } catch (error) {
      if (error instanceof Refusal) return err(error.problem);
      throw error;
    }
  };
}

/** A deadlock or a serialisation failure is nobody's fault: the whole transaction runs again. */
async function writeAgain<T>(once: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (attempt < attempts && isWorthRetrying(error)) continue;
      const problem = databaseProblem(error);
      if (problem !== null) return err(problem);
      throw error;
    }
  }
}
