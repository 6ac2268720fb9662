// The contract of the centre's stores on every database it runs on: in memory, in a file, on a real PostgreSQL.

import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src-server/database/database.ts';
import { inMemory, openSqlite } from '../../src-server/database/open-sqlite.ts';
import { required } from '../../src-shared/base/assert.ts';
import { okValue } from '../support/ok-value.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { openTestPostgres } from '../support/test-centre.ts';
import { centreStoresContract } from './centre-stores.contract.ts';
import { changeStoresContract } from './change-stores.contract.ts';
import { numberBlocksContract } from './number-blocks.contract.ts';
import { scopeLogContract } from './scope-log.contract.ts';
import { uploadLeaseContract } from './upload-lease.contract.ts';

async function openFile(path: string): Promise<Database> {
  const database = okValue(await openSqlite(path));
  onTestFinished(() => database.close());
  return database;
}

describe('SQLite in memory', () => {
  scopeLogContract(() => openFile(inMemory));
  changeStoresContract(() => openFile(inMemory));
  centreStoresContract(() => openFile(inMemory));
  numberBlocksContract(() => openFile(inMemory));
  uploadLeaseContract(() => openFile(inMemory));
});

describe('SQLite in a file', () => {
  scopeLogContract(() => openFile(join(temporaryDirectory(), 'centre.db')));
  changeStoresContract(() => openFile(join(temporaryDirectory(), 'centre.db')));
  centreStoresContract(() => openFile(join(temporaryDirectory(), 'centre.db')));
  numberBlocksContract(() => openFile(join(temporaryDirectory(), 'centre.db')));
  uploadLeaseContract(() => openFile(join(temporaryDirectory(), 'centre.db')));
});

describe.each([15, 18] as const)('PostgreSQL %i', (release) => {
  let postgres: TestPostgres | undefined;
  beforeAll(async () => {
    postgres = await startPostgres([], release);
  });
  afterAll(() => postgres?.stop());

  it('is of the release it is said to be', async () => {
    const client = new pg.Client({ connectionString: await required(postgres, 'started before the tests').freshUrl() });
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    await client.end();
    expect(rows[0]?.server_version).toMatch(new RegExp(`^${release}\\.`));
  });

  const openFresh = async () => openTestPostgres(await required(postgres, 'started before the tests').freshUrl());

  scopeLogContract(openFresh);
  changeStoresContract(openFresh);
  centreStoresContract(openFresh);
  numberBlocksContract(openFresh);
  uploadLeaseContract(openFresh);
});
