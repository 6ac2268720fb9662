// What the machine can do at best: one row with the same bytes, committed with FULL, by better-sqlite3 itself.

import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { type Timed, timeEach } from './percentiles.ts';

/** `sizes`: bytes of each row. The file is made anew and removed. */
export function timeRawRows(path: string, sizes: readonly number[]): Timed {
  rmSync(path, { force: true });
  const database = new Sqlite(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table row (key integer primary key, bytes blob not null) strict');
  const insert = database.prepare('insert into row (bytes) values (?)');
  const timed = timeEach('one raw committed row', sizes, (size) => insert.run(Buffer.alloc(size, 7)));
  database.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  return timed;
}
