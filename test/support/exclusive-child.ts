// Another process that wants a desk's database for itself: prints `free` when nobody else has it open, and how many bytes
// its log has.

import { existsSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { applyKey } from '../../src-main/database/open-database.ts';
import { deskSchema } from '../../src-main/database/schemas.ts';

const [path = '', key = ''] = process.argv.slice(2);
const log = existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0;
const connection = new Sqlite(path, { timeout: 0 });
try {
  applyKey(connection, Buffer.from(key, 'hex'), deskSchema.pageSize);
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.exec('BEGIN EXCLUSIVE; COMMIT');
  process.stdout.write(`free ${log}`);
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error));
} finally {
  connection.close();
}
