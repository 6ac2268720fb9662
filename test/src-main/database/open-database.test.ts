import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/database/open-database.ts';
import { deskSchema } from '../../../src-main/database/schemas.ts';
import { statement } from '../../../src-main/database/statement.ts';
import { bytesToHex } from '../../../src-shared/base/bytes.ts';
import { err, ok } from '../../../src-shared/base/result.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const key = new Uint8Array(randomBytes(32));
const setSetting = statement<{ name: string; value: string }>(
  'insert into setting (name, value) values (@name, @value)',
);
const settings = statement<Record<never, never>, { name: string; value: string }>(
  'select name, value from setting order by name',
);

function open(path: string, maxPages?: number) {
  return openDatabase({ path, key, schema: deskSchema, ...(maxPages === undefined ? {} : { maxPages }) });
}

/** A connection beside the product's own, as a careless tool would open it. */
function rawConnection(path: string): Sqlite.Database {
  const connection = new Sqlite(path);
  connection.pragma("cipher = 'aegis'");
  connection.pragma("algorithm = 'aegis-256'");
  connection.pragma(`key = "raw:${bytesToHex(key)}"`);
  return connection;
}

describe('opening a database', () => {
  it('keeps nothing readable on the disk', () => {
    const path = join(temporaryDirectory(), 'desk.db');
    const database = okValue(open(path));
    okValue(
      database.write((writing) => ok(writing.run(setSetting, { name: 'note', value: 'wallet found at the bridge' }))),
    );
    database.close();
    const bytes = readFileSync(path);
    expect(bytes.includes('SQLite format 3')).toBe(false);
    expect(bytes.includes('wallet found')).toBe(false);
  });

  it('is durable when it is new and when it is opened again', () => {
    const path = join(temporaryDirectory(), 'desk.db');
    for (const value of ['first', 'second']) {
      const database = okValue(open(path));
      const [mode] = database.reading.rows<{ synchronous: number }>({ sql: 'PRAGMA synchronous', parameters: [] });
      expect(mode, value).toEqual({ synchronous: 2 });
      database.close();
    }
  });

  it('refuses another key', () => {
    const path = join(temporaryDirectory(), 'desk.db');
    okValue(open(path)).close();
    const other = openDatabase({ path, key: new Uint8Array(randomBytes(32)), schema: deskSchema });
    expect(problemOf(other)).toEqual({ code: 'database_damaged' });
  });

  it('refuses a database of a newer version and leaves it alone', () => {
    const path = join(temporaryDirectory(), 'desk.db');
    okValue(open(path)).close();
    const raw = rawConnection(path);
    raw.pragma('user_version = 99');
    raw.close();
    expect(problemOf(open(path))).toEqual({
      code: 'database_newer',
      facts: { found: 99, known: deskSchema.migrations.length },
    });
  });

  it('notices a changed byte in any page', () => {
    const path = join(temporaryDirectory(), 'desk.db');
    const database = okValue(open(path));
    for (let at = 0; at < 40; at += 1) {
      okValue(database.write((writing) => ok(writing.run(setSetting, { name: `n${at}`, value: 'x'.repeat(4000) }))));
    }
    database.close();
    const size = statSync(path).size;
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.from([1, 2, 3, 4]), 0, 4, size - 5000);
    closeSync(file);
    expect(problemOf(open(path))).toEqual({ code: 'database_damaged' });
  });
});

describe('writing', () => {
  it('keeps nothing when the save gives a problem', () => {
    const database = okValue(open(join(temporaryDirectory(), 'desk.db')));
    const result = database.write((writing) => {
      writing.run(setSetting, { name: 'half', value: '1' });
      return err({ code: 'required' });
    });
    expect(problemOf(result)).toEqual({ code: 'required' });
    expect(database.reading.all(settings, {})).toEqual([]);
    database.close();
  });

  it('keeps nothing when the save throws, and goes on working', () => {
    const database = okValue(open(join(temporaryDirectory(), 'desk.db')));
    const save = () =>
      database.write((writing) => {
        writing.run(setSetting, { name: 'half', value: '1' });
        throw new Error('broken invariant: in a test');
      });
    expect(save).toThrow('in a test');
    okValue(database.write((writing) => ok(writing.run(setSetting, { name: 'whole', value: '1' }))));
    expect(database.reading.all(settings, {})).toEqual([{ name: 'whole', value: '1' }]);
    database.close();
  });

  it('says that the disk is full, keeps nothing of that save and everything before it', () => {
    const database = okValue(open(join(temporaryDirectory(), 'desk.db'), 60));
    okValue(database.write((writing) => ok(writing.run(setSetting, { name: 'before', value: '1' }))));
    const result = database.write((writing) => {
      writing.run(setSetting, { name: 'little', value: '1' });
      return ok(writing.run(setSetting, { name: 'large', value: 'x'.repeat(2_000_000) }));
    });
    expect(problemOf(result)).toEqual({ code: 'disk_full' });
    expect(database.reading.all(settings, {})).toEqual([{ name: 'before', value: '1' }]);
    database.close();
  });
});
