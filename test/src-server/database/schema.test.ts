// The shape of the centre's tables: the same on both databases, every key led by its scope, every query by an index.

import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresWords, sqliteWords } from '../../../src-server/database/migration.ts';
import { migrations } from '../../../src-server/database/migrations.ts';
import { openPostgres } from '../../../src-server/database/open-postgres.ts';
import { inMemory, openSqlite } from '../../../src-server/database/open-sqlite.ts';
import { lockHead } from '../../../src-server/stores/scope-log.ts';
import { required } from '../../../src-shared/base/assert.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { toScopeId } from '../../../src-shared/history/ids.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

type Column = { readonly table: string; readonly column: string; readonly nullable: boolean };
type Key = { readonly table: string; readonly columns: string };

let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

const postgresOptions = (url: string) => ({
  url,
  connections: 3,
  statementTimeout: 5_000,
  lockTimeout: 1_000,
  idleTransactionTimeout: 5_000,
  onConnectionLost: () => undefined,
});

async function migratedPostgres(): Promise<{ readonly url: string; readonly client: pg.Client }> {
  const url = await required(postgres, 'started before the tests').freshUrl();
  await okValue(await openPostgres(postgresOptions(url))).close();
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return { url, client };
}

async function migratedSqlite(): Promise<string> {
  const path = join(temporaryDirectory(), 'centre.db');
  await okValue(await openSqlite(path)).close();
  return path;
}

async function sqliteShape(): Promise<{ readonly columns: readonly Column[]; readonly keys: readonly Key[] }> {
  const connection = new Sqlite(await migratedSqlite());
  const tables = "(select name from sqlite_schema where type = 'table' and name not like 'sqlite_%')";
  const columns = connection.prepare<[], { table: string; column: string; required: number }>(
    `select t.name as "table", c.name as "column", c."notnull" as required
     from ${tables} t, pragma_table_info(t.name) c order by 1, 2`,
  );
  const keys = connection.prepare<[], Key>(
    `select t.name as "table", (select group_concat(name, ',') from
       (select name from pragma_table_info(t.name) where pk > 0 order by pk)) as columns from ${tables} t order by 1`,
  );
  const shape = {
    columns: columns
      .all()
      .map(({ table, column, required: isRequired }) => ({ table, column, nullable: isRequired === 0 })),
    keys: keys.all(),
  };
  connection.close();
  return shape;
}

async function postgresShape(): Promise<{ readonly columns: readonly Column[]; readonly keys: readonly Key[] }> {
  const { client } = await migratedPostgres();
  const columns = await client.query<Column>(
    `select table_name::text as "table", column_name::text as "column", is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public' order by table_name collate "C", column_name collate "C"`,
  );
  const keys = await client.query<Key>(
    `select c.relname::text as "table", string_agg(a.attname, ',' order by array_position(i.indkey::int2[], a.attnum)) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
     where i.indisprimary and c.relnamespace = 'public'::regnamespace group by c.relname order by c.relname::text collate "C"`,
  );
  await client.end();
  return { columns: columns.rows, keys: keys.rows };
}

describe('the tables', () => {
  it('are the same on SQLite and PostgreSQL', async () => {
    expect(await postgresShape()).toEqual(await sqliteShape());
  });

  it('have keys that begin with their scope, so that rows of one scope can live together', async () => {
    const { keys } = await sqliteShape();
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter(({ columns }) => columns.split(',')[0] !== 'scope')).toEqual([]);
  });

  it('are STRICT on SQLite', async () => {
    const connection = new Sqlite(await migratedSqlite());
    const loose = connection
      .prepare(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .all();
    connection.close();
    expect(loose).toEqual([]);
  });
});

describe('the queries of sync', () => {
  const queries = [
    ['the head of a log', "select seq from log_head where scope = 's'"],
    ['entries after a place', "select seq from log where scope = 's' and seq > 5 and seq <= 1005 order by seq"],
    ['known ids', "select seq from change where scope = 's' and id in (x'00', x'01')"],
    [
      'numbers of a chain',
      "select id from change where scope = 's' and device = 'd' and incarnation = 'i' and n in (1, 2)",
    ],
    ['a record', "select id from change where scope = 's' and record = 'r' order by seq"],
    ['places', "select place from place where scope = 's' and record in ('a', 'b')"],
    ['who sees a record', "select scope from place where record = 'r'"],
    ['a device', "select name from device where scope = '@centre' and device = 'd'"],
    ['expired assertions', "select hash from assertion where scope = '@centre' and expires_at < 5"],
  ] as const;

  it.each(queries)('find %s by an index', async (_name, query) => {
    const connection = new Sqlite(await migratedSqlite());
    const plan = connection.prepare<[], { detail: string }>(`explain query plan ${query}`).all();
    connection.close();
    expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  });
});

describe('the version of a database', () => {
  it('is refused when a newer program wrote it, on either database', async () => {
    const path = await migratedSqlite();
    const connection = new Sqlite(path);
    connection.prepare('update schema_version set version = 99').run();
    connection.close();
    const newer = { code: 'server_database_newer', facts: { found: 99, known: migrations.length } };
    expect(problemOf(await openSqlite(path))).toEqual(newer);
    const { url, client } = await migratedPostgres();
    await client.query('update schema_version set version = 99');
    await client.end();
    expect(problemOf(await openPostgres(postgresOptions(url)))).toEqual(newer);
  });

  it('is reached once by processes that start together', async () => {
    const url = await required(postgres, 'started before the tests').freshUrl();
    const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgres(postgresOptions(url))));
    for (const database of opened) await okValue(database).close();
    expect(opened.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });

  it('numbers its steps from 1 and writes them in words that both databases know', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    for (const { statements } of migrations)
      expect(statements(postgresWords).filter((line) => line.startsWith('CREATE TABLE')).length).toBe(
        statements(sqliteWords).filter((line) => line.startsWith('CREATE TABLE')).length,
      );
  });
});

describe('a database that cannot serve', () => {
  it('is a problem with a name and not a crash', async () => {
    const closed = await openPostgres(postgresOptions('postgres://nobody:x@127.0.0.1:1/none'));
    expect(problemOf(closed)).toEqual({ code: 'server_no_database' });
    expect(problemOf(await openSqlite(temporaryDirectory())).code).toBe('server_directory_not_writable');
    await okValue(await openSqlite(inMemory)).close();
  });

  it('gives a waiting transaction up after its time, and the next one runs', async () => {
    const url = await required(postgres, 'started before the tests').freshUrl();
    const database = okValue(await openPostgres(postgresOptions(url)));
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query("insert into log_head values ('chengguan', 0, '\\x00')");
    await client.query('begin');
    await client.query('select seq from log_head for update');
    const waiting = database.write(toScopeId('chengguan'), async (writing) => ok(await lockHead(writing)));
    expect(problemOf(await waiting)).toEqual({ code: 'sync_busy' });
    await client.end();
    await database.close();
  });
});
