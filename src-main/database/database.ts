// One connection to an encrypted file: what may read, what may write, and that a write is one transaction or nothing.

import type Sqlite from 'better-sqlite3';
import { assert } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { databaseProblem } from './database-problem.ts';
import type { Compiled, SqlParameters, Statement } from './statement.ts';

/** Reads only; by its type it cannot change anything. */
export type Reading = {
  all<P extends SqlParameters, Row>(statement: Statement<P, Row>, parameters: P): Row[];
  first<P extends SqlParameters, Row>(statement: Statement<P, Row>, parameters: P): Row | undefined;
  /** Row by row, for scans too long to hold; no other statement may write meanwhile. */
  each<P extends SqlParameters, Row>(statement: Statement<P, Row>, parameters: P): IterableIterator<Row>;
  /** Runs a query of the query compiler. */
  rows<Row>(query: Compiled<Row>): Row[];
};

/** Handed out only inside `Database.write`. */
export type Writing = Reading & {
  /** Gives the number of rows changed and the key of the last row inserted. */
  run<P extends SqlParameters>(
    statement: Statement<P, never>,
    parameters: P,
  ): { readonly changes: number; readonly key: number };
  /**
   * Does work just before the commit: by rising `key`, and of what has one key only the last. For the full-text index, which
   * writes out all it has gathered when a smaller key follows a greater one, and whenever any other statement begins that
   * may have to be taken back alone (`on conflict`, triggers). Gives how many now wait.
   */
  atEnd(key: number, work: () => void): number;
  /** Runs now what waits for the commit, for who reads it in the same transaction. */
  finish(): void;
};

export type Database = {
  readonly reading: Reading;
  /**
   * Runs `save` as one IMMEDIATE transaction: committed when it gives Ok, rolled back when it gives a problem or throws.
   * A disk that is full or fails gives a problem, and nothing is kept.
   */
  write<T>(save: (writing: Writing) => Result<T, Problem>): Result<T, Problem>;
  /** Whatever `work` frees in the file is overwritten with zeros; dearer, so only where something must be gone. */
  wiping<T>(work: () => T): T;
  /** Runs `read` on one snapshot of the database. */
  snapshot<T>(read: (reading: Reading) => T): T;
  /**
   * Copies what was written since the last time from the log into the file, if anything was; called while nobody waits, so
   * that hardly any save has to.
   */
  settle(): void;
  /** Copies all of the log into the file and empties it; false while somebody still reads from it. */
  emptyLog(): boolean;
  /**
   * Writes a whole copy, encrypted with the same key, as the database is at this moment; others go on reading and writing.
   * The file must not be there yet. Problems: `disk_…`, `database_…`.
   */
  copyTo(path: string): Result<null, Problem>;
  /** What SQLite finds when it checks its own structure; empty when whole. */
  integrityFaults(): readonly string[];
  close(): void;
};

/** Wraps an open connection; prepared statements are kept for its lifetime. */
export function createDatabase(connection: Sqlite.Database): Database {
  const { writing, forget } = createWriting(connection);
  let isSettled = true;
  return {
    reading: writing,
    write(save) {
      isSettled = false;
      forget();
      return write(connection, () => {
        const result = save(writing);
        if (result.ok) writing.finish();
        return result;
      });
    },
    wiping(work) {
      connection.pragma('secure_delete = ON');
      try {
        return work();
      } finally {
        connection.pragma('secure_delete = OFF');
      }
    },
    settle() {
      if (!isSettled) connection.pragma('wal_checkpoint(PASSIVE)');
      isSettled = true;
    },
    emptyLog: () => emptyLog(connection),
    snapshot: (read) => connection.transaction(() => read(writing)).deferred(),
    copyTo: (path) => copyTo(connection, path),
    integrityFaults: () => integrityFaults(connection),
    close: () => connection.close(),
  };
}

/** Work that waits for the commit at most, so that a transaction of any length needs little memory. */
const mostWaiting = 2_000;

function createWriting(connection: Sqlite.Database): { readonly writing: Writing; readonly forget: () => void } {
  const waiting = new Map<number, () => void>();
  const prepared = new Map<string, Sqlite.Statement>();
  function prepare(sql: string): Sqlite.Statement {
    const known = prepared.get(sql);
    if (known) return known;
    const fresh = connection.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  }
  // The driver knows nothing of our tables: here, and only here, its rows get the type their statement declares.
  const writing: Writing = {
    all: <P extends SqlParameters, Row>(statement: Statement<P, Row>, parameters: P) =>
      prepare(statement.sql).all(parameters) as Row[],
    first: <P extends SqlParameters, Row>(statement: Statement<P, Row>, parameters: P) =>
      prepare(statement.sql).get(parameters) as Row | undefined,
    each: <P extends SqlParameters, Row>(statement: Statement<P, Row>, parameters: P) =>
      prepare(statement.sql).iterate(parameters) as IterableIterator<Row>,
    rows: <Row>(query: Compiled<Row>) => prepare(query.sql).all(...query.parameters) as Row[],
    run: (statement, parameters) => {
      const done = prepare(statement.sql).run(parameters);
      return { changes: done.changes, key: Number(done.lastInsertRowid) };
    },
    atEnd(key, work) {
      waiting.set(key, work);
      if (waiting.size >= mostWaiting) writing.finish();
      return waiting.size;
    },
    finish() {
      const rising = [...waiting].toSorted(([left], [right]) => left - right);
      waiting.clear();
      for (const [, work] of rising) work();
    },
  };
  return { writing, forget: () => waiting.clear() };
}

function write<T>(connection: Sqlite.Database, save: () => Result<T, Problem>): Result<T, Problem> {
  assert(!connection.inTransaction, 'a write does not begin inside another write');
  try {
    connection.exec('BEGIN IMMEDIATE');
    const result = save();
    assert(!(result instanceof Promise), 'a write is synchronous');
    connection.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    const problem = databaseProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}

/** Without waiting for readers, who may take long. */
function emptyLog(connection: Sqlite.Database): boolean {
  const waits = Number(connection.pragma('busy_timeout', { simple: true }));
  connection.pragma('busy_timeout = 0');
  try {
    return Number(connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0;
  } finally {
    connection.pragma(`busy_timeout = ${waits}`);
  }
}

/** The driver's own backup fails on an encrypted database; this keeps cipher, key and version. */
function copyTo(connection: Sqlite.Database, path: string): Result<null, Problem> {
  try {
    connection.prepare<[string]>('VACUUM INTO ?').run(path);
    return ok(null);
  } catch (error) {
    const problem = databaseProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}

function integrityFaults(connection: Sqlite.Database): readonly string[] {
  try {
    const rows = connection.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(20)').all();
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    if (databaseProblem(error)?.code !== 'database_damaged') throw error;
    return [error instanceof Error ? error.message : 'damaged'];
  }
}
