// Why the log gives its numbers under the scope's lock (S7): a plain sequence of PostgreSQL, read by number, loses what a slow
// transaction commits behind the reader.

import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

const writers = 8;
const each = 40;

it('[S7] a reader who follows a plain sequence misses changes', { timeout: 60_000 }, async () => {
  const connectionString = await postgres.freshUrl();
  const reader = new pg.Client({ connectionString });
  await reader.connect();
  await reader.query('create table plain (seq bigserial primary key, writer int not null)');
  let writing = true;
  const write = async (writer: number) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    for (let n = 0; n < each; n += 1) {
      await client.query('begin');
      await client.query('insert into plain (writer) values ($1)', [writer]);
      await pause((writer * 5 + n) % 9);
      await client.query('commit');
    }
    await client.end();
  };
  const written = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))).then(() => {
    writing = false;
  });
  let cursor = 0;
  let read = 0;
  const follow = async () => {
    const { rows } = await reader.query<{ seq: string }>('select seq from plain where seq > $1 order by seq', [cursor]);
    read += rows.length;
    cursor = Number(rows.at(-1)?.seq ?? cursor);
  };
  while (writing) await follow();
  await written;
  await follow();
  await reader.end();
  expect(read).toBeLessThan(writers * each);
});
