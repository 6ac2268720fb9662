// The embedded database of a centre that stands alone: one file, one connection that writes and one that reads, and
// every commit on the disk before anybody is told.

import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { assert } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { createDatabase, type Database } from './database.ts';
import { databaseProblem } from './database-problem.ts';
import { migrate } from './migrate.ts';
import { sqliteWords } from './migration.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

/** Lives as long as its connection, for tests and simulations. */
export const inMemory = ':memory:';

export async function openSqlite(path: string): Promise<Result<Database, Problem>> {
  let writing: Sqlite.Database | undefined;
  try {
    const connection = connect(path);
    writing = connection;
    const writer = kyselyOn(connection);
    const migrated = await migrate(writer, migrations, sqliteWords);
    if (!migrated.ok) {
      writing.close();
      return migrated;
    }
    const reader = path === inMemory ? writer : kyselyOn(connect(path));
    const close = async () => {
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
    };
    const readMarker = async () => markerOf(path);
    // What a row held is zeroed in its page (`secure_delete`); the log still has the page as it was.
    const scrub = async () => void connection.pragma('wal_checkpoint(TRUNCATE)');
    return ok(createDatabase({ dialect: 'sqlite', writer, reader, readMarker, scrub, close }));
  } catch (error) {
    writing?.close();
    const problem = databaseProblem(error);
    if (problem !== null) return err(problem);
    throw error;
  }
}

/** A file that was copied back from a backup is another file. */
function markerOf(path: string): string {
  if (path === inMemory) return 'memory';
  const { ino, birthtimeMs } = statSync(path);
  return `sqlite ${ino} ${Math.floor(birthtimeMs)}`;
}

function connect(path: string): Sqlite.Database {
  const connection = new Sqlite(path, { timeout: 5_000 });
  connection.pragma('page_size = 8192');
  const mode = connection.pragma('journal_mode = WAL', { simple: true });
  assert(mode === 'wal' || path === inMemory, 'the database keeps a write-ahead log');
  // The driver opens an existing WAL database with NORMAL, and then a commit does not survive a power cut.
  connection.pragma('synchronous = FULL');
  assert(connection.pragma('synchronous', { simple: true }) === 2, 'every commit reaches the disk');
  // Keys are hashes, so each commit touches pages all over: a longer log is copied back with fewer writes of each page.
  connection.pragma('wal_autocheckpoint = 8000');
  connection.pragma('journal_size_limit = 134217728');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -64000');
  connection.pragma('trusted_schema = OFF');
  // What is taken out of a page is overwritten there; whole free pages are left, since that would cost writes.
  connection.pragma('secure_delete = FAST');
  return connection;
}

function kyselyOn(connection: Sqlite.Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new EmbeddedDialect({ database: preparingOnce(connection) }) });
}

/** Statements are prepared once: their text is fixed but for the number of rows. */
function preparingOnce(connection: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => connection.close(),
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined) return known;
      if (kept.size >= 500) kept.clear();
      const prepared = connection.prepare(text);
      kept.set(text, prepared);
      return prepared;
    },
  };
}

class EmbeddedDialect extends SqliteDialect {
  readonly #config: { readonly database: SqliteDatabase };
  constructor(config: { readonly database: SqliteDatabase }) {
    super(config);
    this.#config = config;
  }
  override createDriver(): SqliteDriver {
    return new EmbeddedDriver(this.#config);
  }
  override createAdapter(): SqliteAdapter {
    return new EmbeddedAdapter();
  }
}

/** A write takes its lock at once: one that begins as a read may find at its first write that it is too late. */
class EmbeddedDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const isReading = settings?.accessMode === 'read only';
    await connection.executeQuery(CompiledQuery.raw(isReading ? 'begin' : 'begin immediate'));
  }
}

class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
