// A closed desk's database as plain bytes, free pages and all, for seeing what a reader with the key would find on the disk.

import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { applyKey } from '../../src-main/database/open-database.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export function decrypted(path: string, key: Uint8Array, pageSize: number): Buffer {
  const copy = join(temporaryDirectory(), 'plain.db');
  copyFileSync(path, copy);
  const connection = new Sqlite(copy);
  applyKey(connection, key, pageSize);
  connection.pragma('journal_mode = DELETE');
  connection.pragma("rekey = ''");
  connection.close();
  return readFileSync(copy);
}
