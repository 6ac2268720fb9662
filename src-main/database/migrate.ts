// Brings a database file to the version this product knows, one numbered step after the other, all in one transaction;
// refuses a file from a newer version, whose meaning it cannot know.

import type Sqlite from 'better-sqlite3';
import { assert } from '../../src-shared/base/assert.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Migration } from './migration.ts';

export function userVersion(connection: Sqlite.Database): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

export function migrate(connection: Sqlite.Database, migrations: readonly Migration[]): Result<null, Problem> {
  assert(
    migrations.every((migration, index) => migration.version === index + 1),
    'migrations are numbered from 1 without a gap',
  );
  const found = userVersion(connection);
  if (found > migrations.length) return err({ code: 'database_newer', facts: { found, known: migrations.length } });
  if (found === migrations.length) return ok(null);
  connection
    .transaction(() => {
      for (const migration of migrations.slice(found)) {
        connection.exec(migration.sql);
        connection.pragma(`user_version = ${migration.version}`);
      }
    })
    .immediate();
  return ok(null);
}
