// What the machine can do at best: one row with the same bytes, committed with FULL, by better-sqlite3 itself.

import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

export type RawRows = {
  /** Commits one row of so many bytes. */
  readonly insert: (bytes: number) => void;
  /** Closes the file and removes it. */
  readonly close: () => void;
};

/** The file is made anew. */
export function openRawRows(path: string): RawRows {
  rmSync(path, { force: true });
  const database = new Sqlite(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table row (key integer primary key, bytes blob not null) strict');
  const insert = database.prepare('insert into row (bytes) values (?)');
  return {
    insert: (bytes) => insert.run(Buffer.alloc(bytes, 7)),
    close: () => {
      database.close();
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    },
  };
}
