// A migration is one frozen file: the number it leads to, and the SQL that gets there on either database. It imports
// nothing of ours but these types.

/** The few words in which SQLite and PostgreSQL differ. */
export type Words = {
  readonly dialect: 'sqlite' | 'postgres';
  readonly bytes: 'BLOB' | 'bytea';
  /** Whole numbers up to 2^53. */
  readonly integer: 'INTEGER' | 'bigint';
  readonly text: 'TEXT' | 'text COLLATE "C"';
  /** What follows the closing bracket of a table. */
  readonly strict: ' STRICT' | '';
};

export type Migration = { readonly version: number; statements(words: Words): readonly string[] };

export const sqliteWords: Words = {
  dialect: 'sqlite',
  bytes: 'BLOB',
  integer: 'INTEGER',
  text: 'TEXT',
  strict: ' STRICT',
};

/** Text compares by code point on both. */
export const postgresWords: Words = {
  dialect: 'postgres',
  bytes: 'bytea',
  integer: 'bigint',
  text: 'text COLLATE "C"',
  strict: '',
};
