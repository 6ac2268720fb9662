// Kysely as a compiler only: it writes the SQL of queries whose shape depends on the question (lists with filters), every
// value a parameter; our own connection runs it, synchronously.

import { DummyDriver, Kysely, type RawBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Compiled } from './statement.ts';

export type CompileQuery = <Row>(query: RawBuilder<Row>) => Compiled<Row>;

/** Running a query here would be an error; it only becomes text and parameters. */
export function createQueryCompiler(): CompileQuery {
  const kysely = new Kysely<Record<never, never>>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return (query) => {
    const { sql, parameters } = query.compile(kysely);
    return { sql, parameters };
  };
}
