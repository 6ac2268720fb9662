// The centre's key at rest: no database, file or dump holds the seed it signs with; without the key file nothing starts and
// nothing is made anew.

import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFromConfig } from '../../src-server/main.ts';
import { required } from '../../src-shared/base/assert.ts';
import { bytesToHex } from '../../src-shared/base/bytes.ts';
import { okValue, problemOf } from '../support/ok-value.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { testConfig } from '../support/running-centre.ts';
import { runServerCommand } from '../support/server-command.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());
const freshUrl = () => required(postgres, 'started before the tests').freshUrl();

type Settings = Readonly<Record<string, string>>;

const databases = [
  ['SQLite', async (): Promise<Settings> => ({})],
  ['PostgreSQL', async (): Promise<Settings> => ({ DATABASE_URL: await freshUrl() })],
] as const;

/** Opens the centre as every command does, and closes it again. */
async function open(settings: Settings) {
  const opened = okValue(await openFromConfig(testConfig(settings)));
  const { centre, seed, madeKey } = opened.centre;
  await opened.close();
  return { centre, seed: bytesToHex(seed), madeKey };
}

function newDirectory(): Settings {
  return { CASE_DESK_DATA: join(temporaryDirectory(), 'centre') };
}

/** Every byte that the database keeps, in hexadecimal: its files, or the rows of each table as a dump holds them. */
async function everythingIn(settings: Settings): Promise<string> {
  const url = settings['DATABASE_URL'];
  if (url !== undefined) return dumpOf(url);
  const directory = settings['CASE_DESK_DATA'] ?? '';
  const files = readdirSync(directory).filter((name) => name.startsWith('centre.db'));
  return files.map((name) => readFileSync(join(directory, name)).toString('hex')).join(' ');
}

/** The rows of all tables as text, and the files that the tables lie in. */
async function dumpOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  await client.query('checkpoint');
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await client.query<{ line: string }>(`select t::text as line from "${name}" t`);
    const { rows: files } = await client.query<{ content: string }>(
      `select encode(pg_read_binary_file(pg_relation_filepath('"${name}"')), 'hex') as content`,
    );
    parts.push(...rows.rows.map(({ line }) => line), ...files.map(({ content }) => content));
  }
  await client.end();
  return parts.join('\n');
}

