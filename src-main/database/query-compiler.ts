// Kysely as a compiler only: it writes the SQL of queries whose shape depends on the question (lists with filters);
// our own connection runs it, synchronously.

import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

/** Makes queries for the tables `Tables` describes; running one here is an error, the connection does that. */
export function createQueryCompiler<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
