// Opens an encrypted database file the only way it may be opened: cipher and key first, durable writes set and read
// back, a quick look at its structure, its version brought up to date.

import { closeSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { assert } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { createDatabase, type Database } from './database.ts';
import { databaseProblem } from './database-problem.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './migration.ts';

export type OpenOptions = {
  readonly path: string;
  /** 256 bits, used as they are. */
  readonly key: Uint8Array;
  readonly schema: Schema;
  /** Largest size of the file in pages, when a test plays a full disk. */
  readonly maxPages?: number;
};

export function openDatabase(options: OpenOptions): Result<Database, Problem> {
  let connection: Sqlite.Database | undefined;
  try {
    ownFile(options.path);
    connection = new Sqlite(options.path, { timeout: 5_000 });
    applyKey(connection, options.key, options.schema.pageSize);
    makeDurable(connection);
    const damage = quickFaults(connection);
    const opened =
      damage.length > 0 ? err<Problem>({ code: 'database_damaged' }) : migrate(connection, options.schema.migrations);
    if (!opened.ok) {
      connection.close();
      return opened;
    }
    if (options.maxPages !== undefined) connection.pragma(`max_page_count = ${options.maxPages}`);
    return ok(createDatabase(connection));
  } catch (error) {
    connection?.close();
    const problem = databaseProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}

/** Makes the file for its owner alone; SQLite gives its log the same rights. */
function ownFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** AEGIS-256 is authenticated: a changed byte on the disk is an error, never a wrong value. */
export function applyKey(connection: Sqlite.Database, key: Uint8Array, pageSize: number): void {
  assert(key.length === 32, 'the desk key has 256 bits');
  connection.pragma("cipher = 'aegis'");
  connection.pragma("algorithm = 'aegis-256'");
  assert(connection.pragma('algorithm', { simple: true }) === 'aegis-256', 'this SQLite has AEGIS-256');
  connection.pragma(`page_size = ${pageSize}`);
  // In bytes of our own and not in a statement: a text in memory cannot be overwritten afterwards.
  const given = rawKey(key);
  const setKey: unknown = Reflect.get(connection, 'key'); // Not in the driver's usual types.
  assert(typeof setKey === 'function', 'this SQLite takes a key in bytes');
  try {
    Reflect.apply(setKey, connection, [given]);
  } finally {
    given.fill(0);
  }
}

/** `raw:` and the key in hexadecimal, which is how SQLite is told that nothing is to be derived from it. */
function rawKey(key: Uint8Array): Buffer {
  const given = Buffer.alloc(4 + 2 * key.length, 'raw:', 'latin1');
  key.forEach((byte, index) => {
    given[4 + 2 * index] = hexDigit(byte >> 4);
    given[5 + 2 * index] = hexDigit(byte & 15);
  });
  return given;
}

/** ASCII of 0 to f. */
function hexDigit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}

/**
 * The driver opens an existing WAL database with `synchronous = NORMAL`, and then a save does not survive a power cut:
 * FULL is set on every opening, and read back.
 */
function makeDurable(connection: Sqlite.Database): void {
  assert(connection.pragma('journal_mode = WAL', { simple: true }) === 'wal', 'the database keeps a write-ahead log');
  connection.pragma('synchronous = FULL');
  assert(connection.pragma('synchronous', { simple: true }) === 2, 'every commit reaches the disk');
  connection.pragma('foreign_keys = ON');
  assert(connection.pragma('foreign_keys', { simple: true }) === 1, 'foreign keys are checked');
  // Pages of 8 KiB: the log is copied into the file at 32 MiB at the latest, and before that whenever nobody waits.
  connection.pragma('wal_autocheckpoint = 4000');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -32000');
  connection.pragma('trusted_schema = OFF');
}

/** Files up to this size are read whole on opening; larger ones would take longer than a person waits. */
const wholeCheckBytes = 32 * 1024 * 1024;

/**
 * Looks for damage before anything is built on it. Every page carries an authentication tag, so damage elsewhere in a large
 * file is found when its page is read, and by `settings.verify`.
 */
function quickFaults(connection: Sqlite.Database): readonly string[] {
  const bytes =
    Number(connection.pragma('page_count', { simple: true })) *
    Number(connection.pragma('page_size', { simple: true }));
  const scope = bytes <= wholeCheckBytes ? '1' : 'sqlite_schema';
  const rows = connection.prepare<[], { quick_check: string }>(`PRAGMA quick_check(${scope})`).all();
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
}
