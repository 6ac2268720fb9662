// The contract of bundles at the centre on SQLite and on a real PostgreSQL.

import { afterAll, beforeAll, describe } from 'vitest';
import { required } from '../../src-shared/base/assert.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { bundlesContract } from './bundles.contract.ts';

describe('SQLite', () => {
  bundlesContract(async () => undefined);
});

describe('PostgreSQL', () => {
  let postgres: TestPostgres | undefined;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());
  bundlesContract(() => required(postgres, 'started before the tests').freshUrl());
});
