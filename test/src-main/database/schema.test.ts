import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src-main/database/database.ts';
import type { Schema } from '../../../src-main/database/migration.ts';
import { openDatabase } from '../../../src-main/database/open-database.ts';
import { attachmentsSchema, deskSchema } from '../../../src-main/database/schemas.ts';
import { okValue } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

type ForeignKey = { table: string; from: string; parent: string };

function opened(schema: Schema): Database {
  return okValue(
    openDatabase({ path: join(temporaryDirectory(), 'x.db'), key: new Uint8Array(randomBytes(32)), schema }),
  );
}

function foreignKeys(database: Database): ForeignKey[] {
  return database.reading.rows<ForeignKey>({
    sql: `select m.name as "table", f."from" as "from", f."table" as parent
          from sqlite_schema m, pragma_foreign_key_list(m.name) f where m.type = 'table'`,
    parameters: [],
  });
}

function leadingColumns(database: Database, table: string): string[] {
  const indexed = database.reading.rows<{ name: string }>({
    sql: `select (select name from pragma_index_info(l.name) where seqno = 0) as name from pragma_index_list(?) l`,
    parameters: [table],
  });
  const keys = database.reading.rows<{ name: string }>({
    sql: 'select name from pragma_table_info(?) where pk = 1',
    parameters: [table],
  });
  return [...indexed, ...keys].map((row) => row.name);
}

describe.each([
  ['desk', deskSchema],
  ['attachments', attachmentsSchema],
] as const)('the schema of the %s database', (_name, schema) => {
  it('has only STRICT tables', () => {
    const database = opened(schema);
    const loose = database.reading.rows<{ name: string }>({
      sql: `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
            and name not like 'sqlite_%' and name not like 'search%'`,
      parameters: [],
    });
    expect(loose).toEqual([]);
    database.close();
  });

  it('has an index behind every foreign key', () => {
    const database = opened(schema);
    const keys = foreignKeys(database);
    const missing = keys
      .filter((key) => !leadingColumns(database, key.table).includes(key.from))
      .map((key) => `CREATE INDEX ${key.table}_by_${key.from} ON ${key.table} (${key.from});`);
    expect(keys.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
    database.close();
  });
});

describe('what only grows', () => {
  it.each(['change', 'audit', 'audit_anchor', 'number_used'])('refuses to alter or remove rows of %s', (table) => {
    const database = opened(deskSchema);
    const triggers = database.reading.rows<{ name: string }>({
      sql: `select name from sqlite_schema where type = 'trigger' and tbl_name = ?
            and (sql like '% BEFORE UPDATE ON %' or sql like '% BEFORE DELETE ON %')`,
      parameters: [table],
    });
    expect(triggers).toHaveLength(2);
    database.close();
  });
});
