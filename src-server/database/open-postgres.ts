// PostgreSQL as several server processes share it: limits on every statement, lock and idle transaction, so that one stuck
// client never stops the others.

import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { assert } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { createDatabase, type Database } from './database.ts';
import { databaseProblem } from './database-problem.ts';
import { migrate } from './migrate.ts';
import { postgresWords } from './migration.ts';
import { migrations } from './migrations.ts';
import { withNamedStatements } from './named-statements.ts';
import type { Tables } from './tables.ts';

export type PostgresOptions = {
  /** `postgres://person:password@host:port/database`. */
  readonly url: string;
  /** Connections of this process at most. */
  readonly connections: number;
  /** ms. */
  readonly statementTimeout: number;
  readonly lockTimeout: number;
  readonly idleTransactionTimeout: number;
  /** Told of connections that broke while nobody was using them; the pool replaces them. */
  onConnectionLost(error: Error): void;
};

export async function openPostgres(options: PostgresOptions): Promise<Result<Database, Problem>> {
  const pool = createPool(options);
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: withNamedStatements(pool) }) });
  try {
    const migrated = await migrate(tables, migrations, postgresWords);
    if (!migrated.ok) {
      await tables.destroy();
      return migrated;
    }
    const readMarker = () => markerOf(tables);
    // Rewrites the table into a new file; a plain vacuum would leave old rows readable in the old one.
    const scrub = async (table: keyof Tables) => void (await sql`vacuum full ${sql.table(table)}`.execute(tables));
    const close = () => tables.destroy();
    return ok(createDatabase({ dialect: 'postgres', writer: tables, reader: tables, readMarker, scrub, close }));
  } catch (error) {
    await tables.destroy();
    const problem = databaseProblem(error);
    if (problem !== null) return err(problem);
    throw error;
  }
}

function createPool(options: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    application_name: 'case-desk-server',
    connectionTimeoutMillis: 5_000,
    statement_timeout: options.statementTimeout,
    lock_timeout: options.lockTimeout,
    idle_in_transaction_session_timeout: options.idleTransactionTimeout,
    types: { getTypeParser },
  });
  // A connection that breaks, idle or at work, emits an error that would otherwise end the process.
  pool.on('error', options.onConnectionLost);
  pool.on('connect', (client) => client.on('error', options.onConnectionLost));
  return pool;
}

const int8 = pg.types.builtins.INT8;

/** Whole numbers come as numbers: all of ours are below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 && format !== 'binary' ? wholeNumber : pg.types.getTypeParser(oid, format ?? 'text');

function wholeNumber(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `a whole number below 2^53: ${text}`);
  return value;
}

/** A promoted replica has another timeline, a restored dump another database, a restored cluster another of either. */
async function markerOf(tables: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ system: string; timeline: number; database: number }>`
    select (select system_identifier::text from pg_control_system()) as system,
           (select timeline_id from pg_control_checkpoint()) as timeline,
           (select oid::int8 from pg_database where datname = current_database()) as database`.execute(tables);
  const [row] = rows;
  assert(row !== undefined, 'a query without a table gives one row');
  return `postgres ${row.system} ${row.timeline} ${row.database}`;
}
