// Opens a finished copy of a database to look at it, and changes nothing of it: no log beside it, no newer version.

import Sqlite from 'better-sqlite3';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { createDatabase, type Database } from './database.ts';
import { databaseProblem } from './database-problem.ts';
import { userVersion } from './migrate.ts';
import { applyKey, type OpenOptions } from './open-database.ts';

/** Problems: `database_damaged`, `database_newer`, `database_older` when it has to be opened for real first, `disk_…`. */
export function openCopy({ path, key, schema }: Omit<OpenOptions, 'maxPages'>): Result<Database, Problem> {
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(path, { readonly: true, fileMustExist: true });
    applyKey(connection, key, schema.pageSize);
    const known = schema.migrations.length;
    const found = userVersion(connection);
    if (found === known) return ok(createDatabase(connection));
    connection.close();
    return err({ code: found > known ? 'database_newer' : 'database_older', facts: { found, known } });
  } catch (error) {
    connection?.close();
    const problem = databaseProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}