/** As an older program left it: the seed in the open. */
async function putPlainSeed(settings: Settings, seed: string): Promise<void> {
  const url = settings['DATABASE_URL'];
  if (url === undefined) {
    const connection = new Sqlite(join(settings['CASE_DESK_DATA'] ?? '', 'centre.db'));
    connection.prepare('update identity set seed = ?').run(Buffer.from(seed, 'hex'));
    connection.prepare("delete from secret where name = 'signing seed'").run();
    connection.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('update identity set seed = $1', [Buffer.from(seed, 'hex')]);
  await client.query("delete from secret where name = 'signing seed'");
  await client.query('checkpoint');
  await client.end();
}

describe.each(databases)('the key of a centre on %s', (_name, databaseSettings) => {
  const started = async () => {
    const settings = { ...newDirectory(), ...(await databaseSettings()) };
    return { settings, first: await open(settings), keyPath: testConfig(settings).keyFile };
  };

  it('is made at the first start with its key file, and is the same at every other', async () => {
    const { settings, first, keyPath } = await started();
    expect(first.madeKey).toBe(true);
    expect(await open(settings)).toEqual({ ...first, madeKey: false });
    if (process.platform !== 'win32') expect(statSync(keyPath).mode & 0o777).toBe(0o600);
  });

  it('is nowhere in the database', async () => {
    const { settings, first } = await started();
    const everything = await everythingIn(settings);
    expect(everything).toContain(
      Buffer.from(first.centre).toString(settings['DATABASE_URL'] === undefined ? 'hex' : 'utf8'),
    );
    expect(everything).not.toContain(first.seed);
  });

  it('stays the same when an older program had left it in the open, which it is no more', async () => {
    const { settings, first } = await started();
    await putPlainSeed(settings, first.seed);
    expect(await everythingIn(settings)).toContain(first.seed);
    expect(await open(settings)).toEqual({ ...first, madeKey: false });
    expect(await everythingIn(settings)).not.toContain(first.seed);
  });

  it('is sealed at the next start under a key file made then, where an older program had none', async () => {
    const { settings, first, keyPath } = await started();
    await putPlainSeed(settings, first.seed);
    rmSync(keyPath);
    expect(await open(settings)).toEqual({ ...first, madeKey: true });
    expect(await open(settings)).toEqual({ ...first, madeKey: false });
  });

  it('is not made anew when its key file is missing, another one or cut: the centre says so and does not start', async () => {
    const { settings, first, keyPath } = await started();
    renameSync(keyPath, `${keyPath}.away`);
    expect(problemOf(await openFromConfig(testConfig(settings)))).toEqual({
      code: 'server_key_missing',
      facts: { path: keyPath },
    });
    expect(readdirSync(settings['CASE_DESK_DATA'] ?? '')).not.toContain('centre.key');
    writeFileSync(keyPath, `case-desk-centre-key-1 ${'ab'.repeat(32)}\n`);
    expect(problemOf(await openFromConfig(testConfig(settings))).code).toBe('server_key_wrong');
    writeFileSync(keyPath, readFileSync(`${keyPath}.away`, 'utf8').slice(0, -10));
    expect(problemOf(await openFromConfig(testConfig(settings))).code).toBe('server_key_unreadable');
    renameSync(`${keyPath}.away`, keyPath);
    expect(await open(settings)).toEqual({ ...first, madeKey: false });
  });

  it('lies where the setting says', async () => {
    const elsewhere = join(temporaryDirectory(), 'centre.key');
    const settings: Settings = {
      ...newDirectory(),
      ...(await databaseSettings()),
      CASE_DESK_CENTRE_KEY_FILE: elsewhere,
    };
    const first = await open(settings);
    expect(readFileSync(elsewhere, 'utf8')).toMatch(/^case-desk-centre-key-1 [0-9a-f]{64}$/m);
    expect(readdirSync(settings['CASE_DESK_DATA'] ?? '')).not.toContain('centre.key');
    expect(await open(settings)).toEqual({ ...first, madeKey: false });
  });
});

describe('processes over one PostgreSQL', () => {
  it('that start together make one identity and one key file', async () => {
    const settings = { ...newDirectory(), DATABASE_URL: await freshUrl() };
    const opened = await Promise.all([open(settings), open(settings), open(settings)]);
    expect(new Set(opened.map(({ centre, seed }) => `${centre} ${seed}`)).size).toBe(1);
    expect(opened.filter(({ madeKey }) => madeKey)).toHaveLength(1);
  });

  it('need the key file that is in use, and make none of their own', async () => {
    const shared = { DATABASE_URL: await freshUrl() };
    const one = { ...newDirectory(), ...shared };
    const two: Settings = { ...newDirectory(), ...shared };
    const first = await open(one);
    expect(problemOf(await openFromConfig(testConfig(two))).code).toBe('server_key_missing');
    expect(readdirSync(two['CASE_DESK_DATA'] ?? '')).toEqual([]);
    const pointed = { ...two, CASE_DESK_CENTRE_KEY_FILE: testConfig(one).keyFile };
    expect(await open(pointed)).toEqual({ ...first, madeKey: false });
  });
});

describe('the command line', () => {
  it('says once where the key file is, beside what it prints', async () => {
    const directory = join(temporaryDirectory(), 'centre');
    const add = (scope: string) => runServerCommand(directory, 'scopes', '--add', scope);
    const keyPath = join(directory, 'centre.key');
    expect((await add('chengguan')).complaints).toEqual([
      `The key file ${keyPath} was made. Back it up: without it the centre cannot start`,
    ]);
    expect((await add('dongjie')).complaints).toEqual([]);
    rmSync(keyPath);
    const failed = await add('beijie');
    expect({ failed: failed.failed, words: failed.complaints.join('') }).toEqual({
      failed: true,
      words: expect.stringContaining(`The key file ${keyPath} is missing`),
    });
  });
});
