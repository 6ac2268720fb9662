// Brings a database to the version this program knows, all steps in one transaction, one process at a time; refuses one
// that a newer program has written, whose meaning it cannot know.

import { type Kysely, sql } from 'kysely';
import { assert } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Migration, Words } from './migration.ts';
import { centreScope } from './tables.ts';

/** Any number, as long as every process takes the same. */
const migrationLock = 6_174_001;

export async function migrate<Tables>(
  connection: Kysely<Tables>,
  migrations: readonly Migration[],
  words: Words,
): Promise<Result<null, Problem>> {
  assert(
    migrations.every(({ version }, index) => version === index + 1),
    'migrations are numbered from 1 without a gap',
  );
  return connection.transaction().execute(async (transaction) => {
    if (words.dialect === 'postgres') {
      await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
      await sql`set local statement_timeout = 0`.execute(transaction);
    }
    await sql
      .raw(
        `create table if not exists schema_version
         (scope ${words.text} not null primary key, version ${words.integer} not null)${words.strict}`,
      )
      .execute(transaction);
    const found = await versionOf(transaction);
    if (found > migrations.length)
      return err<Problem>({ code: 'server_database_newer', facts: { found, known: migrations.length } });
    for (const migration of migrations.slice(found)) {
      for (const statement of migration.statements(words)) await sql.raw(statement).execute(transaction);
    }
    await sql`insert into schema_version (scope, version) values (${centreScope}, ${migrations.length})
      on conflict (scope) do update set version = excluded.version`.execute(transaction);
    return ok(null);
  });
}

async function versionOf<Tables>(connection: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from schema_version
    where scope = ${centreScope}`.execute(connection);
  return rows[0]?.version ?? 0;
}
